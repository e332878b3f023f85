using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Storage.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class UnionControl : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ChangeProposals",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    LibraryId = table.Column<long>(type: "bigint", nullable: false),
                    RecordId = table.Column<long>(type: "bigint", nullable: false),
                    KeeperId = table.Column<long>(type: "bigint", nullable: false),
                    RecordVersion = table.Column<int>(type: "int", nullable: false),
                    State = table.Column<byte>(type: "tinyint", nullable: false),
                    Note = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Message = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Rules = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    ProposedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Before = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    BeforeFormat = table.Column<byte>(type: "tinyint", nullable: false),
                    After = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    AfterFormat = table.Column<byte>(type: "tinyint", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChangeProposals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ChangeProposals_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ChangeProposals_Records_RecordId",
                        column: x => x.RecordId,
                        principalTable: "Records",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CutterNumbers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    LibraryId = table.Column<long>(type: "bigint", nullable: false),
                    Rhyme = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    Number = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CutterNumbers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CutterNumbers_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "QualityAssessments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    LibraryId = table.Column<long>(type: "bigint", nullable: false),
                    AssessedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Records = table.Column<int>(type: "int", nullable: false),
                    Score = table.Column<double>(type: "float", nullable: false),
                    WithErrors = table.Column<int>(type: "int", nullable: false),
                    WithWarnings = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QualityAssessments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_QualityAssessments_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StandardisationJobs",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    LibraryId = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<byte>(type: "tinyint", nullable: false),
                    Examined = table.Column<int>(type: "int", nullable: false),
                    LastRecordId = table.Column<long>(type: "bigint", nullable: false),
                    Changed = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    AppliedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    UndoneAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StandardisationJobs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StandardisationJobs_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "UnionContributions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    LibraryId = table.Column<long>(type: "bigint", nullable: false),
                    RecordId = table.Column<long>(type: "bigint", nullable: false),
                    Level = table.Column<byte>(type: "tinyint", nullable: false),
                    ContributedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnionContributions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_UnionContributions_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_UnionContributions_Records_RecordId",
                        column: x => x.RecordId,
                        principalTable: "Records",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "QualityCounts",
                columns: table => new
                {
                    AssessmentId = table.Column<long>(type: "bigint", nullable: false),
                    Rule = table.Column<byte>(type: "tinyint", nullable: false),
                    Records = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QualityCounts", x => new { x.AssessmentId, x.Rule });
                    table.ForeignKey(
                        name: "FK_QualityCounts_QualityAssessments_AssessmentId",
                        column: x => x.AssessmentId,
                        principalTable: "QualityAssessments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StandardisationLines",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    JobId = table.Column<long>(type: "bigint", nullable: false),
                    LibraryId = table.Column<long>(type: "bigint", nullable: false),
                    RecordId = table.Column<long>(type: "bigint", nullable: false),
                    RecordVersion = table.Column<int>(type: "int", nullable: false),
                    Rule = table.Column<byte>(type: "tinyint", nullable: false),
                    Before = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    After = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    OtherRecordId = table.Column<long>(type: "bigint", nullable: true),
                    Decision = table.Column<byte>(type: "tinyint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StandardisationLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StandardisationLines_Records_RecordId",
                        column: x => x.RecordId,
                        principalTable: "Records",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StandardisationLines_StandardisationJobs_JobId",
                        column: x => x.JobId,
                        principalTable: "StandardisationJobs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StandardisedRecords",
                columns: table => new
                {
                    JobId = table.Column<long>(type: "bigint", nullable: false),
                    RecordId = table.Column<long>(type: "bigint", nullable: false),
                    Bytes = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    Format = table.Column<byte>(type: "tinyint", nullable: false),
                    VersionAfter = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StandardisedRecords", x => new { x.JobId, x.RecordId });
                    table.ForeignKey(
                        name: "FK_StandardisedRecords_StandardisationJobs_JobId",
                        column: x => x.JobId,
                        principalTable: "StandardisationJobs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ChangeProposals_KeeperId",
                table: "ChangeProposals",
                column: "KeeperId");

            migrationBuilder.CreateIndex(
                name: "IX_ChangeProposals_LibraryId",
                table: "ChangeProposals",
                column: "LibraryId");

            migrationBuilder.CreateIndex(
                name: "IX_ChangeProposals_RecordId",
                table: "ChangeProposals",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "IX_ChangeProposals_State_ProposedAt",
                table: "ChangeProposals",
                columns: new[] { "State", "ProposedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CutterNumbers_LibraryId_Rhyme",
                table: "CutterNumbers",
                columns: new[] { "LibraryId", "Rhyme" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_QualityAssessments_LibraryId_AssessedAt",
                table: "QualityAssessments",
                columns: new[] { "LibraryId", "AssessedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_StandardisationJobs_LibraryId_CreatedAt",
                table: "StandardisationJobs",
                columns: new[] { "LibraryId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_StandardisationLines_JobId_Rule_Decision",
                table: "StandardisationLines",
                columns: new[] { "JobId", "Rule", "Decision" });

            migrationBuilder.CreateIndex(
                name: "IX_StandardisationLines_RecordId",
                table: "StandardisationLines",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "IX_UnionContributions_LibraryId",
                table: "UnionContributions",
                column: "LibraryId");

            migrationBuilder.CreateIndex(
                name: "IX_UnionContributions_RecordId_LibraryId",
                table: "UnionContributions",
                columns: new[] { "RecordId", "LibraryId" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ChangeProposals");

            migrationBuilder.DropTable(
                name: "CutterNumbers");

            migrationBuilder.DropTable(
                name: "QualityCounts");

            migrationBuilder.DropTable(
                name: "StandardisationLines");

            migrationBuilder.DropTable(
                name: "StandardisedRecords");

            migrationBuilder.DropTable(
                name: "UnionContributions");

            migrationBuilder.DropTable(
                name: "QualityAssessments");

            migrationBuilder.DropTable(
                name: "StandardisationJobs");
        }
    }
}
