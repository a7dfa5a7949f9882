using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Glidepath.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class TherapyAndMessages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "RulesJson",
                table: "CourseEntry",
                type: "TEXT",
                maxLength: 80000,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ActedBy",
                table: "Alert",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Chain",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WordsJson = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: false),
                    PatientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    Holds = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Chain", x => x.Id);
                });

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
                name: "CravingEpisode",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StartJson = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: false),
                    RatingsJson = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: false),
                    OutcomeJson = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: false),
                    DosesJson = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: false),
                    PatientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    Holds = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CravingEpisode", x => x.Id);
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
                name: "IfThenCard",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlansJson = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: false),
                    PatientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    Holds = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IfThenCard", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Message",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PatientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    TurnId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: false),
                    AmendsId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AmendmentReason = table.Column<string>(type: "TEXT", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Message", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MessageTurn",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PatientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    OpenedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    LastAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    PromisedFor = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AlertsAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    NextAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClaimedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReadAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReadBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Done = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: true),
                    StepsJson = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MessageTurn", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OwnReason",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: false),
                    PutAwayAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PatientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    Holds = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OwnReason", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OwnSafetyPlan",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WordsJson = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: false),
                    PatientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    Holds = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OwnSafetyPlan", x => x.Id);
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
                name: "PromptAnswer",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SaidJson = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: false),
                    DosesJson = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    PatientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    Holds = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PromptAnswer", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PromptChoice",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PatientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PerDay = table.Column<int>(type: "INTEGER", nullable: false),
                    AmendsId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AmendmentReason = table.Column<string>(type: "TEXT", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PromptChoice", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RootsSheet",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    LinesJson = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    PatientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    Holds = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RootsSheet", x => x.Id);
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

            migrationBuilder.CreateTable(
                name: "TherapySharing",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PatientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChoicesJson = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TherapySharing", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ThoughtRecord",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WordsJson = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: false),
                    FinishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PatientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    Holds = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ThoughtRecord", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_TaperCourse_OneOfCare",
                table: "TaperCourse",
                columns: new[] { "PatientId", "EpisodeId" },
                unique: true,
                filter: "\"State\" <> 'HandedOver'");

            migrationBuilder.CreateIndex(
                name: "IX_Chain_EpisodeId",
                table: "Chain",
                column: "EpisodeId");

            migrationBuilder.CreateIndex(
                name: "IX_Chain_PatientId",
                table: "Chain",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_CounselingNote_EpisodeId",
                table: "CounselingNote",
                column: "EpisodeId");

            migrationBuilder.CreateIndex(
                name: "IX_CounselingNote_PatientId",
                table: "CounselingNote",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_CravingEpisode_EpisodeId",
                table: "CravingEpisode",
                column: "EpisodeId");

            migrationBuilder.CreateIndex(
                name: "IX_CravingEpisode_PatientId",
                table: "CravingEpisode",
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
                name: "IX_IfThenCard_EpisodeId",
                table: "IfThenCard",
                column: "EpisodeId");

            migrationBuilder.CreateIndex(
                name: "IX_IfThenCard_PatientId",
                table: "IfThenCard",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_Message_EpisodeId",
                table: "Message",
                column: "EpisodeId");

            migrationBuilder.CreateIndex(
                name: "IX_Message_PatientId",
                table: "Message",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_MessageTurn_EpisodeId",
                table: "MessageTurn",
                column: "EpisodeId");

            migrationBuilder.CreateIndex(
                name: "IX_MessageTurn_NextAt",
                table: "MessageTurn",
                column: "NextAt",
                filter: "\"NextAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_MessageTurn_PatientId",
                table: "MessageTurn",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_MessageTurns_OneOpen",
                table: "MessageTurn",
                column: "PatientId",
                unique: true,
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_OwnReason_EpisodeId",
                table: "OwnReason",
                column: "EpisodeId");

            migrationBuilder.CreateIndex(
                name: "IX_OwnReason_PatientId",
                table: "OwnReason",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_OwnSafetyPlan_EpisodeId",
                table: "OwnSafetyPlan",
                column: "EpisodeId");

            migrationBuilder.CreateIndex(
                name: "IX_OwnSafetyPlan_PatientId",
                table: "OwnSafetyPlan",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_ProgressDraft_PatientId",
                table: "ProgressDraft",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_ProgressDraft_PatientId_RecordedBy",
                table: "ProgressDraft",
                columns: new[] { "PatientId", "RecordedBy" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ProgressNote_EpisodeId",
                table: "ProgressNote",
                column: "EpisodeId");

            migrationBuilder.CreateIndex(
                name: "IX_ProgressNote_PatientId",
                table: "ProgressNote",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_PromptAnswer_EpisodeId",
                table: "PromptAnswer",
                column: "EpisodeId");

            migrationBuilder.CreateIndex(
                name: "IX_PromptAnswer_PatientId",
                table: "PromptAnswer",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_PromptAnswer_PatientId_AskedAt",
                table: "PromptAnswer",
                columns: new[] { "PatientId", "AskedAt" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PromptChoice_EpisodeId",
                table: "PromptChoice",
                column: "EpisodeId");

            migrationBuilder.CreateIndex(
                name: "IX_PromptChoice_PatientId",
                table: "PromptChoice",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_RootsSheet_EpisodeId",
                table: "RootsSheet",
                column: "EpisodeId");

            migrationBuilder.CreateIndex(
                name: "IX_RootsSheet_PatientId",
                table: "RootsSheet",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_TherapySession_EpisodeId",
                table: "TherapySession",
                column: "EpisodeId");

            migrationBuilder.CreateIndex(
                name: "IX_TherapySession_OneOpen",
                table: "TherapySession",
                column: "PatientId",
                unique: true,
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_TherapySession_PatientId",
                table: "TherapySession",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_TherapySharing_PatientId",
                table: "TherapySharing",
                column: "PatientId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ThoughtRecord_EpisodeId",
                table: "ThoughtRecord",
                column: "EpisodeId");

            migrationBuilder.CreateIndex(
                name: "IX_ThoughtRecord_PatientId",
                table: "ThoughtRecord",
                column: "PatientId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Chain");

            migrationBuilder.DropTable(
                name: "CounselingNote");

            migrationBuilder.DropTable(
                name: "CravingEpisode");

            migrationBuilder.DropTable(
                name: "HomeworkTask");

            migrationBuilder.DropTable(
                name: "IfThenCard");

            migrationBuilder.DropTable(
                name: "Message");

            migrationBuilder.DropTable(
                name: "MessageTurn");

            migrationBuilder.DropTable(
                name: "OwnReason");

            migrationBuilder.DropTable(
                name: "OwnSafetyPlan");

            migrationBuilder.DropTable(
                name: "ProgressDraft");

            migrationBuilder.DropTable(
                name: "ProgressNote");

            migrationBuilder.DropTable(
                name: "PromptAnswer");

            migrationBuilder.DropTable(
                name: "PromptChoice");

            migrationBuilder.DropTable(
                name: "RootsSheet");

            migrationBuilder.DropTable(
                name: "TherapySession");

            migrationBuilder.DropTable(
                name: "TherapySharing");

            migrationBuilder.DropTable(
                name: "ThoughtRecord");

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
