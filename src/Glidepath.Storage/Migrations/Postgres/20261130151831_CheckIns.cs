using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Glidepath.Storage.Migrations.Postgres
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "uuid", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Source = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    AnswersJson = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    SafetyStepId = table.Column<Guid>(type: "uuid", nullable: true),
                    AmendsId = table.Column<Guid>(type: "uuid", nullable: true),
                    AmendmentReason = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CheckIn", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CheckInCall",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "uuid", nullable: false),
                    WasReached = table.Column<bool>(type: "boolean", nullable: false),
                    Note = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    AmendsId = table.Column<Guid>(type: "uuid", nullable: true),
                    AmendmentReason = table.Column<string>(type: "text", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CheckInCall", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CheckInRhythm",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "uuid", nullable: false),
                    HowOften = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    AmendsId = table.Column<Guid>(type: "uuid", nullable: true),
                    AmendmentReason = table.Column<string>(type: "text", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false)
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
