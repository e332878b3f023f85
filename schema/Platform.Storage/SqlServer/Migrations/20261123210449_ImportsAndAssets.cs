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

            migrationBuilder.AddColumn<long>(
                name: "ScanId",
                table: "SemesterLists",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ScanName",
                table: "SemesterLists",
                type: "nvarchar(150)",
                maxLength: 150,
                nullable: true);

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

            migrationBuilder.AddColumn<string>(
                name: "CopiesEvidence",
                table: "EResources",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: true);

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
                name: "BulkJobs",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    AccountId = table.Column<long>(type: "bigint", nullable: false),
                    Granted = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<byte>(type: "tinyint", nullable: false),
                    Format = table.Column<byte>(type: "tinyint", nullable: false),
                    OnFault = table.Column<byte>(type: "tinyint", nullable: true),
                    LibraryId = table.Column<long>(type: "bigint", nullable: true),
                    State = table.Column<byte>(type: "tinyint", nullable: false),
                    Fault = table.Column<byte>(type: "tinyint", nullable: true),
                    IsCancelRequested = table.Column<bool>(type: "bit", nullable: false),
                    Position = table.Column<long>(type: "bigint", nullable: false),
                    Done = table.Column<long>(type: "bigint", nullable: false),
                    Refused = table.Column<long>(type: "bigint", nullable: false),
                    InputBytes = table.Column<long>(type: "bigint", nullable: false),
                    InputOffset = table.Column<long>(type: "bigint", nullable: false),
                    ResultBytes = table.Column<long>(type: "bigint", nullable: false),
                    Cursor = table.Column<string>(type: "varchar(500)", unicode: false, maxLength: 500, nullable: true),
                    Attempts = table.Column<int>(type: "int", nullable: false),
                    Lease = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: true),
                    LeasedUntil = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    StartedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    FinishedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    ExpiresAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BulkJobs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BulkJobs_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BulkJobs_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ConsolidatedReports",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    OrganisationId = table.Column<long>(type: "bigint", nullable: false),
                    DefinitionCode = table.Column<string>(type: "varchar(20)", unicode: false, maxLength: 20, nullable: false),
                    Period = table.Column<string>(type: "varchar(20)", unicode: false, maxLength: 20, nullable: false),
                    LastOn = table.Column<DateOnly>(type: "date", nullable: false),
                    State = table.Column<byte>(type: "tinyint", nullable: false),
                    Hash = table.Column<string>(type: "char(64)", unicode: false, fixedLength: true, maxLength: 64, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsolidatedReports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConsolidatedReports_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FileReadings",
                columns: table => new
                {
                    ContentId = table.Column<long>(type: "bigint", nullable: false),
                    TextState = table.Column<byte>(type: "tinyint", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    ThumbnailState = table.Column<byte>(type: "tinyint", nullable: false),
                    ThumbnailSha256 = table.Column<string>(type: "char(64)", unicode: false, fixedLength: true, maxLength: 64, nullable: true),
                    ReadAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FileReadings", x => x.ContentId);
                    table.ForeignKey(
                        name: "FK_FileReadings_FileContents_ContentId",
                        column: x => x.ContentId,
                        principalTable: "FileContents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
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
                name: "LendingConditions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    LibraryId = table.Column<long>(type: "bigint", nullable: false),
                    MostDays = table.Column<int>(type: "int", nullable: true),
                    MostCopies = table.Column<int>(type: "int", nullable: true),
                    ItemTypes = table.Column<string>(type: "varchar(200)", unicode: false, maxLength: 200, nullable: true),
                    Pauses = table.Column<string>(type: "varchar(500)", unicode: false, maxLength: 500, nullable: true),
                    Text = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LendingConditions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LendingConditions_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReportScans",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    RunId = table.Column<long>(type: "bigint", nullable: false),
                    LibraryId = table.Column<long>(type: "bigint", nullable: false),
                    Snapshot = table.Column<int>(type: "int", nullable: false),
                    ContentId = table.Column<long>(type: "bigint", nullable: false),
                    Actor = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportScans", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportScans_FileContents_ContentId",
                        column: x => x.ContentId,
                        principalTable: "FileContents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReportScans_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReportScans_ReportRuns_RunId",
                        column: x => x.RunId,
                        principalTable: "ReportRuns",
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

            migrationBuilder.CreateTable(
                name: "ConsolidationSteps",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ReportId = table.Column<long>(type: "bigint", nullable: false),
                    Action = table.Column<byte>(type: "tinyint", nullable: false),
                    State = table.Column<byte>(type: "tinyint", nullable: false),
                    Message = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    Lines = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Hash = table.Column<string>(type: "char(64)", unicode: false, fixedLength: true, maxLength: 64, nullable: true),
                    Actor = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsolidationSteps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConsolidationSteps_ConsolidatedReports_ReportId",
                        column: x => x.ReportId,
                        principalTable: "ConsolidatedReports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SemesterLists_ScanId",
                table: "SemesterLists",
                column: "ScanId");

            migrationBuilder.CreateIndex(
                name: "IX_ImportLines_BatchId_Number",
                table: "ImportLines",
                columns: new[] { "BatchId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Assets_LibraryId_AcquiredOn",
                table: "Assets",
                columns: new[] { "LibraryId", "AcquiredOn" });

            migrationBuilder.CreateIndex(
                name: "IX_BulkJobs_AccountId",
                table: "BulkJobs",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_BulkJobs_ExpiresAt",
                table: "BulkJobs",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_BulkJobs_LibraryId",
                table: "BulkJobs",
                column: "LibraryId");

            migrationBuilder.CreateIndex(
                name: "IX_BulkJobs_State_LeasedUntil",
                table: "BulkJobs",
                columns: new[] { "State", "LeasedUntil" });

            migrationBuilder.CreateIndex(
                name: "UX_ConsolidatedReport_OnePerPeriod",
                table: "ConsolidatedReports",
                columns: new[] { "OrganisationId", "DefinitionCode", "Period" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ConsolidationSteps_ReportId_Id",
                table: "ConsolidationSteps",
                columns: new[] { "ReportId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_LendingConditions_LibraryId",
                table: "LendingConditions",
                column: "LibraryId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReportScans_ContentId",
                table: "ReportScans",
                column: "ContentId");

            migrationBuilder.CreateIndex(
                name: "IX_ReportScans_LibraryId",
                table: "ReportScans",
                column: "LibraryId");

            migrationBuilder.CreateIndex(
                name: "IX_ReportScans_RunId_Id",
                table: "ReportScans",
                columns: new[] { "RunId", "Id" });

            migrationBuilder.AddForeignKey(
                name: "FK_SemesterLists_FileContents_ScanId",
                table: "SemesterLists",
                column: "ScanId",
                principalTable: "FileContents",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            foreach (var trigger in Platform.Storage.Circulation.SettingStampTriggers.SqlServer)
                migrationBuilder.Sql(trigger);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var table in Platform.Storage.Circulation.SettingStampTriggers.Tables)
                migrationBuilder.Sql($"DROP TRIGGER IF EXISTS [{Platform.Storage.Circulation.SettingStampTriggers.NameOn(table)}];");

            migrationBuilder.DropForeignKey(
                name: "FK_SemesterLists_FileContents_ScanId",
                table: "SemesterLists");

            migrationBuilder.DropTable(
                name: "Assets");

            migrationBuilder.DropTable(
                name: "BulkJobs");

            migrationBuilder.DropTable(
                name: "ConsolidationSteps");

            migrationBuilder.DropTable(
                name: "FileReadings");

            migrationBuilder.DropTable(
                name: "ImportFileParts");

            migrationBuilder.DropTable(
                name: "LendingConditions");

            migrationBuilder.DropTable(
                name: "ReportScans");

            migrationBuilder.DropTable(
                name: "SettingStamps");

            migrationBuilder.DropTable(
                name: "StagedRecords");

            migrationBuilder.DropTable(
                name: "ConsolidatedReports");

            migrationBuilder.DropIndex(
                name: "IX_SemesterLists_ScanId",
                table: "SemesterLists");

            migrationBuilder.DropPrimaryKey(
                name: "PK_ImportLines",
                table: "ImportLines");

            migrationBuilder.DropIndex(
                name: "IX_ImportLines_BatchId_Number",
                table: "ImportLines");

            migrationBuilder.DropColumn(
                name: "ScanId",
                table: "SemesterLists");

            migrationBuilder.DropColumn(
                name: "ScanName",
                table: "SemesterLists");

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

            migrationBuilder.DropColumn(
                name: "CopiesEvidence",
                table: "EResources");

            migrationBuilder.AddPrimaryKey(
                name: "PK_ImportLines",
                table: "ImportLines",
                columns: new[] { "BatchId", "Number" });
        }
    }
}
