using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Platform.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Circulation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "BornOn",
                table: "Patrons",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ErasedAt",
                table: "Patrons",
                type: "TEXT",
                precision: 3,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsTemporary",
                table: "Patrons",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "MinistryCode",
                table: "Patrons",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ClassSetId",
                table: "Loans",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<byte>(
                name: "EndedAs",
                table: "Loans",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RecalledAt",
                table: "Loans",
                type: "TEXT",
                precision: 3,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Renewals",
                table: "Loans",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "RuleId",
                table: "Loans",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Charges",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    PatronId = table.Column<long>(type: "INTEGER", nullable: true),
                    LoanId = table.Column<long>(type: "INTEGER", nullable: true),
                    ItemId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    RaisedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SettledAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    Settlement = table.Column<byte>(type: "INTEGER", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Charges", x => x.Id);
                    table.CheckConstraint("CK_Charge_Amount", "[Amount] > 0");
                    table.ForeignKey(
                        name: "FK_Charges_Items_ItemId",
                        column: x => x.ItemId,
                        principalTable: "Items",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Charges_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Charges_Loans_LoanId",
                        column: x => x.LoanId,
                        principalTable: "Loans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Charges_Patrons_PatronId",
                        column: x => x.PatronId,
                        principalTable: "Patrons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Classes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    StartYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Grade = table.Column<int>(type: "INTEGER", nullable: true),
                    MinistryCode = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    TeacherId = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Classes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Classes_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Classes_Patrons_TeacherId",
                        column: x => x.TeacherId,
                        principalTable: "Patrons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ClosedPeriods",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: true),
                    FromOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    UntilOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClosedPeriods", x => x.Id);
                    table.CheckConstraint("CK_ClosedPeriod_Order", "[FromOn] <= [UntilOn]");
                    table.ForeignKey(
                        name: "FK_ClosedPeriods_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Holds",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<long>(type: "INTEGER", nullable: false),
                    PatronId = table.Column<long>(type: "INTEGER", nullable: true),
                    PlacedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Status = table.Column<byte>(type: "INTEGER", nullable: false),
                    ItemId = table.Column<long>(type: "INTEGER", nullable: true),
                    KeptUntilOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Holds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Holds_Items_ItemId",
                        column: x => x.ItemId,
                        principalTable: "Items",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Holds_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Holds_Patrons_PatronId",
                        column: x => x.PatronId,
                        principalTable: "Patrons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Holds_Records_RecordId",
                        column: x => x.RecordId,
                        principalTable: "Records",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LoanRules",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: true),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: true),
                    PatronCategory = table.Column<byte>(type: "INTEGER", nullable: true),
                    ItemType = table.Column<byte>(type: "INTEGER", nullable: true),
                    Lends = table.Column<bool>(type: "INTEGER", nullable: false),
                    LoanLimit = table.Column<int>(type: "INTEGER", nullable: false),
                    LoanDays = table.Column<int>(type: "INTEGER", nullable: false),
                    DueBy = table.Column<byte>(type: "INTEGER", nullable: false),
                    RenewalLimit = table.Column<int>(type: "INTEGER", nullable: false),
                    HoldLimit = table.Column<int>(type: "INTEGER", nullable: false),
                    HoldShelfDays = table.Column<int>(type: "INTEGER", nullable: false),
                    RecallDays = table.Column<int>(type: "INTEGER", nullable: false),
                    OverdueLimit = table.Column<int>(type: "INTEGER", nullable: true),
                    DebtLimit = table.Column<long>(type: "INTEGER", nullable: true),
                    FinePerDay = table.Column<long>(type: "INTEGER", nullable: false),
                    FineLimit = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", unicode: false, maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LoanRules", x => x.Id);
                    table.CheckConstraint("CK_LoanRule_OneLevel", "[LibraryId] IS NULL OR [GroupId] IS NULL");
                    table.ForeignKey(
                        name: "FK_LoanRules_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LoanRules_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OpeningWeeks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    FromOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Days = table.Column<byte>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpeningWeeks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OpeningWeeks_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SchoolYears",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: true),
                    StartYear = table.Column<int>(type: "INTEGER", nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    FirstSemesterEndsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SchoolYears", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SchoolYears_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ClassMemberships",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    PatronId = table.Column<long>(type: "INTEGER", nullable: false),
                    ClassId = table.Column<long>(type: "INTEGER", nullable: false),
                    FromOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    UntilOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PromotionId = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClassMemberships", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ClassMemberships_Classes_ClassId",
                        column: x => x.ClassId,
                        principalTable: "Classes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClassMemberships_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClassMemberships_Patrons_PatronId",
                        column: x => x.PatronId,
                        principalTable: "Patrons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ClassSets",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    ClassId = table.Column<long>(type: "INTEGER", nullable: false),
                    LentAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Copies = table.Column<int>(type: "INTEGER", nullable: false),
                    IsFreeTextbookLending = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClassSets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ClassSets_Classes_ClassId",
                        column: x => x.ClassId,
                        principalTable: "Classes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClassSets_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "LoanRules",
                columns: new[] { "Id", "DebtLimit", "DueBy", "FineLimit", "FinePerDay", "GroupId", "HoldLimit", "HoldShelfDays", "ItemType", "Key", "Lends", "LibraryId", "LoanDays", "LoanLimit", "OverdueLimit", "PatronCategory", "RecallDays", "RenewalLimit", "Version" },
                values: new object[,]
                {
                    { 1L, null, (byte)1, 0L, 0L, null, 3, 3, null, "LGCT", true, null, 14, 5, null, null, 7, 1, 1 },
                    { 2L, null, (byte)1, 0L, 0L, null, 5, 3, null, "LGC2T", true, null, 30, 20, null, (byte)2, 7, 2, 1 },
                    { 3L, null, (byte)3, 0L, 0L, null, 3, 3, (byte)1, "LGCT1", true, null, 270, 30, null, null, 7, 0, 1 },
                    { 4L, null, (byte)3, 0L, 0L, null, 3, 3, (byte)1, "LGC1T1", true, null, 270, 30, null, (byte)1, 7, 0, 1 },
                    { 5L, null, (byte)3, 0L, 0L, null, 5, 3, (byte)2, "LGC2T2", true, null, 270, 20, null, (byte)2, 7, 1, 1 },
                    { 6L, null, (byte)3, 0L, 0L, null, 5, 3, (byte)1, "LGC2T1", true, null, 270, 30, null, (byte)2, 7, 1, 1 },
                    { 7L, null, (byte)1, 0L, 0L, null, 3, 2, (byte)5, "LGCT5", true, null, 7, 3, null, null, 3, 0, 1 }
                });

            migrationBuilder.CreateIndex(
                name: "IX_Patrons_LibraryId_MinistryCode",
                table: "Patrons",
                columns: new[] { "LibraryId", "MinistryCode" },
                unique: true,
                filter: "[MinistryCode] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Loans_ClassSetId",
                table: "Loans",
                column: "ClassSetId",
                filter: "[ClassSetId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Loans_OpenByDue",
                table: "Loans",
                columns: new[] { "LibraryId", "DueOn" },
                filter: "[ReturnedAt] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Loans_RuleId",
                table: "Loans",
                column: "RuleId");

            migrationBuilder.CreateIndex(
                name: "IX_Charges_ItemId",
                table: "Charges",
                column: "ItemId");

            migrationBuilder.CreateIndex(
                name: "IX_Charges_LibraryId_RaisedOn",
                table: "Charges",
                columns: new[] { "LibraryId", "RaisedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Charges_LoanId",
                table: "Charges",
                column: "LoanId");

            migrationBuilder.CreateIndex(
                name: "IX_Charges_PatronId_SettledAt",
                table: "Charges",
                columns: new[] { "PatronId", "SettledAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Classes_LibraryId_StartYear_Name",
                table: "Classes",
                columns: new[] { "LibraryId", "StartYear", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Classes_TeacherId",
                table: "Classes",
                column: "TeacherId");

            migrationBuilder.CreateIndex(
                name: "IX_ClassMemberships_ClassId_UntilOn",
                table: "ClassMemberships",
                columns: new[] { "ClassId", "UntilOn" });

            migrationBuilder.CreateIndex(
                name: "IX_ClassMemberships_LibraryId",
                table: "ClassMemberships",
                column: "LibraryId");

            migrationBuilder.CreateIndex(
                name: "UX_ClassMembership_OneAtATime",
                table: "ClassMemberships",
                column: "PatronId",
                unique: true,
                filter: "[UntilOn] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ClassSets_ClassId",
                table: "ClassSets",
                column: "ClassId");

            migrationBuilder.CreateIndex(
                name: "IX_ClassSets_LibraryId_ClassId",
                table: "ClassSets",
                columns: new[] { "LibraryId", "ClassId" });

            migrationBuilder.CreateIndex(
                name: "IX_ClosedPeriods_LibraryId_UntilOn",
                table: "ClosedPeriods",
                columns: new[] { "LibraryId", "UntilOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Holds_LibraryId_RecordId_ClosedAt",
                table: "Holds",
                columns: new[] { "LibraryId", "RecordId", "ClosedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Holds_RecordId",
                table: "Holds",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "UX_Hold_OneActive",
                table: "Holds",
                columns: new[] { "PatronId", "RecordId" },
                unique: true,
                filter: "[ClosedAt] IS NULL AND [PatronId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "UX_Hold_OnePerKeptItem",
                table: "Holds",
                column: "ItemId",
                unique: true,
                filter: "[ClosedAt] IS NULL AND [ItemId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_LoanRules_GroupId",
                table: "LoanRules",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_LoanRules_Key",
                table: "LoanRules",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LoanRules_LibraryId",
                table: "LoanRules",
                column: "LibraryId");

            migrationBuilder.CreateIndex(
                name: "IX_OpeningWeeks_LibraryId_FromOn",
                table: "OpeningWeeks",
                columns: new[] { "LibraryId", "FromOn" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SchoolYears_LibraryId_StartYear",
                table: "SchoolYears",
                columns: new[] { "LibraryId", "StartYear" },
                unique: true,
                filter: "[LibraryId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_SchoolYears_StartYear",
                table: "SchoolYears",
                column: "StartYear",
                unique: true,
                filter: "[LibraryId] IS NULL");

            migrationBuilder.AddForeignKey(
                name: "FK_Loans_ClassSets_ClassSetId",
                table: "Loans",
                column: "ClassSetId",
                principalTable: "ClassSets",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Loans_LoanRules_RuleId",
                table: "Loans",
                column: "RuleId",
                principalTable: "LoanRules",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {

            migrationBuilder.DropForeignKey(
                name: "FK_Loans_ClassSets_ClassSetId",
                table: "Loans");

            migrationBuilder.DropForeignKey(
                name: "FK_Loans_LoanRules_RuleId",
                table: "Loans");

            migrationBuilder.DropTable(
                name: "Charges");

            migrationBuilder.DropTable(
                name: "ClassMemberships");

            migrationBuilder.DropTable(
                name: "ClassSets");

            migrationBuilder.DropTable(
                name: "ClosedPeriods");

            migrationBuilder.DropTable(
                name: "Holds");

            migrationBuilder.DropTable(
                name: "LoanRules");

            migrationBuilder.DropTable(
                name: "OpeningWeeks");

            migrationBuilder.DropTable(
                name: "SchoolYears");

            migrationBuilder.DropTable(
                name: "Classes");

            migrationBuilder.DropIndex(
                name: "IX_Patrons_LibraryId_MinistryCode",
                table: "Patrons");

            migrationBuilder.DropIndex(
                name: "IX_Loans_ClassSetId",
                table: "Loans");

            migrationBuilder.DropIndex(
                name: "IX_Loans_OpenByDue",
                table: "Loans");

            migrationBuilder.DropIndex(
                name: "IX_Loans_RuleId",
                table: "Loans");

            migrationBuilder.DropColumn(
                name: "BornOn",
                table: "Patrons");

            migrationBuilder.DropColumn(
                name: "ErasedAt",
                table: "Patrons");

            migrationBuilder.DropColumn(
                name: "IsTemporary",
                table: "Patrons");

            migrationBuilder.DropColumn(
                name: "MinistryCode",
                table: "Patrons");

            migrationBuilder.DropColumn(
                name: "ClassSetId",
                table: "Loans");

            migrationBuilder.DropColumn(
                name: "EndedAs",
                table: "Loans");

            migrationBuilder.DropColumn(
                name: "RecalledAt",
                table: "Loans");

            migrationBuilder.DropColumn(
                name: "Renewals",
                table: "Loans");

            migrationBuilder.DropColumn(
                name: "RuleId",
                table: "Loans");
        }
    }
}
