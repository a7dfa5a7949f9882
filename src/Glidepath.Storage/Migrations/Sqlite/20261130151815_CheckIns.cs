using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Glidepath.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CheckIns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "CheckIn",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PatientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    AnswersJson = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: false),
                    SafetyStepId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AmendsId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AmendmentReason = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CheckIn", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CheckInCall",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PatientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    WasReached = table.Column<bool>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: true),
                    AmendsId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AmendmentReason = table.Column<string>(type: "TEXT", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CheckInCall", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CheckInRhythm",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PatientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    HowOften = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    AmendsId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AmendmentReason = table.Column<string>(type: "TEXT", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CheckInRhythm", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CheckIn_EpisodeId",
                table: "CheckIn",
                column: "EpisodeId");

            migrationBuilder.CreateIndex(
                name: "IX_CheckIn_PatientId",
                table: "CheckIn",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_CheckInCall_EpisodeId",
                table: "CheckInCall",
                column: "EpisodeId");

            migrationBuilder.CreateIndex(
                name: "IX_CheckInCall_PatientId",
                table: "CheckInCall",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_CheckInRhythm_EpisodeId",
                table: "CheckInRhythm",
                column: "EpisodeId");

            migrationBuilder.CreateIndex(
                name: "IX_CheckInRhythm_PatientId",
                table: "CheckInRhythm",
                column: "PatientId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CheckIn");

            migrationBuilder.DropTable(
                name: "CheckInCall");

            migrationBuilder.DropTable(
                name: "CheckInRhythm");
        }
    }
}
