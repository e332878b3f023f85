using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class TransfersAndClusters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "WithdrawnOn",
                table: "UnionContributions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "FormerItemId",
                table: "Items",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<byte>(
                name: "WithdrawalHandling",
                table: "Items",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<byte>(
                name: "WithdrawalReason",
                table: "Items",
                type: "INTEGER",
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

            migrationBuilder.CreateTable(
                name: "ItemTransfers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    ToLibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    DecisionNumber = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    PreparedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    State = table.Column<byte>(type: "INTEGER", nullable: false),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RefusedBecause = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ItemTransfers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ItemTransfers_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ItemTransfers_Libraries_ToLibraryId",
                        column: x => x.ToLibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ItemTransferLines",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    ToLibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    TransferId = table.Column<long>(type: "INTEGER", nullable: false),
                    ItemId = table.Column<long>(type: "INTEGER", nullable: false),
                    NewItemId = table.Column<long>(type: "INTEGER", nullable: true),
                    IsWaiting = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ItemTransferLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ItemTransferLines_ItemTransfers_TransferId",
                        column: x => x.TransferId,
                        principalTable: "ItemTransfers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ItemTransferLines_Items_ItemId",
                        column: x => x.ItemId,
                        principalTable: "Items",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ItemTransferLines_Items_NewItemId",
                        column: x => x.NewItemId,
                        principalTable: "Items",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ItemTransferLines_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ItemTransferLines_Libraries_ToLibraryId",
                        column: x => x.ToLibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "UX_Item_OneFormer",
                table: "Items",
                column: "FormerItemId",
                unique: true,
                filter: "[FormerItemId] IS NOT NULL");

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

            migrationBuilder.CreateIndex(
                name: "IX_ItemTransferLines_LibraryId",
                table: "ItemTransferLines",
                column: "LibraryId");

            migrationBuilder.CreateIndex(
                name: "IX_ItemTransferLines_ToLibraryId",
                table: "ItemTransferLines",
                column: "ToLibraryId");

            migrationBuilder.CreateIndex(
                name: "IX_ItemTransferLines_TransferId_ItemId",
                table: "ItemTransferLines",
                columns: new[] { "TransferId", "ItemId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "UX_ItemTransferLine_OneOrigin",
                table: "ItemTransferLines",
                column: "NewItemId",
                unique: true,
                filter: "[NewItemId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "UX_ItemTransferLine_OneWaiting",
                table: "ItemTransferLines",
                column: "ItemId",
                unique: true,
                filter: "[IsWaiting] = 1");

            migrationBuilder.CreateIndex(
                name: "IX_ItemTransfers_LibraryId_State",
                table: "ItemTransfers",
                columns: new[] { "LibraryId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_ItemTransfers_ToLibraryId_State",
                table: "ItemTransfers",
                columns: new[] { "ToLibraryId", "State" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ClusterDecisions");

            migrationBuilder.DropTable(
                name: "ItemTransferLines");

            migrationBuilder.DropTable(
                name: "ItemTransfers");

            migrationBuilder.DropIndex(
                name: "UX_Item_OneFormer",
                table: "Items");

            migrationBuilder.DropColumn(
                name: "WithdrawnOn",
                table: "UnionContributions");

            migrationBuilder.DropColumn(
                name: "FormerItemId",
                table: "Items");

            migrationBuilder.DropColumn(
                name: "WithdrawalHandling",
                table: "Items");

            migrationBuilder.DropColumn(
                name: "WithdrawalReason",
                table: "Items");
        }
    }
}
