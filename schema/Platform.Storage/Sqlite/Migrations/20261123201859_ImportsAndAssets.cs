using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ImportsAndAssets : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_ImportLines",
                table: "ImportLines");

            migrationBuilder.AddColumn<DateTime>(
                name: "DeletedAt",
                table: "ReplacedContents",
                type: "TEXT",
                precision: 3,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Id",
                table: "ImportLines",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L)
                .Annotation("Sqlite:Autoincrement", true);

            migrationBuilder.AddColumn<int>(
                name: "Copies",
                table: "ImportLines",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "MatchedRecordId",
                table: "ImportLines",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SameAsNumber",
                table: "ImportLines",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Title",
                table: "ImportLines",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Columns",
                table: "ImportBatches",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Fault",
                table: "ImportBatches",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "LeasedUntil",
                table: "ImportBatches",
                type: "TEXT",
                precision: 3,
                nullable: true);

            migrationBuilder.AddColumn<byte>(
                name: "OnMatch",
                table: "ImportBatches",
                type: "INTEGER",
                nullable: false,
                defaultValue: (byte)0);

            migrationBuilder.AddColumn<int>(
                name: "Percent",
                table: "ImportBatches",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "ProtectedFields",
                table: "ImportBatches",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Sample",
                table: "ImportBatches",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Total",
                table: "ImportBatches",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddPrimaryKey(
                name: "PK_ImportLines",
                table: "ImportLines",
                column: "Id");

            migrationBuilder.CreateTable(
                name: "Assets",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    AcquiredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Funding = table.Column<byte>(type: "INTEGER", nullable: false),
                    Cost = table.Column<long>(type: "INTEGER", nullable: true),
                    Condition = table.Column<byte>(type: "INTEGER", nullable: false),
                    RemovedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Assets", x => x.Id);
                    table.CheckConstraint("CK_LibraryAsset_Figures", "[Quantity] > 0 AND ([Cost] IS NULL OR [Cost] >= 0)");
                    table.ForeignKey(
                        name: "FK_Assets_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ImportFileParts",
                columns: table => new
                {
                    BatchId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportFileParts", x => new { x.BatchId, x.Number });
                    table.ForeignKey(
                        name: "FK_ImportFileParts_ImportBatches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "ImportBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SettingStamps",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Value = table.Column<string>(type: "TEXT", unicode: false, maxLength: 36, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SettingStamps", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "StagedRecords",
                columns: table => new
                {
                    LineId = table.Column<long>(type: "INTEGER", nullable: false),
                    Format = table.Column<byte>(type: "INTEGER", nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false),
                    IsRepaired = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StagedRecords", x => x.LineId);
                    table.ForeignKey(
                        name: "FK_StagedRecords_ImportLines_LineId",
                        column: x => x.LineId,
                        principalTable: "ImportLines",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ImportLines_BatchId_Number",
                table: "ImportLines",
                columns: new[] { "BatchId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Assets_LibraryId_AcquiredOn",
                table: "Assets",
                columns: new[] { "LibraryId", "AcquiredOn" });

            foreach (var trigger in Platform.Storage.Circulation.SettingStampTriggers.Sqlite)
                migrationBuilder.Sql(trigger);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var table in Platform.Storage.Circulation.SettingStampTriggers.Tables)
            {
                foreach (var change in new[] { "INSERT", "UPDATE", "DELETE" })
                    migrationBuilder.Sql($"DROP TRIGGER IF EXISTS \"{Platform.Storage.Circulation.SettingStampTriggers.NameOn(table)}_{change}\";");
            }

            migrationBuilder.DropTable(
                name: "Assets");

            migrationBuilder.DropTable(
                name: "ImportFileParts");

            migrationBuilder.DropTable(
                name: "SettingStamps");

            migrationBuilder.DropTable(
                name: "StagedRecords");

            migrationBuilder.DropPrimaryKey(
                name: "PK_ImportLines",
                table: "ImportLines");

            migrationBuilder.DropIndex(
                name: "IX_ImportLines_BatchId_Number",
                table: "ImportLines");

            migrationBuilder.DropColumn(
                name: "DeletedAt",
                table: "ReplacedContents");

            migrationBuilder.DropColumn(
                name: "Id",
                table: "ImportLines");

            migrationBuilder.DropColumn(
                name: "Copies",
                table: "ImportLines");

            migrationBuilder.DropColumn(
                name: "MatchedRecordId",
                table: "ImportLines");

            migrationBuilder.DropColumn(
                name: "SameAsNumber",
                table: "ImportLines");

            migrationBuilder.DropColumn(
                name: "Title",
                table: "ImportLines");

            migrationBuilder.DropColumn(
                name: "Columns",
                table: "ImportBatches");

            migrationBuilder.DropColumn(
                name: "Fault",
                table: "ImportBatches");

            migrationBuilder.DropColumn(
                name: "LeasedUntil",
                table: "ImportBatches");

            migrationBuilder.DropColumn(
                name: "OnMatch",
                table: "ImportBatches");

            migrationBuilder.DropColumn(
                name: "Percent",
                table: "ImportBatches");

            migrationBuilder.DropColumn(
                name: "ProtectedFields",
                table: "ImportBatches");

            migrationBuilder.DropColumn(
                name: "Sample",
                table: "ImportBatches");

            migrationBuilder.DropColumn(
                name: "Total",
                table: "ImportBatches");

            migrationBuilder.AddPrimaryKey(
                name: "PK_ImportLines",
                table: "ImportLines",
                columns: new[] { "BatchId", "Number" });
        }
    }
}
