using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Cataloguing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "CataloguingDefaults",
                columns: table => new
                {
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    Agency = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    DescriptionLanguage = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    Rules = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    Country = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CataloguingDefaults", x => x.LibraryId);
                    table.ForeignKey(
                        name: "FK_CataloguingDefaults_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NumberPatterns",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    Type = table.Column<byte>(type: "INTEGER", nullable: false),
                    Prefix = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Digits = table.Column<int>(type: "INTEGER", nullable: false),
                    Next = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NumberPatterns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_NumberPatterns_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RecordMerges",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    KeptId = table.Column<long>(type: "INTEGER", nullable: false),
                    AbsorbedId = table.Column<long>(type: "INTEGER", nullable: false),
                    AbsorbedTitle = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    MergedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Actor = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    UndoneAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    KeptBefore = table.Column<byte[]>(type: "BLOB", nullable: true),
                    KeptFormat = table.Column<byte>(type: "INTEGER", nullable: true),
                    KeptVersionAfter = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecordMerges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RecordMerges_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RecordMerges_Records_AbsorbedId",
                        column: x => x.AbsorbedId,
                        principalTable: "Records",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RecordMerges_Records_KeptId",
                        column: x => x.KeptId,
                        principalTable: "Records",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MergedRows",
                columns: table => new
                {
                    MergeId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    RowId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MergedRows", x => new { x.MergeId, x.Kind, x.RowId });
                    table.ForeignKey(
                        name: "FK_MergedRows_RecordMerges_MergeId",
                        column: x => x.MergeId,
                        principalTable: "RecordMerges",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_NumberPatterns_LibraryId_Type",
                table: "NumberPatterns",
                columns: new[] { "LibraryId", "Type" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "UX_NumberPattern_OnePrefix",
                table: "NumberPatterns",
                columns: new[] { "LibraryId", "Prefix" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RecordMerges_KeptId",
                table: "RecordMerges",
                column: "KeptId");

            migrationBuilder.CreateIndex(
                name: "IX_RecordMerges_LibraryId",
                table: "RecordMerges",
                column: "LibraryId");

            migrationBuilder.CreateIndex(
                name: "UX_RecordMerge_OnePerRecord",
                table: "RecordMerges",
                column: "AbsorbedId",
                unique: true,
                filter: "[UndoneAt] IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CataloguingDefaults");

            migrationBuilder.DropTable(
                name: "MergedRows");

            migrationBuilder.DropTable(
                name: "NumberPatterns");

            migrationBuilder.DropTable(
                name: "RecordMerges");
        }
    }
}
