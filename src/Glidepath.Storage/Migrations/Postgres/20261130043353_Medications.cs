using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Glidepath.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Medications : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "MedicationStatement",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    DetailsJson = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    Status = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    ReplacesId = table.Column<Guid>(type: "uuid", nullable: true),
                    ReconciledAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ReconciledBy = table.Column<Guid>(type: "uuid", nullable: true),
                    StoppedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    WhyStopped = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MedicationStatement", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_MedicationStatement_EpisodeId",
                table: "MedicationStatement",
                column: "EpisodeId");

            migrationBuilder.CreateIndex(
                name: "IX_MedicationStatement_PatientId",
                table: "MedicationStatement",
                column: "PatientId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "MedicationStatement");
        }
    }
}
