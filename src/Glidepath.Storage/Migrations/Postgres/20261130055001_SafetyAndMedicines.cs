using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Glidepath.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SafetyAndMedicines : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "After",
                table: "AssessmentDraft",
                type: "character varying(600)",
                maxLength: 600,
                nullable: false,
                defaultValue: "Keep");

            migrationBuilder.CreateTable(
                name: "HandOver",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    ToAccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Role = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    State = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    Note = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    Reason = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    ProposedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ProposedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    FollowUpSince = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    FollowUpDoneAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HandOver", x => x.Id);
                });

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

            migrationBuilder.CreateTable(
                name: "SafetyEntry",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    ToldJson = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    IsWatched = table.Column<bool>(type: "boolean", nullable: false),
                    SafetyStepId = table.Column<Guid>(type: "uuid", nullable: true),
                    SaidAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SeenUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Reason = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    AmendsId = table.Column<Guid>(type: "uuid", nullable: true),
                    AmendmentReason = table.Column<string>(type: "text", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SafetyEntry", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_HandOver_EpisodeId",
                table: "HandOver",
                column: "EpisodeId");

            migrationBuilder.CreateIndex(
                name: "IX_HandOver_PatientId",
                table: "HandOver",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_MedicationStatement_EpisodeId",
                table: "MedicationStatement",
                column: "EpisodeId");

            migrationBuilder.CreateIndex(
                name: "IX_MedicationStatement_PatientId",
                table: "MedicationStatement",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_SafetyEntry_EpisodeId",
                table: "SafetyEntry",
                column: "EpisodeId");

            migrationBuilder.CreateIndex(
                name: "IX_SafetyEntry_PatientId",
                table: "SafetyEntry",
                column: "PatientId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "HandOver");

            migrationBuilder.DropTable(
                name: "MedicationStatement");

            migrationBuilder.DropTable(
                name: "SafetyEntry");

            migrationBuilder.DropColumn(
                name: "After",
                table: "AssessmentDraft");
        }
    }
}
