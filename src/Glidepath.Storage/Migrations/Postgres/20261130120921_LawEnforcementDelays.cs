using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Glidepath.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class LawEnforcementDelays : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "LawEnforcementDelay",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    IncidentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Form = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    AskedUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    Official = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    Statement = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    AmendsId = table.Column<Guid>(type: "uuid", nullable: true),
                    AmendmentReason = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LawEnforcementDelay", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_LawEnforcementDelay_IncidentId",
                table: "LawEnforcementDelay",
                column: "IncidentId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "LawEnforcementDelay");
        }
    }
}
