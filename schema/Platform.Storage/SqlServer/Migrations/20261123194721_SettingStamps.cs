using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Storage.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class SettingStamps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "SettingStamps",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Value = table.Column<string>(type: "varchar(36)", unicode: false, maxLength: 36, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SettingStamps", x => x.Id);
                });

            foreach (var trigger in Platform.Storage.Circulation.SettingStampTriggers.SqlServer)
                migrationBuilder.Sql(trigger);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var table in Platform.Storage.Circulation.SettingStampTriggers.Tables)
                migrationBuilder.Sql($"DROP TRIGGER IF EXISTS [{Platform.Storage.Circulation.SettingStampTriggers.NameOn(table)}];");

            migrationBuilder.DropTable(
                name: "SettingStamps");
        }
    }
}
