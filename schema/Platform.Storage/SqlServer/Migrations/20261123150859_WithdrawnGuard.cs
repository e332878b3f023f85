using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Storage.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class WithdrawnGuard : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            foreach (var trigger in Platform.Storage.Circulation.WithdrawnGuard.SqlServer)
                migrationBuilder.Sql(trigger);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER IF EXISTS TR_Loans_ItemInStock;");
            migrationBuilder.Sql("DROP TRIGGER IF EXISTS TR_Items_NoOpenLoan;");
        }
    }
}
