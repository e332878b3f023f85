using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Storage.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class SchoolNetwork : Migration
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

            migrationBuilder.DropIndex(
                name: "IX_LoanRules_Key",
                table: "LoanRules");

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

            migrationBuilder.AddColumn<string>(
                name: "ReturnReason",
                table: "SemesterLists",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "RunId",
                table: "SemesterLists",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Explanation",
                table: "RotationPlans",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Rules",
                table: "RotationPlans",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "SentBackOn",
                table: "RotationMoves",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "SettledAmount",
                table: "RotationMoves",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<byte>(
                name: "StandsFor",
                table: "Loans",
                type: "tinyint",
                nullable: false,
                defaultValue: (byte)0);

            migrationBuilder.AddColumn<DateTime>(
                name: "RemovedAt",
                table: "LoanRules",
                type: "datetime2(3)",
                precision: 3,
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Latitude",
                table: "Libraries",
                type: "float",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Longitude",
                table: "Libraries",
                type: "float",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ShelfRoom",
                table: "Libraries",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "WithdrawalDecision",
                table: "Items",
                type: "nvarchar(50)",
                maxLength: 50,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LenderOrder",
                table: "Groups",
                type: "varchar(100)",
                unicode: false,
                maxLength: 100,
                nullable: true);

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
                name: "ChangeProposals",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    LibraryId = table.Column<long>(type: "bigint", nullable: false),
                    RecordId = table.Column<long>(type: "bigint", nullable: false),
                    KeeperId = table.Column<long>(type: "bigint", nullable: false),
                    RecordVersion = table.Column<int>(type: "int", nullable: false),
                    State = table.Column<byte>(type: "tinyint", nullable: false),
                    Note = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Message = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Rules = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    ProposedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Before = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    BeforeFormat = table.Column<byte>(type: "tinyint", nullable: false),
                    After = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    AfterFormat = table.Column<byte>(type: "tinyint", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChangeProposals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ChangeProposals_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ChangeProposals_Records_RecordId",
                        column: x => x.RecordId,
                        principalTable: "Records",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ClassGrants",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    LibraryId = table.Column<long>(type: "bigint", nullable: false),
                    ClassId = table.Column<long>(type: "bigint", nullable: false),
                    TeacherId = table.Column<long>(type: "bigint", nullable: false),
                    FromOn = table.Column<DateOnly>(type: "date", nullable: false),
                    UntilOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
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
                name: "ClientRules",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ClientId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    TrustedDocumentsOnly = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClientRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Consents",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    LibraryId = table.Column<long>(type: "bigint", nullable: false),
                    PatronId = table.Column<long>(type: "bigint", nullable: false),
                    Purpose = table.Column<byte>(type: "tinyint", nullable: false),
                    GivenBy = table.Column<byte>(type: "tinyint", nullable: false),
                    GivenOn = table.Column<DateOnly>(type: "date", nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Evidence = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
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
                name: "CutterNumbers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    LibraryId = table.Column<long>(type: "bigint", nullable: false),
                    Rhyme = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    Number = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CutterNumbers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CutterNumbers_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NoticeContacts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    LibraryId = table.Column<long>(type: "bigint", nullable: false),
                    PatronId = table.Column<long>(type: "bigint", nullable: false),
                    Mail = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoticeContacts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_NoticeContacts_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NoticeContacts_Patrons_PatronId",
                        column: x => x.PatronId,
                        principalTable: "Patrons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Notices",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    LibraryId = table.Column<long>(type: "bigint", nullable: false),
                    PatronId = table.Column<long>(type: "bigint", nullable: true),
                    Kind = table.Column<byte>(type: "tinyint", nullable: false),
                    Key = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    Address = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: false),
                    Subject = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Body = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    State = table.Column<byte>(type: "tinyint", nullable: false),
                    Attempts = table.Column<int>(type: "int", nullable: false),
                    NextAttemptAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    SentAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Fault = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Notices_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Notices_Patrons_PatronId",
                        column: x => x.PatronId,
                        principalTable: "Patrons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NoticeTemplates",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    LibraryId = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<byte>(type: "tinyint", nullable: false),
                    Subject = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Body = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoticeTemplates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_NoticeTemplates_Libraries_LibraryId",
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
                name: "PatronTransfers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    LibraryId = table.Column<long>(type: "bigint", nullable: false),
                    ToLibraryId = table.Column<long>(type: "bigint", nullable: false),
                    PatronId = table.Column<long>(type: "bigint", nullable: false),
                    FullName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    MinistryCode = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    Category = table.Column<byte>(type: "tinyint", nullable: false),
                    Grade = table.Column<int>(type: "int", nullable: true),
                    OfferedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    State = table.Column<byte>(type: "tinyint", nullable: false),
                    NewPatronId = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LibraryId = table.Column<long>(type: "bigint", nullable: false),
                    Actor = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Bytes = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
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

            migrationBuilder.CreateTable(
                name: "QualityAssessments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    LibraryId = table.Column<long>(type: "bigint", nullable: false),
                    AssessedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Records = table.Column<int>(type: "int", nullable: false),
                    Score = table.Column<double>(type: "float", nullable: false),
                    WithErrors = table.Column<int>(type: "int", nullable: false),
                    WithWarnings = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QualityAssessments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_QualityAssessments_Libraries_LibraryId",
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
                name: "Reminders",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    LibraryId = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<byte>(type: "tinyint", nullable: false),
                    Key = table.Column<string>(type: "varchar(100)", unicode: false, maxLength: 100, nullable: false),
                    Text = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    RaisedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reminders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Reminders_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReportNarratives",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    LibraryId = table.Column<long>(type: "bigint", nullable: false),
                    DefinitionCode = table.Column<string>(type: "varchar(20)", unicode: false, maxLength: 20, nullable: false),
                    Period = table.Column<string>(type: "varchar(20)", unicode: false, maxLength: 20, nullable: false),
                    Section = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(max)", maxLength: 8000, nullable: false),
                    Author = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportNarratives", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportNarratives_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StandardisationJobs",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    LibraryId = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<byte>(type: "tinyint", nullable: false),
                    Examined = table.Column<int>(type: "int", nullable: false),
                    LastRecordId = table.Column<long>(type: "bigint", nullable: false),
                    Changed = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    AppliedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    UndoneAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StandardisationJobs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StandardisationJobs_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TrustedDocuments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ClientId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Hash = table.Column<string>(type: "char(64)", unicode: false, fixedLength: true, maxLength: 64, nullable: false),
                    Text = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    RegisteredAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrustedDocuments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "UnionContributions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    LibraryId = table.Column<long>(type: "bigint", nullable: false),
                    RecordId = table.Column<long>(type: "bigint", nullable: false),
                    Level = table.Column<byte>(type: "tinyint", nullable: false),
                    ContributedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnionContributions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_UnionContributions_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_UnionContributions_Records_RecordId",
                        column: x => x.RecordId,
                        principalTable: "Records",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Webhooks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    AccountId = table.Column<long>(type: "bigint", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Address = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Types = table.Column<string>(type: "varchar(2000)", unicode: false, maxLength: 2000, nullable: false),
                    ProtectedSecret = table.Column<string>(type: "varchar(500)", unicode: false, maxLength: 500, nullable: false),
                    State = table.Column<byte>(type: "tinyint", nullable: false),
                    PausedBecause = table.Column<byte>(type: "tinyint", nullable: true),
                    PausedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Position = table.Column<long>(type: "bigint", nullable: false),
                    SendingUpTo = table.Column<long>(type: "bigint", nullable: true),
                    FailedAttempts = table.Column<int>(type: "int", nullable: false),
                    NextAttemptAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Lease = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: true),
                    LeasedUntil = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Webhooks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Webhooks_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Weedings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    LibraryId = table.Column<long>(type: "bigint", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    OpenedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    State = table.Column<byte>(type: "tinyint", nullable: false),
                    Stock = table.Column<int>(type: "int", nullable: true),
                    DecisionNumber = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    PublishedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CarriedOutOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Weedings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Weedings_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "QualityCounts",
                columns: table => new
                {
                    AssessmentId = table.Column<long>(type: "bigint", nullable: false),
                    Rule = table.Column<byte>(type: "tinyint", nullable: false),
                    Records = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QualityCounts", x => new { x.AssessmentId, x.Rule });
                    table.ForeignKey(
                        name: "FK_QualityCounts_QualityAssessments_AssessmentId",
                        column: x => x.AssessmentId,
                        principalTable: "QualityAssessments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
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

            migrationBuilder.CreateTable(
                name: "StandardisationLines",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    JobId = table.Column<long>(type: "bigint", nullable: false),
                    LibraryId = table.Column<long>(type: "bigint", nullable: false),
                    RecordId = table.Column<long>(type: "bigint", nullable: false),
                    RecordVersion = table.Column<int>(type: "int", nullable: false),
                    Rule = table.Column<byte>(type: "tinyint", nullable: false),
                    Before = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    After = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    OtherRecordId = table.Column<long>(type: "bigint", nullable: true),
                    Decision = table.Column<byte>(type: "tinyint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StandardisationLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StandardisationLines_Records_RecordId",
                        column: x => x.RecordId,
                        principalTable: "Records",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StandardisationLines_StandardisationJobs_JobId",
                        column: x => x.JobId,
                        principalTable: "StandardisationJobs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StandardisedRecords",
                columns: table => new
                {
                    JobId = table.Column<long>(type: "bigint", nullable: false),
                    RecordId = table.Column<long>(type: "bigint", nullable: false),
                    Bytes = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    Format = table.Column<byte>(type: "tinyint", nullable: false),
                    VersionAfter = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StandardisedRecords", x => new { x.JobId, x.RecordId });
                    table.ForeignKey(
                        name: "FK_StandardisedRecords_StandardisationJobs_JobId",
                        column: x => x.JobId,
                        principalTable: "StandardisationJobs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "WebhookAttempts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    WebhookId = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    IsTest = table.Column<bool>(type: "bit", nullable: false),
                    FirstSequence = table.Column<long>(type: "bigint", nullable: true),
                    LastSequence = table.Column<long>(type: "bigint", nullable: true),
                    Changes = table.Column<int>(type: "int", nullable: false),
                    Outcome = table.Column<byte>(type: "tinyint", nullable: false),
                    Status = table.Column<int>(type: "int", nullable: true),
                    Milliseconds = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WebhookAttempts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WebhookAttempts_Webhooks_WebhookId",
                        column: x => x.WebhookId,
                        principalTable: "Webhooks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WeedingLines",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    LibraryId = table.Column<long>(type: "bigint", nullable: false),
                    WeedingId = table.Column<long>(type: "bigint", nullable: false),
                    ItemId = table.Column<long>(type: "bigint", nullable: false),
                    Reason = table.Column<byte>(type: "tinyint", nullable: false),
                    Handling = table.Column<byte>(type: "tinyint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WeedingLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WeedingLines_Items_ItemId",
                        column: x => x.ItemId,
                        principalTable: "Items",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_WeedingLines_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_WeedingLines_Weedings_WeedingId",
                        column: x => x.WeedingId,
                        principalTable: "Weedings",
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
                name: "IX_SnapshotChunks_SnapshotId_Kind_Ordinal",
                table: "SnapshotChunks",
                columns: new[] { "SnapshotId", "Kind", "Ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SemesterLists_RunId",
                table: "SemesterLists",
                column: "RunId");

            migrationBuilder.CreateIndex(
                name: "UX_RotationPlan_OneOpenPerGroup",
                table: "RotationPlans",
                column: "GroupId",
                unique: true,
                filter: "[State] IN (1, 2)");

            migrationBuilder.CreateIndex(
                name: "IX_Loans_Counts",
                table: "Loans",
                columns: new[] { "LibraryId", "LentOn", "Kind", "PatronCategory", "Grade", "ItemType", "ItemId", "PatronId", "StandsFor" });

            migrationBuilder.CreateIndex(
                name: "IX_Loans_LibraryId_ReturnedAt",
                table: "Loans",
                columns: new[] { "LibraryId", "ReturnedAt" },
                filter: "[ReturnedAt] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_LoanRules_Key",
                table: "LoanRules",
                column: "Key",
                unique: true,
                filter: "[RemovedAt] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ChangeFeed_Entity_Sequence",
                table: "ChangeFeed",
                columns: new[] { "Entity", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_ChangeProposals_KeeperId",
                table: "ChangeProposals",
                column: "KeeperId");

            migrationBuilder.CreateIndex(
                name: "IX_ChangeProposals_LibraryId",
                table: "ChangeProposals",
                column: "LibraryId");

            migrationBuilder.CreateIndex(
                name: "IX_ChangeProposals_RecordId",
                table: "ChangeProposals",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "IX_ChangeProposals_State_ProposedAt",
                table: "ChangeProposals",
                columns: new[] { "State", "ProposedAt" });

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
                name: "IX_ClientRules_ClientId",
                table: "ClientRules",
                column: "ClientId",
                unique: true);

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
                name: "IX_CutterNumbers_LibraryId_Rhyme",
                table: "CutterNumbers",
                columns: new[] { "LibraryId", "Rhyme" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_NoticeContacts_LibraryId",
                table: "NoticeContacts",
                column: "LibraryId");

            migrationBuilder.CreateIndex(
                name: "IX_NoticeContacts_PatronId",
                table: "NoticeContacts",
                column: "PatronId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Notices_PatronId_CreatedAt",
                table: "Notices",
                columns: new[] { "PatronId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Notices_State_NextAttemptAt",
                table: "Notices",
                columns: new[] { "State", "NextAttemptAt" });

            migrationBuilder.CreateIndex(
                name: "UX_Notice_OnePerOccasion",
                table: "Notices",
                columns: new[] { "LibraryId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_NoticeTemplates_LibraryId_Kind",
                table: "NoticeTemplates",
                columns: new[] { "LibraryId", "Kind" },
                unique: true);

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

            migrationBuilder.CreateIndex(
                name: "IX_QualityAssessments_LibraryId_AssessedAt",
                table: "QualityAssessments",
                columns: new[] { "LibraryId", "AssessedAt" });

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

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_LibraryId_Key",
                table: "Reminders",
                columns: new[] { "LibraryId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_LibraryId_RaisedAt",
                table: "Reminders",
                columns: new[] { "LibraryId", "RaisedAt" });

            migrationBuilder.CreateIndex(
                name: "UX_ReportNarrative_OnePerNumber",
                table: "ReportNarratives",
                columns: new[] { "LibraryId", "DefinitionCode", "Period", "Section", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StandardisationJobs_LibraryId_CreatedAt",
                table: "StandardisationJobs",
                columns: new[] { "LibraryId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_StandardisationLines_JobId_Rule_Decision",
                table: "StandardisationLines",
                columns: new[] { "JobId", "Rule", "Decision" });

            migrationBuilder.CreateIndex(
                name: "IX_StandardisationLines_RecordId",
                table: "StandardisationLines",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "IX_TrustedDocuments_ClientId_Hash",
                table: "TrustedDocuments",
                columns: new[] { "ClientId", "Hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_UnionContributions_LibraryId",
                table: "UnionContributions",
                column: "LibraryId");

            migrationBuilder.CreateIndex(
                name: "IX_UnionContributions_RecordId_LibraryId",
                table: "UnionContributions",
                columns: new[] { "RecordId", "LibraryId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WebhookAttempts_At",
                table: "WebhookAttempts",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_WebhookAttempts_WebhookId",
                table: "WebhookAttempts",
                column: "WebhookId");

            migrationBuilder.CreateIndex(
                name: "IX_Webhooks_AccountId",
                table: "Webhooks",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Webhooks_State_NextAttemptAt",
                table: "Webhooks",
                columns: new[] { "State", "NextAttemptAt" });

            migrationBuilder.CreateIndex(
                name: "IX_WeedingLines_ItemId",
                table: "WeedingLines",
                column: "ItemId");

            migrationBuilder.CreateIndex(
                name: "IX_WeedingLines_LibraryId",
                table: "WeedingLines",
                column: "LibraryId");

            migrationBuilder.CreateIndex(
                name: "IX_WeedingLines_WeedingId_ItemId",
                table: "WeedingLines",
                columns: new[] { "WeedingId", "ItemId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Weedings_LibraryId_DecidedOn",
                table: "Weedings",
                columns: new[] { "LibraryId", "DecidedOn" });

            migrationBuilder.CreateIndex(
                name: "UX_Weeding_OneOpen",
                table: "Weedings",
                column: "LibraryId",
                unique: true,
                filter: "[State] IN (1, 2)");

            migrationBuilder.AddForeignKey(
                name: "FK_SemesterLists_ReportRuns_RunId",
                table: "SemesterLists",
                column: "RunId",
                principalTable: "ReportRuns",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_SemesterLists_ReportRuns_RunId",
                table: "SemesterLists");

            migrationBuilder.DropTable(
                name: "CataloguingDefaults");

            migrationBuilder.DropTable(
                name: "ChangeProposals");

            migrationBuilder.DropTable(
                name: "ClassGrants");

            migrationBuilder.DropTable(
                name: "ClientRules");

            migrationBuilder.DropTable(
                name: "Consents");

            migrationBuilder.DropTable(
                name: "CutterNumbers");

            migrationBuilder.DropTable(
                name: "MergedRows");

            migrationBuilder.DropTable(
                name: "NoticeContacts");

            migrationBuilder.DropTable(
                name: "Notices");

            migrationBuilder.DropTable(
                name: "NoticeTemplates");

            migrationBuilder.DropTable(
                name: "NumberPatterns");

            migrationBuilder.DropTable(
                name: "PatronTransfers");

            migrationBuilder.DropTable(
                name: "PersonImportFiles");

            migrationBuilder.DropTable(
                name: "QualityCounts");

            migrationBuilder.DropTable(
                name: "Reminders");

            migrationBuilder.DropTable(
                name: "ReportNarratives");

            migrationBuilder.DropTable(
                name: "StandardisationLines");

            migrationBuilder.DropTable(
                name: "StandardisedRecords");

            migrationBuilder.DropTable(
                name: "TrustedDocuments");

            migrationBuilder.DropTable(
                name: "UnionContributions");

            migrationBuilder.DropTable(
                name: "WebhookAttempts");

            migrationBuilder.DropTable(
                name: "WeedingLines");

            migrationBuilder.DropTable(
                name: "RecordMerges");

            migrationBuilder.DropTable(
                name: "QualityAssessments");

            migrationBuilder.DropTable(
                name: "StandardisationJobs");

            migrationBuilder.DropTable(
                name: "Webhooks");

            migrationBuilder.DropTable(
                name: "Weedings");

            migrationBuilder.DropIndex(
                name: "IX_SnapshotChunks_SnapshotId_Kind_Ordinal",
                table: "SnapshotChunks");

            migrationBuilder.DropIndex(
                name: "IX_SemesterLists_RunId",
                table: "SemesterLists");

            migrationBuilder.DropIndex(
                name: "UX_RotationPlan_OneOpenPerGroup",
                table: "RotationPlans");

            migrationBuilder.DropIndex(
                name: "IX_Loans_Counts",
                table: "Loans");

            migrationBuilder.DropIndex(
                name: "IX_Loans_LibraryId_ReturnedAt",
                table: "Loans");

            migrationBuilder.DropIndex(
                name: "IX_LoanRules_Key",
                table: "LoanRules");

            migrationBuilder.DropIndex(
                name: "IX_ChangeFeed_Entity_Sequence",
                table: "ChangeFeed");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "SnapshotChunks");

            migrationBuilder.DropColumn(
                name: "ReturnReason",
                table: "SemesterLists");

            migrationBuilder.DropColumn(
                name: "RunId",
                table: "SemesterLists");

            migrationBuilder.DropColumn(
                name: "Explanation",
                table: "RotationPlans");

            migrationBuilder.DropColumn(
                name: "Rules",
                table: "RotationPlans");

            migrationBuilder.DropColumn(
                name: "SentBackOn",
                table: "RotationMoves");

            migrationBuilder.DropColumn(
                name: "SettledAmount",
                table: "RotationMoves");

            migrationBuilder.DropColumn(
                name: "StandsFor",
                table: "Loans");

            migrationBuilder.DropColumn(
                name: "RemovedAt",
                table: "LoanRules");

            migrationBuilder.DropColumn(
                name: "Latitude",
                table: "Libraries");

            migrationBuilder.DropColumn(
                name: "Longitude",
                table: "Libraries");

            migrationBuilder.DropColumn(
                name: "ShelfRoom",
                table: "Libraries");

            migrationBuilder.DropColumn(
                name: "WithdrawalDecision",
                table: "Items");

            migrationBuilder.DropColumn(
                name: "LenderOrder",
                table: "Groups");

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

            migrationBuilder.CreateIndex(
                name: "IX_LoanRules_Key",
                table: "LoanRules",
                column: "Key",
                unique: true);
        }
    }
}
