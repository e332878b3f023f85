using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Storage.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Rotations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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

            migrationBuilder.CreateIndex(
                name: "UX_RotationPlan_OneOpenPerGroup",
                table: "RotationPlans",
                column: "GroupId",
                unique: true,
                filter: "[State] IN (1, 2)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "UX_RotationPlan_OneOpenPerGroup",
                table: "RotationPlans");

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
                name: "Latitude",
                table: "Libraries");

            migrationBuilder.DropColumn(
                name: "Longitude",
                table: "Libraries");

            migrationBuilder.DropColumn(
                name: "ShelfRoom",
                table: "Libraries");
        }
    }
}
