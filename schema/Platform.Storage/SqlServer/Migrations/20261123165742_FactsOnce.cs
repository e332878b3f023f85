using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Storage.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class FactsOnce : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_SnapshotChunks_SnapshotId_Ordinal",
                table: "SnapshotChunks");

            migrationBuilder.DropIndex(
                name: "IX_Loans_LibraryId_LentOn",
                table: "Loans");

            migrationBuilder.DropColumn(
                name: "FirstFact",
                table: "SnapshotChunks");

            migrationBuilder.RenameColumn(
                name: "Facts",
                table: "SnapshotChunks",
                newName: "Count");

            migrationBuilder.AddColumn<byte>(
                name: "Kind",
                table: "SnapshotChunks",
                type: "tinyint",
                nullable: false,
                defaultValue: (byte)1);

            migrationBuilder.CreateIndex(
                name: "IX_SnapshotChunks_SnapshotId_Kind_Ordinal",
                table: "SnapshotChunks",
                columns: new[] { "SnapshotId", "Kind", "Ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Loans_Counts",
                table: "Loans",
                columns: new[] { "LibraryId", "LentOn", "Kind", "PatronCategory", "Grade", "ItemType", "ItemId", "PatronId" });

            migrationBuilder.CreateIndex(
                name: "IX_Loans_LibraryId_ReturnedAt",
                table: "Loans",
                columns: new[] { "LibraryId", "ReturnedAt" },
                filter: "[ReturnedAt] IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_SnapshotChunks_SnapshotId_Kind_Ordinal",
                table: "SnapshotChunks");

            migrationBuilder.DropIndex(
                name: "IX_Loans_Counts",
                table: "Loans");

            migrationBuilder.DropIndex(
                name: "IX_Loans_LibraryId_ReturnedAt",
                table: "Loans");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "SnapshotChunks");

            migrationBuilder.RenameColumn(
                name: "Count",
                table: "SnapshotChunks",
                newName: "Facts");

            migrationBuilder.AddColumn<long>(
                name: "FirstFact",
                table: "SnapshotChunks",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateIndex(
                name: "IX_SnapshotChunks_SnapshotId_Ordinal",
                table: "SnapshotChunks",
                columns: new[] { "SnapshotId", "Ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Loans_LibraryId_LentOn",
                table: "Loans",
                columns: new[] { "LibraryId", "LentOn" });
        }
    }
}
