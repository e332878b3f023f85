using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Platform.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Foundation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ChangeFeed",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Entity = table.Column<string>(type: "TEXT", unicode: false, maxLength: 50, nullable: false),
                    EntityId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: true),
                    Actor = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChangeFeed", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "DeliveryContents",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Hash = table.Column<string>(type: "TEXT", unicode: false, fixedLength: true, maxLength: 64, nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeliveryContents", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FileContents",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Sha256 = table.Column<string>(type: "TEXT", unicode: false, fixedLength: true, maxLength: 64, nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    Format = table.Column<byte>(type: "INTEGER", nullable: false),
                    StoredAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    CheckedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    IsDamaged = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FileContents", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Groups",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AgreedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Groups", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "IdempotentCalls",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Actor = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Mutation = table.Column<string>(type: "TEXT", unicode: false, maxLength: 80, nullable: false),
                    InputHash = table.Column<string>(type: "TEXT", unicode: false, fixedLength: true, maxLength: 64, nullable: false),
                    Answer = table.Column<string>(type: "TEXT", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdempotentCalls", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Libraries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ShortName = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    Level = table.Column<byte>(type: "INTEGER", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    DocumentSuffix = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Principal = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Librarian = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Libraries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OpenIddictApplications",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ApplicationType = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    ClientId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ClientSecret = table.Column<string>(type: "TEXT", nullable: true),
                    ClientType = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    ConcurrencyToken = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    ConsentType = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    DisplayName = table.Column<string>(type: "TEXT", nullable: true),
                    DisplayNames = table.Column<string>(type: "TEXT", nullable: true),
                    JsonWebKeySet = table.Column<string>(type: "TEXT", nullable: true),
                    Permissions = table.Column<string>(type: "TEXT", nullable: true),
                    PostLogoutRedirectUris = table.Column<string>(type: "TEXT", nullable: true),
                    Properties = table.Column<string>(type: "TEXT", nullable: true),
                    RedirectUris = table.Column<string>(type: "TEXT", nullable: true),
                    Requirements = table.Column<string>(type: "TEXT", nullable: true),
                    Settings = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpenIddictApplications", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OpenIddictScopes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ConcurrencyToken = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    Description = table.Column<string>(type: "TEXT", nullable: true),
                    Descriptions = table.Column<string>(type: "TEXT", nullable: true),
                    DisplayName = table.Column<string>(type: "TEXT", nullable: true),
                    DisplayNames = table.Column<string>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Properties = table.Column<string>(type: "TEXT", nullable: true),
                    Resources = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpenIddictScopes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Organisations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 35, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Organisations", x => x.Id);
                });

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
                name: "Accounts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    NameKey = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: true),
                    PasswordHash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 200, nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    FailedAttempts = table.Column<int>(type: "INTEGER", nullable: false),
                    LockedUntil = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Accounts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Accounts_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Activities",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    HeldOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    Audience = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Participants = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Activities", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Activities_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ClassPromotions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    FromStartYear = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Moved = table.Column<int>(type: "INTEGER", nullable: false),
                    Left = table.Column<int>(type: "INTEGER", nullable: false),
                    RevertedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                name: "ExchangeRecords",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    Object = table.Column<string>(type: "TEXT", unicode: false, maxLength: 60, nullable: false),
                    RecordId = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Event = table.Column<byte>(type: "INTEGER", nullable: false),
                    ContentHash = table.Column<string>(type: "TEXT", unicode: false, fixedLength: true, maxLength: 64, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Edition = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExchangeRecords", x => x.Id);
                    table.CheckConstraint("CK_ExchangeRecord_Number", "[Number] > 0");
                    table.ForeignKey(
                        name: "FK_ExchangeRecords_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FacilityFacts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    Period = table.Column<string>(type: "TEXT", unicode: false, maxLength: 20, nullable: false),
                    Criterion = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Scale = table.Column<byte>(type: "INTEGER", nullable: false),
                    Required = table.Column<int>(type: "INTEGER", nullable: true),
                    UpperRooms = table.Column<int>(type: "INTEGER", nullable: false),
                    UpperArea = table.Column<double>(type: "REAL", nullable: false),
                    MiddleRooms = table.Column<int>(type: "INTEGER", nullable: false),
                    MiddleArea = table.Column<double>(type: "REAL", nullable: false),
                    LowerRooms = table.Column<int>(type: "INTEGER", nullable: false),
                    LowerArea = table.Column<double>(type: "REAL", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FacilityFacts", x => x.Id);
                    table.CheckConstraint("CK_FacilityFact_NotNegative", "[UpperRooms] >= 0 AND [MiddleRooms] >= 0 AND [LowerRooms] >= 0 AND [UpperArea] >= 0 AND [MiddleArea] >= 0 AND [LowerArea] >= 0");
                    table.ForeignKey(
                        name: "FK_FacilityFacts_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FormFigures",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    Period = table.Column<string>(type: "TEXT", unicode: false, maxLength: 20, nullable: false),
                    Form = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Row = table.Column<string>(type: "TEXT", unicode: false, maxLength: 10, nullable: false),
                    Column = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Value = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormFigures", x => x.Id);
                    table.CheckConstraint("CK_FormFigure_NotNegative", "[Value] >= 0");
                    table.ForeignKey(
                        name: "FK_FormFigures_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ImportBatches",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    FileHash = table.Column<string>(type: "TEXT", unicode: false, fixedLength: true, maxLength: 64, nullable: false),
                    State = table.Column<byte>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Added = table.Column<int>(type: "INTEGER", nullable: false),
                    Identical = table.Column<int>(type: "INTEGER", nullable: false),
                    Matched = table.Column<int>(type: "INTEGER", nullable: false),
                    Repaired = table.Column<int>(type: "INTEGER", nullable: false),
                    Rejected = table.Column<int>(type: "INTEGER", nullable: false),
                    ItemsAdded = table.Column<int>(type: "INTEGER", nullable: false),
                    ItemsRejected = table.Column<int>(type: "INTEGER", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    FinishedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportBatches", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ImportBatches_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
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
                name: "MemberLevels",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: false),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<byte>(type: "INTEGER", nullable: true),
                    Level = table.Column<byte>(type: "INTEGER", nullable: false),
                    FromOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    UntilOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MemberLevels", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MemberLevels_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MemberLevels_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Memberships",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: false),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    IsHub = table.Column<bool>(type: "INTEGER", nullable: false),
                    JoinedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LeftOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Memberships", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Memberships_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Memberships_Libraries_LibraryId",
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
                name: "Patrons",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    CardNumber = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    FullName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    NameKey = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Category = table.Column<byte>(type: "INTEGER", nullable: false),
                    Grade = table.Column<int>(type: "INTEGER", nullable: true),
                    ClassName = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    MinistryCode = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    BornOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    IsTemporary = table.Column<bool>(type: "INTEGER", nullable: false),
                    ErasedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    RegisteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LeftOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Patrons", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Patrons_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Records",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    ControlNumber = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Author = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Responsibility = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Edition = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    PublicationPlace = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Publisher = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    PublicationYear = table.Column<int>(type: "INTEGER", nullable: true),
                    Extent = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Series = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Isbn = table.Column<string>(type: "TEXT", maxLength: 13, nullable: true),
                    Ddc = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    Language = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    Subjects = table.Column<string>(type: "TEXT", nullable: true),
                    Contributors = table.Column<string>(type: "TEXT", nullable: true),
                    OtherTitles = table.Column<string>(type: "TEXT", nullable: true),
                    Summary = table.Column<string>(type: "TEXT", nullable: true),
                    TitleKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    SearchText = table.Column<string>(type: "TEXT", nullable: false),
                    Fingerprint = table.Column<string>(type: "TEXT", unicode: false, fixedLength: true, maxLength: 64, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    DeletedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Records", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Records_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReportRuns",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    DefinitionCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 20, nullable: false),
                    DefinitionVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    PeriodKind = table.Column<byte>(type: "INTEGER", nullable: false),
                    Period = table.Column<string>(type: "TEXT", unicode: false, maxLength: 20, nullable: false),
                    FirstOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LastOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    CurrentSnapshot = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<byte>(type: "INTEGER", nullable: false, defaultValue: (byte)1),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportRuns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportRuns_Libraries_LibraryId",
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
                name: "StockTakings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ItemType = table.Column<byte>(type: "INTEGER", nullable: true),
                    StartedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    Missing = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                name: "Uploads",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    Actor = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    ContentId = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Uploads", x => x.Id);
                    table.CheckConstraint("CK_Upload_Size", "[Size] > 0");
                    table.ForeignKey(
                        name: "FK_Uploads_FileContents_ContentId",
                        column: x => x.ContentId,
                        principalTable: "FileContents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Uploads_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Visits",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    VisitedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Category = table.Column<byte>(type: "INTEGER", nullable: false),
                    Grade = table.Column<int>(type: "INTEGER", nullable: true),
                    ClassName = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Visitors = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Visits", x => x.Id);
                    table.CheckConstraint("CK_LibraryVisit_Visitors", "[Visitors] > 0");
                    table.ForeignKey(
                        name: "FK_Visits_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OpenIddictAuthorizations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ApplicationId = table.Column<long>(type: "INTEGER", nullable: true),
                    ConcurrencyToken = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    CreationDate = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Properties = table.Column<string>(type: "TEXT", nullable: true),
                    Scopes = table.Column<string>(type: "TEXT", nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Type = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpenIddictAuthorizations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OpenIddictAuthorizations_OpenIddictApplications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "OpenIddictApplications",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Deliveries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    Edition = table.Column<int>(type: "INTEGER", nullable: false),
                    DefinitionCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 20, nullable: false),
                    DefinitionVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Period = table.Column<string>(type: "TEXT", unicode: false, maxLength: 20, nullable: false),
                    OrganisationId = table.Column<long>(type: "INTEGER", nullable: false),
                    Channel = table.Column<byte>(type: "INTEGER", nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    NeedsConfirmation = table.Column<bool>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ContentHash = table.Column<string>(type: "TEXT", unicode: false, fixedLength: true, maxLength: 64, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    State = table.Column<byte>(type: "INTEGER", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    NextAttemptAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    LeasedUntil = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    LeasedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Fence = table.Column<long>(type: "INTEGER", nullable: false),
                    Receipt = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    ReceivedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    ConfirmedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Message = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Deliveries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Deliveries_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Deliveries_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DeliveryRecipients",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OrganisationId = table.Column<long>(type: "INTEGER", nullable: false),
                    Channel = table.Column<byte>(type: "INTEGER", nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    DefinitionCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 20, nullable: false),
                    NeedsConfirmation = table.Column<bool>(type: "INTEGER", nullable: false),
                    FromOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    UntilOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeliveryRecipients", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DeliveryRecipients_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LibraryParents",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    OrganisationId = table.Column<long>(type: "INTEGER", nullable: false),
                    FromOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    UntilOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LibraryParents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LibraryParents_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LibraryParents_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OrganisationParents",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OrganisationId = table.Column<long>(type: "INTEGER", nullable: false),
                    ParentId = table.Column<long>(type: "INTEGER", nullable: false),
                    FromOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    UntilOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OrganisationParents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OrganisationParents_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OrganisationParents_Organisations_ParentId",
                        column: x => x.ParentId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ExternalSignIns",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AccountId = table.Column<long>(type: "INTEGER", nullable: false),
                    Issuer = table.Column<string>(type: "TEXT", unicode: false, maxLength: 50, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExternalSignIns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ExternalSignIns_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SignIns",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    AccountId = table.Column<long>(type: "INTEGER", nullable: true),
                    Method = table.Column<byte>(type: "INTEGER", nullable: false),
                    Outcome = table.Column<byte>(type: "INTEGER", nullable: false),
                    Network = table.Column<string>(type: "TEXT", unicode: false, maxLength: 45, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignIns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SignIns_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ImportLines",
                columns: table => new
                {
                    BatchId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Outcome = table.Column<byte>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<long>(type: "INTEGER", nullable: true),
                    MatchPoints = table.Column<int>(type: "INTEGER", nullable: true),
                    Remark = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportLines", x => new { x.BatchId, x.Number });
                    table.ForeignKey(
                        name: "FK_ImportLines_ImportBatches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "ImportBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReplacedContents",
                columns: table => new
                {
                    BatchId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<long>(type: "INTEGER", nullable: false),
                    Format = table.Column<byte>(type: "INTEGER", nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false),
                    VersionAfter = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReplacedContents", x => new { x.BatchId, x.Number });
                    table.ForeignKey(
                        name: "FK_ReplacedContents_ImportBatches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "ImportBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
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
                name: "PatronLooks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    PatronId = table.Column<long>(type: "INTEGER", nullable: false),
                    Actor = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Kind = table.Column<byte>(type: "INTEGER", nullable: false)
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
                name: "RoleAssignments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AccountId = table.Column<long>(type: "INTEGER", nullable: false),
                    Role = table.Column<byte>(type: "INTEGER", nullable: false),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: true),
                    OrganisationId = table.Column<long>(type: "INTEGER", nullable: true),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: true),
                    PatronId = table.Column<long>(type: "INTEGER", nullable: true),
                    FromOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    UntilOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoleAssignments", x => x.Id);
                    table.CheckConstraint("CK_RoleAssignment_CardHasLibrary", "[PatronId] IS NULL OR [LibraryId] IS NOT NULL");
                    table.ForeignKey(
                        name: "FK_RoleAssignments_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RoleAssignments_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RoleAssignments_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RoleAssignments_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RoleAssignments_Patrons_PatronId",
                        column: x => x.PatronId,
                        principalTable: "Patrons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EResources",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    TitleKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    SearchText = table.Column<string>(type: "TEXT", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    GradeFrom = table.Column<int>(type: "INTEGER", nullable: true),
                    GradeTo = table.Column<int>(type: "INTEGER", nullable: true),
                    Author = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Language = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Rights = table.Column<byte>(type: "INTEGER", nullable: false),
                    Licence = table.Column<byte>(type: "INTEGER", nullable: false),
                    ConsentOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CopiesHeld = table.Column<int>(type: "INTEGER", nullable: true),
                    IsOnSaleDigitally = table.Column<bool>(type: "INTEGER", nullable: false),
                    Level = table.Column<byte>(type: "INTEGER", nullable: false),
                    Audience = table.Column<byte>(type: "INTEGER", nullable: false),
                    TeachersOnly = table.Column<bool>(type: "INTEGER", nullable: false),
                    State = table.Column<byte>(type: "INTEGER", nullable: false),
                    NewestVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    PublishedVersion = table.Column<int>(type: "INTEGER", nullable: true),
                    PublishedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ContributedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Reasons = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    CountsAsElearning = table.Column<bool>(type: "INTEGER", nullable: false),
                    ElearningReason = table.Column<byte>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<long>(type: "INTEGER", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EResources", x => x.Id);
                    table.CheckConstraint("CK_EResource_CopiesHeld", "[CopiesHeld] IS NULL OR [CopiesHeld] > 0");
                    table.CheckConstraint("CK_EResource_Grades", "[GradeFrom] IS NULL OR ([GradeFrom] >= 0 AND [GradeTo] <= 12 AND [GradeFrom] <= [GradeTo])");
                    table.ForeignKey(
                        name: "FK_EResources_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EResources_Records_RecordId",
                        column: x => x.RecordId,
                        principalTable: "Records",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Items",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<long>(type: "INTEGER", nullable: false),
                    RegistrationNumber = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Type = table.Column<byte>(type: "INTEGER", nullable: false),
                    CallNumber = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Location = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Price = table.Column<long>(type: "INTEGER", nullable: true),
                    Funding = table.Column<byte>(type: "INTEGER", nullable: false),
                    AcquiredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Status = table.Column<byte>(type: "INTEGER", nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ImportBatchId = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Items", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Items_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Items_Records_RecordId",
                        column: x => x.RecordId,
                        principalTable: "Records",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RecordContents",
                columns: table => new
                {
                    RecordId = table.Column<long>(type: "INTEGER", nullable: false),
                    Format = table.Column<byte>(type: "INTEGER", nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecordContents", x => x.RecordId);
                    table.ForeignKey(
                        name: "FK_RecordContents_Records_RecordId",
                        column: x => x.RecordId,
                        principalTable: "Records",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReportSnapshots",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RunId = table.Column<long>(type: "INTEGER", nullable: false),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", unicode: false, fixedLength: true, maxLength: 64, nullable: false),
                    FrozenAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Document = table.Column<byte[]>(type: "BLOB", nullable: false),
                    StoredHash = table.Column<string>(type: "TEXT", unicode: false, fixedLength: true, maxLength: 64, nullable: false),
                    Facts = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportSnapshots", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportSnapshots_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReportSnapshots_ReportRuns_RunId",
                        column: x => x.RunId,
                        principalTable: "ReportRuns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SubmissionSteps",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RunId = table.Column<long>(type: "INTEGER", nullable: false),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    Action = table.Column<byte>(type: "INTEGER", nullable: false),
                    State = table.Column<byte>(type: "INTEGER", nullable: false),
                    Snapshot = table.Column<int>(type: "INTEGER", nullable: false),
                    Message = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Actor = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SubmissionSteps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SubmissionSteps_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SubmissionSteps_ReportRuns_RunId",
                        column: x => x.RunId,
                        principalTable: "ReportRuns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "OpenIddictTokens",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ApplicationId = table.Column<long>(type: "INTEGER", nullable: true),
                    AuthorizationId = table.Column<long>(type: "INTEGER", nullable: true),
                    ConcurrencyToken = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    CreationDate = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ExpirationDate = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Payload = table.Column<string>(type: "TEXT", nullable: true),
                    Properties = table.Column<string>(type: "TEXT", nullable: true),
                    RedemptionDate = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReferenceId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Type = table.Column<string>(type: "TEXT", maxLength: 150, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpenIddictTokens", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OpenIddictTokens_OpenIddictApplications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "OpenIddictApplications",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_OpenIddictTokens_OpenIddictAuthorizations_AuthorizationId",
                        column: x => x.AuthorizationId,
                        principalTable: "OpenIddictAuthorizations",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "DeliveryAttempt",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DeliveryId = table.Column<long>(type: "INTEGER", nullable: false),
                    Fence = table.Column<long>(type: "INTEGER", nullable: false),
                    Worker = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    Result = table.Column<byte>(type: "INTEGER", nullable: true),
                    Detail = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeliveryAttempt", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DeliveryAttempt_Deliveries_DeliveryId",
                        column: x => x.DeliveryId,
                        principalTable: "Deliveries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DeliveryFile",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DeliveryId = table.Column<long>(type: "INTEGER", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    MediaType = table.Column<string>(type: "TEXT", unicode: false, maxLength: 100, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", unicode: false, fixedLength: true, maxLength: 64, nullable: false),
                    ContentId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeliveryFile", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DeliveryFile_Deliveries_DeliveryId",
                        column: x => x.DeliveryId,
                        principalTable: "Deliveries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_DeliveryFile_DeliveryContents_ContentId",
                        column: x => x.ContentId,
                        principalTable: "DeliveryContents",
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
                    ClosedByPromotionId = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClassMemberships", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ClassMemberships_ClassPromotions_ClosedByPromotionId",
                        column: x => x.ClosedByPromotionId,
                        principalTable: "ClassPromotions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClassMemberships_ClassPromotions_PromotionId",
                        column: x => x.PromotionId,
                        principalTable: "ClassPromotions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
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

            migrationBuilder.CreateTable(
                name: "AppraisalRecords",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ResourceId = table.Column<long>(type: "INTEGER", nullable: false),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    VersionNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<byte>(type: "INTEGER", nullable: false),
                    Evidence = table.Column<byte>(type: "INTEGER", nullable: false),
                    MinutesNumber = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    EvidenceOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Members = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    ClassName = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Reasons = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AppraisalRecords", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AppraisalRecords_EResources_ResourceId",
                        column: x => x.ResourceId,
                        principalTable: "EResources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AppraisalRecords_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EResourceUses",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ResourceId = table.Column<long>(type: "INTEGER", nullable: false),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    OwnerId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    UsedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SessionKey = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EResourceUses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EResourceUses_EResources_ResourceId",
                        column: x => x.ResourceId,
                        principalTable: "EResources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EResourceUses_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EResourceUses_Libraries_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EResourceVersions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ResourceId = table.Column<long>(type: "INTEGER", nullable: false),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EResourceVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EResourceVersions_EResources_ResourceId",
                        column: x => x.ResourceId,
                        principalTable: "EResources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EResourceVersions_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PaidAccesses",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ResourceId = table.Column<long>(type: "INTEGER", nullable: false),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    PayerId = table.Column<long>(type: "INTEGER", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    FromOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    UntilOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PaidAccesses", x => x.Id);
                    table.CheckConstraint("CK_PaidAccess_Amount", "[Amount] >= 0");
                    table.ForeignKey(
                        name: "FK_PaidAccesses_EResources_ResourceId",
                        column: x => x.ResourceId,
                        principalTable: "EResources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PaidAccesses_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PaidAccesses_Libraries_PayerId",
                        column: x => x.PayerId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReadingSeats",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ResourceId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Reader = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: true),
                    LeaseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    FreeAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReadingSeats", x => x.Id);
                    table.CheckConstraint("CK_ReadingSeat_Number", "[Number] > 0");
                    table.ForeignKey(
                        name: "FK_ReadingSeats_EResources_ResourceId",
                        column: x => x.ResourceId,
                        principalTable: "EResources",
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
                name: "InterLibraryLoans",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: false),
                    BorrowerId = table.Column<long>(type: "INTEGER", nullable: false),
                    LenderId = table.Column<long>(type: "INTEGER", nullable: true),
                    AskedId = table.Column<long>(type: "INTEGER", nullable: true),
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
                        name: "FK_InterLibraryLoans_Libraries_AskedId",
                        column: x => x.AskedId,
                        principalTable: "Libraries",
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

            migrationBuilder.CreateTable(
                name: "StockTakingLines",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    StockTakingId = table.Column<long>(type: "INTEGER", nullable: false),
                    RegistrationNumber = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    ItemId = table.Column<long>(type: "INTEGER", nullable: true),
                    Finding = table.Column<byte>(type: "INTEGER", nullable: false),
                    Device = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
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

            migrationBuilder.CreateTable(
                name: "SnapshotChunks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SnapshotId = table.Column<long>(type: "INTEGER", nullable: false),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstFact = table.Column<long>(type: "INTEGER", nullable: false),
                    Facts = table.Column<int>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", unicode: false, fixedLength: true, maxLength: 64, nullable: false),
                    StoredHash = table.Column<string>(type: "TEXT", unicode: false, fixedLength: true, maxLength: 64, nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SnapshotChunks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SnapshotChunks_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SnapshotChunks_ReportSnapshots_SnapshotId",
                        column: x => x.SnapshotId,
                        principalTable: "ReportSnapshots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Loans",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    ItemId = table.Column<long>(type: "INTEGER", nullable: false),
                    PatronId = table.Column<long>(type: "INTEGER", nullable: true),
                    Kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    PatronCategory = table.Column<byte>(type: "INTEGER", nullable: false),
                    Grade = table.Column<int>(type: "INTEGER", nullable: true),
                    ItemType = table.Column<byte>(type: "INTEGER", nullable: false),
                    LentAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    LentOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ReturnedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    EndedAs = table.Column<byte>(type: "INTEGER", nullable: true),
                    Renewals = table.Column<int>(type: "INTEGER", nullable: false),
                    RecalledAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    RuleId = table.Column<long>(type: "INTEGER", nullable: true),
                    ClassSetId = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Loans", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Loans_ClassSets_ClassSetId",
                        column: x => x.ClassSetId,
                        principalTable: "ClassSets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Loans_Items_ItemId",
                        column: x => x.ItemId,
                        principalTable: "Items",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Loans_Libraries_LibraryId",
                        column: x => x.LibraryId,
                        principalTable: "Libraries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Loans_LoanRules_RuleId",
                        column: x => x.RuleId,
                        principalTable: "LoanRules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Loans_Patrons_PatronId",
                        column: x => x.PatronId,
                        principalTable: "Patrons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EResourceFiles",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    VersionId = table.Column<long>(type: "INTEGER", nullable: false),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    ContentId = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EResourceFiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EResourceFiles_EResourceVersions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "EResourceVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EResourceFiles_FileContents_ContentId",
                        column: x => x.ContentId,
                        principalTable: "FileContents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EResourceFiles_Libraries_LibraryId",
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
                name: "DeskOperations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LibraryId = table.Column<long>(type: "INTEGER", nullable: false),
                    Device = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    ItemId = table.Column<long>(type: "INTEGER", nullable: true),
                    OccurredAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Settlement = table.Column<byte>(type: "INTEGER", nullable: false),
                    Refusal = table.Column<int>(type: "INTEGER", nullable: true),
                    LoanId = table.Column<long>(type: "INTEGER", nullable: true)
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
                name: "IX_Accounts_LibraryId",
                table: "Accounts",
                column: "LibraryId");

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_NameKey",
                table: "Accounts",
                column: "NameKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Activities_LibraryId_HeldOn",
                table: "Activities",
                columns: new[] { "LibraryId", "HeldOn" });

            migrationBuilder.CreateIndex(
                name: "IX_AgreementArticles_GroupId_Number_FromOn",
                table: "AgreementArticles",
                columns: new[] { "GroupId", "Number", "FromOn" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AppraisalRecords_LibraryId",
                table: "AppraisalRecords",
                column: "LibraryId");

            migrationBuilder.CreateIndex(
                name: "IX_AppraisalRecords_ResourceId_Id",
                table: "AppraisalRecords",
                columns: new[] { "ResourceId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ChangeFeed_Entity_EntityId",
                table: "ChangeFeed",
                columns: new[] { "Entity", "EntityId" });

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
                name: "IX_ClassMemberships_ClosedByPromotionId",
                table: "ClassMemberships",
                column: "ClosedByPromotionId");

            migrationBuilder.CreateIndex(
                name: "IX_ClassMemberships_LibraryId",
                table: "ClassMemberships",
                column: "LibraryId");

            migrationBuilder.CreateIndex(
                name: "IX_ClassMemberships_PromotionId",
                table: "ClassMemberships",
                column: "PromotionId");

            migrationBuilder.CreateIndex(
                name: "UX_ClassMembership_OneAtATime",
                table: "ClassMemberships",
                column: "PatronId",
                unique: true,
                filter: "[UntilOn] IS NULL");

            migrationBuilder.CreateIndex(
                name: "UX_ClassPromotion_OneAYear",
                table: "ClassPromotions",
                columns: new[] { "LibraryId", "FromStartYear" },
                unique: true,
                filter: "[RevertedAt] IS NULL");

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
                name: "IX_Deliveries_LibraryId_CreatedAt",
                table: "Deliveries",
                columns: new[] { "LibraryId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_OrganisationId",
                table: "Deliveries",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_State_NextAttemptAt",
                table: "Deliveries",
                columns: new[] { "State", "NextAttemptAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_Subject_Edition",
                table: "Deliveries",
                columns: new[] { "Subject", "Edition" });

            migrationBuilder.CreateIndex(
                name: "UX_Delivery_OnePerKey",
                table: "Deliveries",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DeliveryAttempt_DeliveryId_Fence",
                table: "DeliveryAttempt",
                columns: new[] { "DeliveryId", "Fence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "UX_DeliveryContent_OnePerHash",
                table: "DeliveryContents",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DeliveryFile_ContentId",
                table: "DeliveryFile",
                column: "ContentId");

            migrationBuilder.CreateIndex(
                name: "IX_DeliveryFile_DeliveryId_Ordinal",
                table: "DeliveryFile",
                columns: new[] { "DeliveryId", "Ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DeliveryRecipients_OrganisationId_Channel_DefinitionCode_FromOn",
                table: "DeliveryRecipients",
                columns: new[] { "OrganisationId", "Channel", "DefinitionCode", "FromOn" },
                unique: true);

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
                name: "IX_EResourceFiles_ContentId",
                table: "EResourceFiles",
                column: "ContentId");

            migrationBuilder.CreateIndex(
                name: "IX_EResourceFiles_LibraryId",
                table: "EResourceFiles",
                column: "LibraryId");

            migrationBuilder.CreateIndex(
                name: "IX_EResourceFiles_VersionId_Position",
                table: "EResourceFiles",
                columns: new[] { "VersionId", "Position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EResources_LibraryId_ContributedOn",
                table: "EResources",
                columns: new[] { "LibraryId", "ContributedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_EResources_RecordId",
                table: "EResources",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "IX_EResources_TitleKey_Id",
                table: "EResources",
                columns: new[] { "TitleKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_EResourceUses_LibraryId_UsedOn",
                table: "EResourceUses",
                columns: new[] { "LibraryId", "UsedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_EResourceUses_OwnerId",
                table: "EResourceUses",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "UX_EResourceUse_OnePerSession",
                table: "EResourceUses",
                columns: new[] { "ResourceId", "Kind", "SessionKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EResourceVersions_LibraryId",
                table: "EResourceVersions",
                column: "LibraryId");

            migrationBuilder.CreateIndex(
                name: "IX_EResourceVersions_ResourceId_Number",
                table: "EResourceVersions",
                columns: new[] { "ResourceId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "UX_ExchangeRecord_OnePerObject",
                table: "ExchangeRecords",
                columns: new[] { "LibraryId", "Object", "RecordId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ExternalSignIns_AccountId",
                table: "ExternalSignIns",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_ExternalSignIns_Issuer_Subject",
                table: "ExternalSignIns",
                columns: new[] { "Issuer", "Subject" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FacilityFacts_LibraryId_Period_Scale_Criterion",
                table: "FacilityFacts",
                columns: new[] { "LibraryId", "Period", "Scale", "Criterion" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FileContents_CheckedAt",
                table: "FileContents",
                column: "CheckedAt");

            migrationBuilder.CreateIndex(
                name: "IX_FileContents_Sha256",
                table: "FileContents",
                column: "Sha256",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FormFigures_LibraryId_Period_Form_Row_Column",
                table: "FormFigures",
                columns: new[] { "LibraryId", "Period", "Form", "Row", "Column" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Groups_Code",
                table: "Groups",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GuidanceMessages_GroupId_SentAt",
                table: "GuidanceMessages",
                columns: new[] { "GroupId", "SentAt" });

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
                name: "IX_IdempotentCalls_At",
                table: "IdempotentCalls",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "UX_IdempotentCall_OnePerKey",
                table: "IdempotentCalls",
                columns: new[] { "Actor", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "UX_ImportBatch_OneRunningPerFile",
                table: "ImportBatches",
                columns: new[] { "LibraryId", "FileHash" },
                unique: true,
                filter: "[State] = 1");

            migrationBuilder.CreateIndex(
                name: "IX_ImportLines_RecordId",
                table: "ImportLines",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "IX_InterLibraryLoans_AskedId",
                table: "InterLibraryLoans",
                column: "AskedId");

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
                name: "IX_Items_ImportBatchId",
                table: "Items",
                column: "ImportBatchId");

            migrationBuilder.CreateIndex(
                name: "IX_Items_LibraryId_AcquiredOn",
                table: "Items",
                columns: new[] { "LibraryId", "AcquiredOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Items_LibraryId_RegistrationNumber",
                table: "Items",
                columns: new[] { "LibraryId", "RegistrationNumber" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Items_RecordId",
                table: "Items",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "IX_Libraries_Code",
                table: "Libraries",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LibraryParents_LibraryId_FromOn",
                table: "LibraryParents",
                columns: new[] { "LibraryId", "FromOn" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LibraryParents_OrganisationId",
                table: "LibraryParents",
                column: "OrganisationId");

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
                name: "IX_Loans_ClassSetId",
                table: "Loans",
                column: "ClassSetId",
                filter: "[ClassSetId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Loans_ItemId_LentAt",
                table: "Loans",
                columns: new[] { "ItemId", "LentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Loans_LibraryId_LentOn",
                table: "Loans",
                columns: new[] { "LibraryId", "LentOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Loans_OpenByDue",
                table: "Loans",
                columns: new[] { "LibraryId", "DueOn" },
                filter: "[ReturnedAt] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Loans_PatronId_ReturnedAt",
                table: "Loans",
                columns: new[] { "PatronId", "ReturnedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Loans_RuleId",
                table: "Loans",
                column: "RuleId");

            migrationBuilder.CreateIndex(
                name: "UX_Loan_OneOpenPerItem",
                table: "Loans",
                column: "ItemId",
                unique: true,
                filter: "[ReturnedAt] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_MemberContributions_GroupId_SchoolYear_LibraryId",
                table: "MemberContributions",
                columns: new[] { "GroupId", "SchoolYear", "LibraryId" });

            migrationBuilder.CreateIndex(
                name: "IX_MemberContributions_LibraryId",
                table: "MemberContributions",
                column: "LibraryId");

            migrationBuilder.CreateIndex(
                name: "IX_MemberLevels_GroupId_LibraryId_Kind_FromOn",
                table: "MemberLevels",
                columns: new[] { "GroupId", "LibraryId", "Kind", "FromOn" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MemberLevels_LibraryId",
                table: "MemberLevels",
                column: "LibraryId");

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_GroupId_LibraryId_JoinedOn",
                table: "Memberships",
                columns: new[] { "GroupId", "LibraryId", "JoinedOn" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_LibraryId",
                table: "Memberships",
                column: "LibraryId");

            migrationBuilder.CreateIndex(
                name: "UX_Membership_OneHub",
                table: "Memberships",
                column: "GroupId",
                unique: true,
                filter: "[IsHub] = 1 AND [LeftOn] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_OpenIddictApplications_ClientId",
                table: "OpenIddictApplications",
                column: "ClientId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OpenIddictAuthorizations_ApplicationId_Status_Subject_Type",
                table: "OpenIddictAuthorizations",
                columns: new[] { "ApplicationId", "Status", "Subject", "Type" });

            migrationBuilder.CreateIndex(
                name: "IX_OpenIddictScopes_Name",
                table: "OpenIddictScopes",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OpenIddictTokens_ApplicationId_Status_Subject_Type",
                table: "OpenIddictTokens",
                columns: new[] { "ApplicationId", "Status", "Subject", "Type" });

            migrationBuilder.CreateIndex(
                name: "IX_OpenIddictTokens_AuthorizationId",
                table: "OpenIddictTokens",
                column: "AuthorizationId");

            migrationBuilder.CreateIndex(
                name: "IX_OpenIddictTokens_ReferenceId",
                table: "OpenIddictTokens",
                column: "ReferenceId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OpeningWeeks_LibraryId_FromOn",
                table: "OpeningWeeks",
                columns: new[] { "LibraryId", "FromOn" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OrganisationParents_OrganisationId_FromOn",
                table: "OrganisationParents",
                columns: new[] { "OrganisationId", "FromOn" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OrganisationParents_ParentId",
                table: "OrganisationParents",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_Organisations_Code",
                table: "Organisations",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PaidAccesses_LibraryId",
                table: "PaidAccesses",
                column: "LibraryId");

            migrationBuilder.CreateIndex(
                name: "IX_PaidAccesses_PayerId",
                table: "PaidAccesses",
                column: "PayerId");

            migrationBuilder.CreateIndex(
                name: "IX_PaidAccesses_ResourceId_PayerId_FromOn",
                table: "PaidAccesses",
                columns: new[] { "ResourceId", "PayerId", "FromOn" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PatronLooks_LibraryId",
                table: "PatronLooks",
                column: "LibraryId");

            migrationBuilder.CreateIndex(
                name: "IX_PatronLooks_PatronId_At",
                table: "PatronLooks",
                columns: new[] { "PatronId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Patrons_LibraryId_CardNumber",
                table: "Patrons",
                columns: new[] { "LibraryId", "CardNumber" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Patrons_LibraryId_MinistryCode",
                table: "Patrons",
                columns: new[] { "LibraryId", "MinistryCode" },
                unique: true,
                filter: "[MinistryCode] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Patrons_LibraryId_NameKey",
                table: "Patrons",
                columns: new[] { "LibraryId", "NameKey" });

            migrationBuilder.CreateIndex(
                name: "IX_ReadingSeats_LeaseId",
                table: "ReadingSeats",
                column: "LeaseId");

            migrationBuilder.CreateIndex(
                name: "IX_ReadingSeats_ResourceId_Number",
                table: "ReadingSeats",
                columns: new[] { "ResourceId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "UX_ReadingSeat_OnePerReader",
                table: "ReadingSeats",
                columns: new[] { "ResourceId", "Reader" },
                unique: true,
                filter: "[Reader] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Records_ControlNumber",
                table: "Records",
                column: "ControlNumber");

            migrationBuilder.CreateIndex(
                name: "IX_Records_Isbn",
                table: "Records",
                column: "Isbn");

            migrationBuilder.CreateIndex(
                name: "IX_Records_LibraryId_Fingerprint",
                table: "Records",
                columns: new[] { "LibraryId", "Fingerprint" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Records_PublicationYear_Id",
                table: "Records",
                columns: new[] { "PublicationYear", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Records_TitleKey_Id",
                table: "Records",
                columns: new[] { "TitleKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ReplacedContents_RecordId",
                table: "ReplacedContents",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "IX_ReportRuns_LastOn_Id",
                table: "ReportRuns",
                columns: new[] { "LastOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "UX_ReportRun_OnePerPeriod",
                table: "ReportRuns",
                columns: new[] { "LibraryId", "DefinitionCode", "DefinitionVersion", "Period" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReportSnapshots_Hash",
                table: "ReportSnapshots",
                column: "Hash");

            migrationBuilder.CreateIndex(
                name: "IX_ReportSnapshots_LibraryId",
                table: "ReportSnapshots",
                column: "LibraryId");

            migrationBuilder.CreateIndex(
                name: "UX_ReportSnapshot_OnePerNumber",
                table: "ReportSnapshots",
                columns: new[] { "RunId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RoleAssignments_AccountId",
                table: "RoleAssignments",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_RoleAssignments_GroupId",
                table: "RoleAssignments",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_RoleAssignments_LibraryId",
                table: "RoleAssignments",
                column: "LibraryId");

            migrationBuilder.CreateIndex(
                name: "IX_RoleAssignments_OrganisationId",
                table: "RoleAssignments",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_RoleAssignments_PatronId",
                table: "RoleAssignments",
                column: "PatronId");

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

            migrationBuilder.CreateIndex(
                name: "IX_SignIns_AccountId_At",
                table: "SignIns",
                columns: new[] { "AccountId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_SignIns_Network_At",
                table: "SignIns",
                columns: new[] { "Network", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_SnapshotChunks_LibraryId",
                table: "SnapshotChunks",
                column: "LibraryId");

            migrationBuilder.CreateIndex(
                name: "IX_SnapshotChunks_SnapshotId_Ordinal",
                table: "SnapshotChunks",
                columns: new[] { "SnapshotId", "Ordinal" },
                unique: true);

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

            migrationBuilder.CreateIndex(
                name: "IX_SubmissionSteps_LibraryId",
                table: "SubmissionSteps",
                column: "LibraryId");

            migrationBuilder.CreateIndex(
                name: "IX_SubmissionSteps_RunId_Id",
                table: "SubmissionSteps",
                columns: new[] { "RunId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Uploads_ContentId",
                table: "Uploads",
                column: "ContentId");

            migrationBuilder.CreateIndex(
                name: "IX_Uploads_LibraryId_ExpiresAt",
                table: "Uploads",
                columns: new[] { "LibraryId", "ExpiresAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Visits_LibraryId_VisitedOn",
                table: "Visits",
                columns: new[] { "LibraryId", "VisitedOn" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Activities");

            migrationBuilder.DropTable(
                name: "AgreementArticles");

            migrationBuilder.DropTable(
                name: "AppraisalRecords");

            migrationBuilder.DropTable(
                name: "ChangeFeed");

            migrationBuilder.DropTable(
                name: "Charges");

            migrationBuilder.DropTable(
                name: "ClassMemberships");

            migrationBuilder.DropTable(
                name: "ClosedPeriods");

            migrationBuilder.DropTable(
                name: "DeliveryAttempt");

            migrationBuilder.DropTable(
                name: "DeliveryFile");

            migrationBuilder.DropTable(
                name: "DeliveryRecipients");

            migrationBuilder.DropTable(
                name: "DeskOperations");

            migrationBuilder.DropTable(
                name: "EResourceFiles");

            migrationBuilder.DropTable(
                name: "EResourceUses");

            migrationBuilder.DropTable(
                name: "ExchangeRecords");

            migrationBuilder.DropTable(
                name: "ExternalSignIns");

            migrationBuilder.DropTable(
                name: "FacilityFacts");

            migrationBuilder.DropTable(
                name: "FormFigures");

            migrationBuilder.DropTable(
                name: "GuidanceMessages");

            migrationBuilder.DropTable(
                name: "Holds");

            migrationBuilder.DropTable(
                name: "IdempotentCalls");

            migrationBuilder.DropTable(
                name: "ImportLines");

            migrationBuilder.DropTable(
                name: "InterLibraryOffers");

            migrationBuilder.DropTable(
                name: "InterLibraryReaders");

            migrationBuilder.DropTable(
                name: "LibraryParents");

            migrationBuilder.DropTable(
                name: "MemberContributions");

            migrationBuilder.DropTable(
                name: "MemberLevels");

            migrationBuilder.DropTable(
                name: "Memberships");

            migrationBuilder.DropTable(
                name: "OpenIddictScopes");

            migrationBuilder.DropTable(
                name: "OpenIddictTokens");

            migrationBuilder.DropTable(
                name: "OpeningWeeks");

            migrationBuilder.DropTable(
                name: "OrganisationParents");

            migrationBuilder.DropTable(
                name: "PaidAccesses");

            migrationBuilder.DropTable(
                name: "PatronLooks");

            migrationBuilder.DropTable(
                name: "ReadingSeats");

            migrationBuilder.DropTable(
                name: "RecordContents");

            migrationBuilder.DropTable(
                name: "ReplacedContents");

            migrationBuilder.DropTable(
                name: "RoleAssignments");

            migrationBuilder.DropTable(
                name: "RotationMoves");

            migrationBuilder.DropTable(
                name: "SchoolYears");

            migrationBuilder.DropTable(
                name: "SemesterDuties");

            migrationBuilder.DropTable(
                name: "SemesterLists");

            migrationBuilder.DropTable(
                name: "SignIns");

            migrationBuilder.DropTable(
                name: "SnapshotChunks");

            migrationBuilder.DropTable(
                name: "StockTakingLines");

            migrationBuilder.DropTable(
                name: "SubmissionSteps");

            migrationBuilder.DropTable(
                name: "Uploads");

            migrationBuilder.DropTable(
                name: "Visits");

            migrationBuilder.DropTable(
                name: "ClassPromotions");

            migrationBuilder.DropTable(
                name: "Deliveries");

            migrationBuilder.DropTable(
                name: "DeliveryContents");

            migrationBuilder.DropTable(
                name: "Loans");

            migrationBuilder.DropTable(
                name: "EResourceVersions");

            migrationBuilder.DropTable(
                name: "InterLibraryLoans");

            migrationBuilder.DropTable(
                name: "OpenIddictAuthorizations");

            migrationBuilder.DropTable(
                name: "ImportBatches");

            migrationBuilder.DropTable(
                name: "RotationPlans");

            migrationBuilder.DropTable(
                name: "Accounts");

            migrationBuilder.DropTable(
                name: "ReportSnapshots");

            migrationBuilder.DropTable(
                name: "StockTakings");

            migrationBuilder.DropTable(
                name: "FileContents");

            migrationBuilder.DropTable(
                name: "Organisations");

            migrationBuilder.DropTable(
                name: "ClassSets");

            migrationBuilder.DropTable(
                name: "LoanRules");

            migrationBuilder.DropTable(
                name: "EResources");

            migrationBuilder.DropTable(
                name: "Items");

            migrationBuilder.DropTable(
                name: "OpenIddictApplications");

            migrationBuilder.DropTable(
                name: "ReportRuns");

            migrationBuilder.DropTable(
                name: "Classes");

            migrationBuilder.DropTable(
                name: "Groups");

            migrationBuilder.DropTable(
                name: "Records");

            migrationBuilder.DropTable(
                name: "Patrons");

            migrationBuilder.DropTable(
                name: "Libraries");
        }
    }
}
