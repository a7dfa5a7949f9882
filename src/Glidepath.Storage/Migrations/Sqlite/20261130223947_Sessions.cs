using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Glidepath.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Sessions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "CounselingNote",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PatientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: false),
                    AmendsId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AmendmentReason = table.Column<string>(type: "TEXT", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CounselingNote", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "HomeworkTask",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PatientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    SessionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    What = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: false),
                    Times = table.Column<int>(type: "INTEGER", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    MarksJson = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HomeworkTask", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ProgressDraft",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PatientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    BodyJson = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: false),
                    SavedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProgressDraft", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ProgressNote",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PatientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SessionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AddendumToId = table.Column<Guid>(type: "TEXT", nullable: true),
                    BodyJson = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: false),
                    AmendsId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AmendmentReason = table.Column<string>(type: "TEXT", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProgressNote", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TherapySession",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PatientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    AppointmentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Modality = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    Way = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    AgendaJson = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TherapySession", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CounselingNote_EpisodeId",
                table: "CounselingNote",
                column: "EpisodeId");

            migrationBuilder.CreateIndex(
                name: "IX_CounselingNote_PatientId",
                table: "CounselingNote",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_HomeworkTask_EpisodeId",
                table: "HomeworkTask",
                column: "EpisodeId");

            migrationBuilder.CreateIndex(
                name: "IX_HomeworkTask_PatientId",
                table: "HomeworkTask",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_ProgressDraft_PatientId",
                table: "ProgressDraft",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_ProgressNote_EpisodeId",
                table: "ProgressNote",
                column: "EpisodeId");

            migrationBuilder.CreateIndex(
                name: "IX_ProgressNote_PatientId",
                table: "ProgressNote",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_TherapySession_EpisodeId",
                table: "TherapySession",
                column: "EpisodeId");

            migrationBuilder.CreateIndex(
                name: "IX_TherapySession_PatientId",
                table: "TherapySession",
                column: "PatientId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CounselingNote");

            migrationBuilder.DropTable(
                name: "HomeworkTask");

            migrationBuilder.DropTable(
                name: "ProgressDraft");

            migrationBuilder.DropTable(
                name: "ProgressNote");

            migrationBuilder.DropTable(
                name: "TherapySession");
        }
    }
}
