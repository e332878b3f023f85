using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SemesterListsAndLenderOrder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ReturnReason",
                table: "SemesterLists",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "RunId",
                table: "SemesterLists",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LenderOrder",
                table: "Groups",
                type: "TEXT",
                unicode: false,
                maxLength: 100,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_SemesterLists_RunId",
                table: "SemesterLists",
                column: "RunId");

            migrationBuilder.AddForeignKey(
                name: "FK_SemesterLists_ReportRuns_RunId",
                table: "SemesterLists",
                column: "RunId",
                principalTable: "ReportRuns",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_SemesterLists_ReportRuns_RunId",
                table: "SemesterLists");

            migrationBuilder.DropIndex(
                name: "IX_SemesterLists_RunId",
                table: "SemesterLists");

            migrationBuilder.DropColumn(
                name: "ReturnReason",
                table: "SemesterLists");

            migrationBuilder.DropColumn(
                name: "RunId",
                table: "SemesterLists");

            migrationBuilder.DropColumn(
                name: "LenderOrder",
                table: "Groups");
        }
    }
}
