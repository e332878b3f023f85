using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class LendingConditions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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

            migrationBuilder.AddColumn<string>(
                name: "CopiesEvidence",
                table: "EResources",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

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

            migrationBuilder.CreateIndex(
                name: "IX_SemesterLists_ScanId",
                table: "SemesterLists",
                column: "ScanId");

            migrationBuilder.CreateIndex(
                name: "IX_LendingConditions_LibraryId",
                table: "LendingConditions",
                column: "LibraryId",
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_SemesterLists_FileContents_ScanId",
                table: "SemesterLists",
                column: "ScanId",
                principalTable: "FileContents",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_SemesterLists_FileContents_ScanId",
                table: "SemesterLists");

            migrationBuilder.DropTable(
                name: "LendingConditions");

            migrationBuilder.DropIndex(
                name: "IX_SemesterLists_ScanId",
                table: "SemesterLists");

            migrationBuilder.DropColumn(
                name: "ScanId",
                table: "SemesterLists");

            migrationBuilder.DropColumn(
                name: "ScanName",
                table: "SemesterLists");

            migrationBuilder.DropColumn(
                name: "CopiesEvidence",
                table: "EResources");
        }
    }
}
