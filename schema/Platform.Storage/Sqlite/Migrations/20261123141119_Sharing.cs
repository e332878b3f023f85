using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Sharing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AgreementArticles",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    FromOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    UntilOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgreementArticles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AgreementArticles_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "GuidanceMessages",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    SentAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GuidanceMessages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_GuidanceMessages_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InterLibraryLoans",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: false),
                    BorrowerId = table.Column<long>(type: "INTEGER", nullable: false),
                    LenderId = table.Column<long>(type: "INTEGER", nullable: true),
                    RecordId = table.Column<long>(type: "INTEGER", nullable: false),
                    ItemId = table.Column<long>(type: "INTEGER", nullable: true),
                    State = table.Column<byte>(type: "INTEGER", nullable: false),
                    RequestedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    NeededUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Conditions = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SentOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ArrivedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ReturnedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InterLibraryLoans", x => x.Id);
                    table.CheckConstraint("CK_InterLibraryLoan_Apart", "[LenderId] IS NULL OR [LenderId] <> [BorrowerId]");
                    table.ForeignKey(
                        name: "FK_InterLibraryLoans_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_InterLibraryLoans_Items_ItemId",
                        column: x => x.ItemId,
                        principalTable: "Items",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_InterLibraryLoans_Libraries_BorrowerId",
                        column: x => x.BorrowerId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_InterLibraryLoans_Libraries_LenderId",
                        column: x => x.LenderId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_InterLibraryLoans_Records_RecordId",
                        column: x => x.RecordId,
                        principalTable: "Records",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MemberContributions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: false),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    SchoolYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    StaffDays = table.Column<int>(type: "INTEGER", nullable: false),
                    GivenOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MemberContributions", x => x.Id);
                    table.CheckConstraint("CK_MemberContribution_Given", "[Amount] >= 0 AND [StaffDays] >= 0 AND ([Amount] > 0 OR [StaffDays] > 0)");
                    table.ForeignKey(
                        name: "FK_MemberContributions_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MemberContributions_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RotationPlans",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: false),
                    Semester = table.Column<string>(type: "TEXT", unicode: false, maxLength: 20, nullable: false),
                    State = table.Column<byte>(type: "INTEGER", nullable: false),
                    Score = table.Column<long>(type: "INTEGER", nullable: false),
                    BaselineScore = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    ApprovedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RotationPlans", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RotationPlans_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SemesterDuties",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: false),
                    Semester = table.Column<string>(type: "TEXT", unicode: false, maxLength: 20, nullable: false),
                    FewestEResources = table.Column<int>(type: "INTEGER", nullable: false),
                    Rotates = table.Column<bool>(type: "INTEGER", nullable: false),
                    ListsDueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SemesterDuties", x => x.Id);
                    table.CheckConstraint("CK_SemesterDuty_Fewest", "[FewestEResources] >= 0");
                    table.ForeignKey(
                        name: "FK_SemesterDuties_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SemesterLists",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: false),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    Semester = table.Column<string>(type: "TEXT", unicode: false, maxLength: 20, nullable: false),
                    Kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    Lines = table.Column<int>(type: "INTEGER", nullable: false),
                    SentAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SemesterLists", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SemesterLists_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SemesterLists_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InterLibraryOffers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LoanId = table.Column<long>(type: "INTEGER", nullable: false),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Answer = table.Column<byte>(type: "INTEGER", nullable: false),
                    Declined = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InterLibraryOffers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InterLibraryOffers_InterLibraryLoans_LoanId",
                        column: x => x.LoanId,
                        principalTable: "InterLibraryLoans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_InterLibraryOffers_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InterLibraryReaders",
                columns: table => new
                {
                    LoanId = table.Column<long>(type: "INTEGER", nullable: false),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    PatronId = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InterLibraryReaders", x => x.LoanId);
                    table.ForeignKey(
                        name: "FK_InterLibraryReaders_InterLibraryLoans_LoanId",
                        column: x => x.LoanId,
                        principalTable: "InterLibraryLoans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_InterLibraryReaders_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_InterLibraryReaders_Patrons_PatronId",
                        column: x => x.PatronId,
                        principalTable: "Patrons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RotationMoves",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PlanId = table.Column<long>(type: "INTEGER", nullable: false),
                    ItemId = table.Column<long>(type: "INTEGER", nullable: false),
                    OwnerId = table.Column<long>(type: "INTEGER", nullable: false),
                    ReceiverId = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    State = table.Column<byte>(type: "INTEGER", nullable: false),
                    SentOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ArrivedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Settlement = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RotationMoves", x => x.Id);
                    table.CheckConstraint("CK_RotationMove_Apart", "[OwnerId] <> [ReceiverId]");
                    table.ForeignKey(
                        name: "FK_RotationMoves_Items_ItemId",
                        column: x => x.ItemId,
                        principalTable: "Items",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RotationMoves_Libraries_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RotationMoves_Libraries_ReceiverId",
                        column: x => x.ReceiverId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RotationMoves_RotationPlans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "RotationPlans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AgreementArticles_GroupId_Number_FromOn",
                table: "AgreementArticles",
                columns: new[] { "GroupId", "Number", "FromOn" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GuidanceMessages_GroupId_SentAt",
                table: "GuidanceMessages",
                columns: new[] { "GroupId", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_InterLibraryLoans_BorrowerId_RequestedOn",
                table: "InterLibraryLoans",
                columns: new[] { "BorrowerId", "RequestedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_InterLibraryLoans_GroupId",
                table: "InterLibraryLoans",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_InterLibraryLoans_LenderId_SentOn",
                table: "InterLibraryLoans",
                columns: new[] { "LenderId", "SentOn" });

            migrationBuilder.CreateIndex(
                name: "IX_InterLibraryLoans_RecordId",
                table: "InterLibraryLoans",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "UX_InterLibraryLoan_OneOpenPerItem",
                table: "InterLibraryLoans",
                column: "ItemId",
                unique: true,
                filter: "[ItemId] IS NOT NULL AND [ReturnedOn] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_InterLibraryOffers_LibraryId",
                table: "InterLibraryOffers",
                column: "LibraryId");

            migrationBuilder.CreateIndex(
                name: "IX_InterLibraryOffers_LoanId_LibraryId",
                table: "InterLibraryOffers",
                columns: new[] { "LoanId", "LibraryId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_InterLibraryOffers_LoanId_Position",
                table: "InterLibraryOffers",
                columns: new[] { "LoanId", "Position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_InterLibraryReaders_LibraryId",
                table: "InterLibraryReaders",
                column: "LibraryId");

            migrationBuilder.CreateIndex(
                name: "IX_InterLibraryReaders_PatronId",
                table: "InterLibraryReaders",
                column: "PatronId");

            migrationBuilder.CreateIndex(
                name: "IX_MemberContributions_GroupId_SchoolYear_LibraryId",
                table: "MemberContributions",
                columns: new[] { "GroupId", "SchoolYear", "LibraryId" });

            migrationBuilder.CreateIndex(
                name: "IX_MemberContributions_LibraryId",
                table: "MemberContributions",
                column: "LibraryId");

            migrationBuilder.CreateIndex(
                name: "IX_RotationMoves_OwnerId",
                table: "RotationMoves",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_RotationMoves_PlanId_OwnerId_ReceiverId",
                table: "RotationMoves",
                columns: new[] { "PlanId", "OwnerId", "ReceiverId" });

            migrationBuilder.CreateIndex(
                name: "IX_RotationMoves_ReceiverId",
                table: "RotationMoves",
                column: "ReceiverId");

            migrationBuilder.CreateIndex(
                name: "UX_RotationMove_OneOpenPerItem",
                table: "RotationMoves",
                column: "ItemId",
                unique: true,
                filter: "[ClosedOn] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_RotationPlans_GroupId_Semester",
                table: "RotationPlans",
                columns: new[] { "GroupId", "Semester" });

            migrationBuilder.CreateIndex(
                name: "IX_SemesterDuties_GroupId_Semester",
                table: "SemesterDuties",
                columns: new[] { "GroupId", "Semester" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SemesterLists_GroupId_LibraryId_Semester_Kind",
                table: "SemesterLists",
                columns: new[] { "GroupId", "LibraryId", "Semester", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SemesterLists_LibraryId",
                table: "SemesterLists",
                column: "LibraryId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AgreementArticles");

            migrationBuilder.DropTable(
                name: "GuidanceMessages");

            migrationBuilder.DropTable(
                name: "InterLibraryOffers");

            migrationBuilder.DropTable(
                name: "InterLibraryReaders");

            migrationBuilder.DropTable(
                name: "MemberContributions");

            migrationBuilder.DropTable(
                name: "RotationMoves");

            migrationBuilder.DropTable(
                name: "SemesterDuties");

            migrationBuilder.DropTable(
                name: "SemesterLists");

            migrationBuilder.DropTable(
                name: "InterLibraryLoans");

            migrationBuilder.DropTable(
                name: "RotationPlans");
        }
    }
}
