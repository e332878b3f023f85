using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Exchange : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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

            migrationBuilder.CreateIndex(
                name: "UX_ExchangeRecord_OnePerObject",
                table: "ExchangeRecords",
                columns: new[] { "LibraryId", "Object", "RecordId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FacilityFacts_LibraryId_Period_Scale_Criterion",
                table: "FacilityFacts",
                columns: new[] { "LibraryId", "Period", "Scale", "Criterion" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FormFigures_LibraryId_Period_Form_Row_Column",
                table: "FormFigures",
                columns: new[] { "LibraryId", "Period", "Form", "Row", "Column" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ExchangeRecords");

            migrationBuilder.DropTable(
                name: "FacilityFacts");

            migrationBuilder.DropTable(
                name: "FormFigures");
        }
    }
}
