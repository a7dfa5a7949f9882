using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Glidepath.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Therapy : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "CravingEpisode",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    StartJson = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    RatingsJson = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    OutcomeJson = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    DosesJson = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    Holds = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CravingEpisode", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "IfThenCard",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PlansJson = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    Holds = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IfThenCard", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OwnReason",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Words = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    PutAwayAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    Holds = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OwnReason", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PromptAnswer",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SaidJson = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    DosesJson = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    Holds = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PromptAnswer", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PromptChoice",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "uuid", nullable: false),
                    PerDay = table.Column<int>(type: "integer", nullable: false),
                    AmendsId = table.Column<Guid>(type: "uuid", nullable: true),
                    AmendmentReason = table.Column<string>(type: "text", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PromptChoice", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SafetyPlan",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    WordsJson = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    Holds = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SafetyPlan", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TherapySharing",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    ChoicesJson = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TherapySharing", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CravingEpisode_EpisodeId",
                table: "CravingEpisode",
                column: "EpisodeId");

            migrationBuilder.CreateIndex(
                name: "IX_CravingEpisode_PatientId",
                table: "CravingEpisode",
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
                name: "IX_OwnReason_EpisodeId",
                table: "OwnReason",
                column: "EpisodeId");

            migrationBuilder.CreateIndex(
                name: "IX_OwnReason_PatientId",
                table: "OwnReason",
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
                name: "IX_SafetyPlan_EpisodeId",
                table: "SafetyPlan",
                column: "EpisodeId");

            migrationBuilder.CreateIndex(
                name: "IX_SafetyPlan_PatientId",
                table: "SafetyPlan",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_TherapySharing_PatientId",
                table: "TherapySharing",
                column: "PatientId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CravingEpisode");

            migrationBuilder.DropTable(
                name: "IfThenCard");

            migrationBuilder.DropTable(
                name: "OwnReason");

            migrationBuilder.DropTable(
                name: "PromptAnswer");

            migrationBuilder.DropTable(
                name: "PromptChoice");

            migrationBuilder.DropTable(
                name: "SafetyPlan");

            migrationBuilder.DropTable(
                name: "TherapySharing");
        }
    }
}
