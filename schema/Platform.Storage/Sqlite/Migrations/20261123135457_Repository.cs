using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Repository : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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

            migrationBuilder.CreateIndex(
                name: "IX_AppraisalRecords_LibraryId",
                table: "AppraisalRecords",
                column: "LibraryId");

            migrationBuilder.CreateIndex(
                name: "IX_AppraisalRecords_ResourceId_Id",
                table: "AppraisalRecords",
                columns: new[] { "ResourceId", "Id" });

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
                name: "IX_FileContents_CheckedAt",
                table: "FileContents",
                column: "CheckedAt");

            migrationBuilder.CreateIndex(
                name: "IX_FileContents_Sha256",
                table: "FileContents",
                column: "Sha256",
                unique: true);

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
                name: "IX_Uploads_ContentId",
                table: "Uploads",
                column: "ContentId");

            migrationBuilder.CreateIndex(
                name: "IX_Uploads_LibraryId_ExpiresAt",
                table: "Uploads",
                columns: new[] { "LibraryId", "ExpiresAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AppraisalRecords");

            migrationBuilder.DropTable(
                name: "EResourceFiles");

            migrationBuilder.DropTable(
                name: "EResourceUses");

            migrationBuilder.DropTable(
                name: "MemberLevels");

            migrationBuilder.DropTable(
                name: "PaidAccesses");

            migrationBuilder.DropTable(
                name: "ReadingSeats");

            migrationBuilder.DropTable(
                name: "Uploads");

            migrationBuilder.DropTable(
                name: "EResourceVersions");

            migrationBuilder.DropTable(
                name: "FileContents");

            migrationBuilder.DropTable(
                name: "EResources");
        }
    }
}
