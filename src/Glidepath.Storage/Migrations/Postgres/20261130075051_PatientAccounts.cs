using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Glidepath.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PatientAccounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "EnrolledAt",
                table: "AspNetUsers",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "LastSignInOn",
                table: "AspNetUsers",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Check",
                table: "AccountRequests",
                type: "character varying(600)",
                maxLength: 600,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "AccountStep",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    Check = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    Why = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    AmendsId = table.Column<Guid>(type: "uuid", nullable: true),
                    AmendmentReason = table.Column<string>(type: "text", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountStep", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AccountStep_PatientId",
                table: "AccountStep",
                column: "PatientId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccountStep");

            migrationBuilder.DropColumn(
                name: "EnrolledAt",
                table: "AspNetUsers");

            migrationBuilder.DropColumn(
                name: "LastSignInOn",
                table: "AspNetUsers");

            migrationBuilder.DropColumn(
                name: "Check",
                table: "AccountRequests");
        }
    }
}
