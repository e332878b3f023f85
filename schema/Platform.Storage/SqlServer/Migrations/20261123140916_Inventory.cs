using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Storage.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Inventory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "ClosedByPromotionId",
                table: "ClassMemberships",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ClassPromotions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    LibraryId = table.Column<long>(type: "bigint", nullable: false),
                    FromStartYear = table.Column<int>(type: "int", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Moved = table.Column<int>(type: "int", nullable: false),
                    Left = table.Column<int>(type: "int", nullable: false),
                    RevertedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClassPromotions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ClassPromotions_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DeskOperations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    LibraryId = table.Column<long>(type: "bigint", nullable: false),
                    Device = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<byte>(type: "tinyint", nullable: false),
                    ItemId = table.Column<long>(type: "bigint", nullable: true),
                    OccurredAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Settlement = table.Column<byte>(type: "tinyint", nullable: false),
                    Refusal = table.Column<int>(type: "int", nullable: true),
                    LoanId = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeskOperations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DeskOperations_Items_ItemId",
                        column: x => x.ItemId,
                        principalTable: "Items",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DeskOperations_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DeskOperations_Loans_LoanId",
                        column: x => x.LoanId,
                        principalTable: "Loans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PatronLooks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    LibraryId = table.Column<long>(type: "bigint", nullable: false),
                    PatronId = table.Column<long>(type: "bigint", nullable: false),
                    Actor = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Kind = table.Column<byte>(type: "tinyint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PatronLooks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PatronLooks_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PatronLooks_Patrons_PatronId",
                        column: x => x.PatronId,
                        principalTable: "Patrons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StockTakings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    LibraryId = table.Column<long>(type: "bigint", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    ItemType = table.Column<byte>(type: "tinyint", nullable: true),
                    StartedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Missing = table.Column<int>(type: "int", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StockTakings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StockTakings_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StockTakingLines",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    LibraryId = table.Column<long>(type: "bigint", nullable: false),
                    StockTakingId = table.Column<long>(type: "bigint", nullable: false),
                    RegistrationNumber = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    ItemId = table.Column<long>(type: "bigint", nullable: true),
                    Finding = table.Column<byte>(type: "tinyint", nullable: false),
                    Device = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true),
                    At = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StockTakingLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StockTakingLines_Items_ItemId",
                        column: x => x.ItemId,
                        principalTable: "Items",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StockTakingLines_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StockTakingLines_StockTakings_StockTakingId",
                        column: x => x.StockTakingId,
                        principalTable: "StockTakings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ClassMemberships_ClosedByPromotionId",
                table: "ClassMemberships",
                column: "ClosedByPromotionId");

            migrationBuilder.CreateIndex(
                name: "IX_ClassMemberships_PromotionId",
                table: "ClassMemberships",
                column: "PromotionId");

            migrationBuilder.CreateIndex(
                name: "UX_ClassPromotion_OneAYear",
                table: "ClassPromotions",
                columns: new[] { "LibraryId", "FromStartYear" },
                unique: true,
                filter: "[RevertedAt] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_DeskOperations_ItemId_OccurredAt",
                table: "DeskOperations",
                columns: new[] { "ItemId", "OccurredAt" });

            migrationBuilder.CreateIndex(
                name: "IX_DeskOperations_LibraryId_Device_Sequence",
                table: "DeskOperations",
                columns: new[] { "LibraryId", "Device", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DeskOperations_LoanId",
                table: "DeskOperations",
                column: "LoanId");

            migrationBuilder.CreateIndex(
                name: "IX_PatronLooks_LibraryId",
                table: "PatronLooks",
                column: "LibraryId");

            migrationBuilder.CreateIndex(
                name: "IX_PatronLooks_PatronId_At",
                table: "PatronLooks",
                columns: new[] { "PatronId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_StockTakingLines_ItemId",
                table: "StockTakingLines",
                column: "ItemId");

            migrationBuilder.CreateIndex(
                name: "IX_StockTakingLines_LibraryId",
                table: "StockTakingLines",
                column: "LibraryId");

            migrationBuilder.CreateIndex(
                name: "IX_StockTakingLines_StockTakingId_RegistrationNumber",
                table: "StockTakingLines",
                columns: new[] { "StockTakingId", "RegistrationNumber" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StockTakings_LibraryId_StartedAt",
                table: "StockTakings",
                columns: new[] { "LibraryId", "StartedAt" });

            migrationBuilder.AddForeignKey(
                name: "FK_ClassMemberships_ClassPromotions_ClosedByPromotionId",
                table: "ClassMemberships",
                column: "ClosedByPromotionId",
                principalTable: "ClassPromotions",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_ClassMemberships_ClassPromotions_PromotionId",
                table: "ClassMemberships",
                column: "PromotionId",
                principalTable: "ClassPromotions",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_ClassMemberships_ClassPromotions_ClosedByPromotionId",
                table: "ClassMemberships");

            migrationBuilder.DropForeignKey(
                name: "FK_ClassMemberships_ClassPromotions_PromotionId",
                table: "ClassMemberships");

            migrationBuilder.DropTable(
                name: "ClassPromotions");

            migrationBuilder.DropTable(
                name: "DeskOperations");

            migrationBuilder.DropTable(
                name: "PatronLooks");

            migrationBuilder.DropTable(
                name: "StockTakingLines");

            migrationBuilder.DropTable(
                name: "StockTakings");

            migrationBuilder.DropIndex(
                name: "IX_ClassMemberships_ClosedByPromotionId",
                table: "ClassMemberships");

            migrationBuilder.DropIndex(
                name: "IX_ClassMemberships_PromotionId",
                table: "ClassMemberships");

            migrationBuilder.DropColumn(
                name: "ClosedByPromotionId",
                table: "ClassMemberships");
        }
    }
}
