using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Storage.SqlServer.Migrations
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
                type: "datetime2(3)",
                precision: 3,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Id",
                table: "ImportLines",
                type: "bigint",
                nullable: false,
                defaultValue: 0L)
                .Annotation("SqlServer:Identity", "1, 1");

            migrationBuilder.AddColumn<int>(
                name: "Copies",
                table: "ImportLines",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "MatchedRecordId",
                table: "ImportLines",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SameAsNumber",
                table: "ImportLines",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Title",
                table: "ImportLines",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Columns",
                table: "ImportBatches",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Fault",
                table: "ImportBatches",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "LeasedUntil",
                table: "ImportBatches",
                type: "datetime2(3)",
                precision: 3,
                nullable: true);

            migrationBuilder.AddColumn<byte>(
                name: "OnMatch",
                table: "ImportBatches",
                type: "tinyint",
                nullable: false,
                defaultValue: (byte)0);

            migrationBuilder.AddColumn<int>(
                name: "Percent",
                table: "ImportBatches",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "ProtectedFields",
                table: "ImportBatches",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Sample",
                table: "ImportBatches",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Total",
                table: "ImportBatches",
                type: "int",
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    LibraryId = table.Column<long>(type: "bigint", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Kind = table.Column<byte>(type: "tinyint", nullable: false),
                    Unit = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Quantity = table.Column<int>(type: "int", nullable: false),
                    AcquiredOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Funding = table.Column<byte>(type: "tinyint", nullable: false),
                    Cost = table.Column<long>(type: "bigint", nullable: true),
                    Condition = table.Column<byte>(type: "tinyint", nullable: false),
                    RemovedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
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
                    BatchId = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Bytes = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Value = table.Column<string>(type: "varchar(36)", unicode: false, maxLength: 36, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SettingStamps", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "StagedRecords",
                columns: table => new
                {
                    LineId = table.Column<long>(type: "bigint", nullable: false),
                    Format = table.Column<byte>(type: "tinyint", nullable: false),
                    Bytes = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    IsRepaired = table.Column<bool>(type: "bit", nullable: false)
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

            foreach (var trigger in Platform.Storage.Circulation.SettingStampTriggers.SqlServer)
                migrationBuilder.Sql(trigger);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var table in Platform.Storage.Circulation.SettingStampTriggers.Tables)
                migrationBuilder.Sql($"DROP TRIGGER IF EXISTS [{Platform.Storage.Circulation.SettingStampTriggers.NameOn(table)}];");

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
