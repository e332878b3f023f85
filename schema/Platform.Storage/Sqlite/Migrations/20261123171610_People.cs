using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class People : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Loans_Counts",
                table: "Loans");

            migrationBuilder.DropIndex(
                name: "IX_LoanRules_Key",
                table: "LoanRules");

            migrationBuilder.AddColumn<byte>(
                name: "StandsFor",
                table: "Loans",
                type: "INTEGER",
                nullable: false,
                defaultValue: (byte)0);

            migrationBuilder.AddColumn<DateTime>(
                name: "RemovedAt",
                table: "LoanRules",
                type: "TEXT",
                precision: 3,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ClassGrants",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    ClassId = table.Column<long>(type: "INTEGER", nullable: false),
                    TeacherId = table.Column<long>(type: "INTEGER", nullable: false),
                    FromOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    UntilOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClassGrants", x => x.Id);
                    table.CheckConstraint("CK_ClassGrant_Order", "[FromOn] <= [UntilOn]");
                    table.ForeignKey(
                        name: "FK_ClassGrants_Classes_ClassId",
                        column: x => x.ClassId,
                        principalTable: "Classes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClassGrants_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClassGrants_Patrons_TeacherId",
                        column: x => x.TeacherId,
                        principalTable: "Patrons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Consents",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    PatronId = table.Column<long>(type: "INTEGER", nullable: false),
                    Purpose = table.Column<byte>(type: "INTEGER", nullable: false),
                    GivenBy = table.Column<byte>(type: "INTEGER", nullable: false),
                    GivenOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Consents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Consents_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Consents_Patrons_PatronId",
                        column: x => x.PatronId,
                        principalTable: "Patrons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PatronTransfers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    ToLibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    PatronId = table.Column<long>(type: "INTEGER", nullable: false),
                    FullName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    MinistryCode = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Category = table.Column<byte>(type: "INTEGER", nullable: false),
                    Grade = table.Column<int>(type: "INTEGER", nullable: true),
                    OfferedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    State = table.Column<byte>(type: "INTEGER", nullable: false),
                    NewPatronId = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PatronTransfers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PatronTransfers_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PatronTransfers_Libraries_ToLibraryId",
                        column: x => x.ToLibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PatronTransfers_Patrons_NewPatronId",
                        column: x => x.NewPatronId,
                        principalTable: "Patrons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PatronTransfers_Patrons_PatronId",
                        column: x => x.PatronId,
                        principalTable: "Patrons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PersonImportFiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    Actor = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonImportFiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PersonImportFiles_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.UpdateData(
                table: "LoanRules",
                keyColumn: "Id",
                keyValue: 1L,
                column: "RemovedAt",
                value: null);

            migrationBuilder.UpdateData(
                table: "LoanRules",
                keyColumn: "Id",
                keyValue: 2L,
                column: "RemovedAt",
                value: null);

            migrationBuilder.UpdateData(
                table: "LoanRules",
                keyColumn: "Id",
                keyValue: 3L,
                column: "RemovedAt",
                value: null);

            migrationBuilder.UpdateData(
                table: "LoanRules",
                keyColumn: "Id",
                keyValue: 4L,
                column: "RemovedAt",
                value: null);

            migrationBuilder.UpdateData(
                table: "LoanRules",
                keyColumn: "Id",
                keyValue: 5L,
                column: "RemovedAt",
                value: null);

            migrationBuilder.UpdateData(
                table: "LoanRules",
                keyColumn: "Id",
                keyValue: 6L,
                column: "RemovedAt",
                value: null);

            migrationBuilder.UpdateData(
                table: "LoanRules",
                keyColumn: "Id",
                keyValue: 7L,
                column: "RemovedAt",
                value: null);

            migrationBuilder.CreateIndex(
                name: "IX_Loans_Counts",
                table: "Loans",
                columns: new[] { "LibraryId", "LentOn", "Kind", "PatronCategory", "Grade", "ItemType", "ItemId", "PatronId", "StandsFor" });

            migrationBuilder.CreateIndex(
                name: "IX_LoanRules_Key",
                table: "LoanRules",
                column: "Key",
                unique: true,
                filter: "[RemovedAt] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ClassGrants_ClassId",
                table: "ClassGrants",
                column: "ClassId");

            migrationBuilder.CreateIndex(
                name: "IX_ClassGrants_LibraryId",
                table: "ClassGrants",
                column: "LibraryId");

            migrationBuilder.CreateIndex(
                name: "IX_ClassGrants_TeacherId_UntilOn",
                table: "ClassGrants",
                columns: new[] { "TeacherId", "UntilOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Consents_LibraryId_Purpose",
                table: "Consents",
                columns: new[] { "LibraryId", "Purpose" });

            migrationBuilder.CreateIndex(
                name: "UX_Consent_OneStanding",
                table: "Consents",
                columns: new[] { "PatronId", "Purpose", "GivenBy" },
                unique: true,
                filter: "[WithdrawnOn] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_PatronTransfers_LibraryId_State",
                table: "PatronTransfers",
                columns: new[] { "LibraryId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_PatronTransfers_NewPatronId",
                table: "PatronTransfers",
                column: "NewPatronId");

            migrationBuilder.CreateIndex(
                name: "IX_PatronTransfers_ToLibraryId_State",
                table: "PatronTransfers",
                columns: new[] { "ToLibraryId", "State" });

            migrationBuilder.CreateIndex(
                name: "UX_PatronTransfer_OneOffer",
                table: "PatronTransfers",
                column: "PatronId",
                unique: true,
                filter: "[State] = 1");

            migrationBuilder.CreateIndex(
                name: "IX_PersonImportFiles_ExpiresAt",
                table: "PersonImportFiles",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_PersonImportFiles_LibraryId",
                table: "PersonImportFiles",
                column: "LibraryId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ClassGrants");

            migrationBuilder.DropTable(
                name: "Consents");

            migrationBuilder.DropTable(
                name: "PatronTransfers");

            migrationBuilder.DropTable(
                name: "PersonImportFiles");

            migrationBuilder.DropIndex(
                name: "IX_Loans_Counts",
                table: "Loans");

            migrationBuilder.DropIndex(
                name: "IX_LoanRules_Key",
                table: "LoanRules");

            migrationBuilder.DropColumn(
                name: "StandsFor",
                table: "Loans");

            migrationBuilder.DropColumn(
                name: "RemovedAt",
                table: "LoanRules");

            migrationBuilder.CreateIndex(
                name: "IX_Loans_Counts",
                table: "Loans",
                columns: new[] { "LibraryId", "LentOn", "Kind", "PatronCategory", "Grade", "ItemType", "ItemId", "PatronId" });

            migrationBuilder.CreateIndex(
                name: "IX_LoanRules_Key",
                table: "LoanRules",
                column: "Key",
                unique: true);
        }
    }
}
