using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Glidepath.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class RulesAndApproval : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "RulesJson",
                table: "CourseEntry",
                type: "character varying(80000)",
                maxLength: 80000,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ActedBy",
                table: "Alert",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_TaperCourse_OneOfCare",
                table: "TaperCourse",
                columns: new[] { "PatientId", "EpisodeId" },
                unique: true,
                filter: "\"State\" <> 'HandedOver'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_TaperCourse_OneOfCare",
                table: "TaperCourse");

            migrationBuilder.DropColumn(
                name: "RulesJson",
                table: "CourseEntry");

            migrationBuilder.DropColumn(
                name: "ActedBy",
                table: "Alert");
        }
    }
}
