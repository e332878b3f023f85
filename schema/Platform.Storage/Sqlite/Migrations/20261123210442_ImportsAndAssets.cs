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

            migrationBuilder.AddColumn<long>(
                name: "ScanId",
                table: "SemesterLists",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ScanName",
                table: "SemesterLists",
                type: "TEXT",
                maxLength: 150,
                nullable: true);

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

            migrationBuilder.AddColumn<string>(
                name: "CopiesEvidence",
                table: "EResources",
                type: "TEXT",
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
                name: "BulkJobs",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AccountId = table.Column<long>(type: "INTEGER", nullable: false),
                    Granted = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    Format = table.Column<byte>(type: "INTEGER", nullable: false),
                    OnFault = table.Column<byte>(type: "INTEGER", nullable: true),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: true),
                    State = table.Column<byte>(type: "INTEGER", nullable: false),
                    Fault = table.Column<byte>(type: "INTEGER", nullable: true),
                    IsCancelRequested = table.Column<bool>(type: "INTEGER", nullable: false),
                    Position = table.Column<long>(type: "INTEGER", nullable: false),
                    Done = table.Column<long>(type: "INTEGER", nullable: false),
                    Refused = table.Column<long>(type: "INTEGER", nullable: false),
                    InputBytes = table.Column<long>(type: "INTEGER", nullable: false),
                    InputOffset = table.Column<long>(type: "INTEGER", nullable: false),
                    ResultBytes = table.Column<long>(type: "INTEGER", nullable: false),
                    Cursor = table.Column<string>(type: "TEXT", unicode: false, maxLength: 500, nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    Lease = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: true),
                    LeasedUntil = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    FinishedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OrganisationId = table.Column<long>(type: "INTEGER", nullable: false),
                    DefinitionCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 20, nullable: false),
                    Period = table.Column<string>(type: "TEXT", unicode: false, maxLength: 20, nullable: false),
                    LastOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    State = table.Column<byte>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", unicode: false, fixedLength: true, maxLength: 64, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    ContentId = table.Column<long>(type: "INTEGER", nullable: false),
                    TextState = table.Column<byte>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: true),
                    ThumbnailState = table.Column<byte>(type: "INTEGER", nullable: false),
                    ThumbnailSha256 = table.Column<string>(type: "TEXT", unicode: false, fixedLength: true, maxLength: 64, nullable: true),
                    ReadAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
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
                name: "LendingConditions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    MostDays = table.Column<int>(type: "INTEGER", nullable: true),
                    MostCopies = table.Column<int>(type: "INTEGER", nullable: true),
                    ItemTypes = table.Column<string>(type: "TEXT", unicode: false, maxLength: 200, nullable: true),
                    Pauses = table.Column<string>(type: "TEXT", unicode: false, maxLength: 500, nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RunId = table.Column<long>(type: "INTEGER", nullable: false),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    Snapshot = table.Column<int>(type: "INTEGER", nullable: false),
                    ContentId = table.Column<long>(type: "INTEGER", nullable: false),
                    Actor = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
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

            migrationBuilder.CreateTable(
                name: "ConsolidationSteps",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ReportId = table.Column<long>(type: "INTEGER", nullable: false),
                    Action = table.Column<byte>(type: "INTEGER", nullable: false),
                    State = table.Column<byte>(type: "INTEGER", nullable: false),
                    Message = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Lines = table.Column<string>(type: "TEXT", nullable: true),
                    Hash = table.Column<string>(type: "TEXT", unicode: false, fixedLength: true, maxLength: 64, nullable: true),
                    Actor = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
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
