using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class IdempotentCalls : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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

            migrationBuilder.CreateIndex(
                name: "IX_IdempotentCalls_At",
                table: "IdempotentCalls",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "UX_IdempotentCall_OnePerKey",
                table: "IdempotentCalls",
                columns: new[] { "Actor", "Key" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "IdempotentCalls");
        }
    }
}
