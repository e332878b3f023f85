using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Storage.SqlServer.Migrations
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
                    LibraryId = table.Column<long>(type: "bigint", nullable: false),
                    Agency = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    DescriptionLanguage = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false),
                    Rules = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Language = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false),
                    Country = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    LibraryId = table.Column<long>(type: "bigint", nullable: false),
                    Type = table.Column<byte>(type: "tinyint", nullable: false),
                    Prefix = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    Digits = table.Column<int>(type: "int", nullable: false),
                    Next = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    LibraryId = table.Column<long>(type: "bigint", nullable: false),
                    KeptId = table.Column<long>(type: "bigint", nullable: false),
                    AbsorbedId = table.Column<long>(type: "bigint", nullable: false),
                    AbsorbedTitle = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    MergedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Actor = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    UndoneAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    KeptBefore = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    KeptFormat = table.Column<byte>(type: "tinyint", nullable: true),
                    KeptVersionAfter = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
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
                    MergeId = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<byte>(type: "tinyint", nullable: false),
                    RowId = table.Column<long>(type: "bigint", nullable: false)
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
