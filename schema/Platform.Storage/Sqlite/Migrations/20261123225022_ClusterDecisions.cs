using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ClusterDecisions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "WithdrawnOn",
                table: "UnionContributions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ClusterDecisions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    OtherLibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<long>(type: "INTEGER", nullable: false),
                    OtherId = table.Column<long>(type: "INTEGER", nullable: false),
                    IsSame = table.Column<bool>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Actor = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    UndoneAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClusterDecisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ClusterDecisions_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClusterDecisions_Libraries_OtherLibraryId",
                        column: x => x.OtherLibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClusterDecisions_Records_OtherId",
                        column: x => x.OtherId,
                        principalTable: "Records",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClusterDecisions_Records_RecordId",
                        column: x => x.RecordId,
                        principalTable: "Records",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ClusterDecisions_LibraryId",
                table: "ClusterDecisions",
                column: "LibraryId");

            migrationBuilder.CreateIndex(
                name: "IX_ClusterDecisions_OtherId",
                table: "ClusterDecisions",
                column: "OtherId");

            migrationBuilder.CreateIndex(
                name: "IX_ClusterDecisions_OtherLibraryId",
                table: "ClusterDecisions",
                column: "OtherLibraryId");

            migrationBuilder.CreateIndex(
                name: "UX_ClusterDecision_OnePerPair",
                table: "ClusterDecisions",
                columns: new[] { "RecordId", "OtherId" },
                unique: true,
                filter: "[UndoneAt] IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ClusterDecisions");

            migrationBuilder.DropColumn(
                name: "WithdrawnOn",
                table: "UnionContributions");
        }
    }
}
