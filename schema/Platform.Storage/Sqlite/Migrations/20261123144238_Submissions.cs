using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Submissions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameIndex(
                name: "IX_ReportSnapshots_RunId_Number",
                table: "ReportSnapshots",
                newName: "UX_ReportSnapshot_OnePerNumber");

            migrationBuilder.AddColumn<byte>(
                name: "State",
                table: "ReportRuns",
                type: "INTEGER",
                nullable: false,
                defaultValue: (byte)1);

            migrationBuilder.CreateTable(
                name: "SubmissionSteps",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RunId = table.Column<long>(type: "INTEGER", nullable: false),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    Action = table.Column<byte>(type: "INTEGER", nullable: false),
                    State = table.Column<byte>(type: "INTEGER", nullable: false),
                    Snapshot = table.Column<int>(type: "INTEGER", nullable: false),
                    Message = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Actor = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SubmissionSteps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SubmissionSteps_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SubmissionSteps_ReportRuns_RunId",
                        column: x => x.RunId,
                        principalTable: "ReportRuns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SubmissionSteps_LibraryId",
                table: "SubmissionSteps",
                column: "LibraryId");

            migrationBuilder.CreateIndex(
                name: "IX_SubmissionSteps_RunId_Id",
                table: "SubmissionSteps",
                columns: new[] { "RunId", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SubmissionSteps");

            migrationBuilder.DropColumn(
                name: "State",
                table: "ReportRuns");

            migrationBuilder.RenameIndex(
                name: "UX_ReportSnapshot_OnePerNumber",
                table: "ReportSnapshots",
                newName: "IX_ReportSnapshots_RunId_Number");
        }
    }
}
