using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Glidepath.Storage.Migrations.Sqlite
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
                type: "TEXT",
                maxLength: 600,
                nullable: false,
                defaultValue: "Keep");

            migrationBuilder.CreateTable(
                name: "HandOver",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PatientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    ToAccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: true),
                    ProposedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ProposedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    FollowUpSince = table.Column<DateTime>(type: "TEXT", nullable: true),
                    FollowUpDoneAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HandOver", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MedicationStatement",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PatientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    DetailsJson = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReplacesId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReconciledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReconciledBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    StoppedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WhyStopped = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MedicationStatement", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SafetyEntry",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PatientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    ToldJson = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: false),
                    IsWatched = table.Column<bool>(type: "INTEGER", nullable: false),
                    SafetyStepId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SaidAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SeenUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: true),
                    AmendsId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AmendmentReason = table.Column<string>(type: "TEXT", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false)
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
