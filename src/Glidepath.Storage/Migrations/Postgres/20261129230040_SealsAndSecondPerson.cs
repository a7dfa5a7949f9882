using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Glidepath.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SealsAndSecondPerson : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "Seal",
                table: "UserSessions",
                type: "bytea",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<DateTime>(
                name: "LastAt",
                table: "AuditHeads",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Heads",
                table: "AuditEvents",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AccessHeads",
                columns: table => new
                {
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Tables = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Seal = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccessHeads", x => x.SubjectId);
                });

            migrationBuilder.CreateTable(
                name: "AccountRequests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    Role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    AskedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    DecidedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ToldAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountRequests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AccountRequests_AspNetUsers_AccountId",
                        column: x => x.AccountId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SettingDecision_EpisodeId",
                table: "SettingDecision",
                column: "EpisodeId");

            migrationBuilder.CreateIndex(
                name: "IX_ScoredAssessment_EpisodeId",
                table: "ScoredAssessment",
                column: "EpisodeId");

            migrationBuilder.CreateIndex(
                name: "IX_SafetyStep_EpisodeId",
                table: "SafetyStep",
                column: "EpisodeId");

            migrationBuilder.CreateIndex(
                name: "IX_Referral_EpisodeId",
                table: "Referral",
                column: "EpisodeId");

            migrationBuilder.CreateIndex(
                name: "IX_PrescribedDoor_EpisodeId",
                table: "PrescribedDoor",
                column: "EpisodeId");

            migrationBuilder.CreateIndex(
                name: "IX_NotPrescribedDoor_EpisodeId",
                table: "NotPrescribedDoor",
                column: "EpisodeId");

            migrationBuilder.CreateIndex(
                name: "IX_IntakeSection_EpisodeId",
                table: "IntakeSection",
                column: "EpisodeId");

            migrationBuilder.CreateIndex(
                name: "IX_Intake_EpisodeId",
                table: "Intake",
                column: "EpisodeId");

            migrationBuilder.CreateIndex(
                name: "IX_InpatientDiscussion_EpisodeId",
                table: "InpatientDiscussion",
                column: "EpisodeId");

            migrationBuilder.CreateIndex(
                name: "IX_EpisodeMove_EpisodeId",
                table: "EpisodeMove",
                column: "EpisodeId");

            migrationBuilder.CreateIndex(
                name: "IX_ControllingDoseNote_EpisodeId",
                table: "ControllingDoseNote",
                column: "EpisodeId");

            migrationBuilder.CreateIndex(
                name: "IX_Condition_EpisodeId",
                table: "Condition",
                column: "EpisodeId");

            migrationBuilder.CreateIndex(
                name: "IX_CareTeamMember_EpisodeId",
                table: "CareTeamMember",
                column: "EpisodeId");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEvents_BreakGlass",
                table: "AuditEvents",
                columns: new[] { "PatientId", "ActorId", "At" },
                filter: "\"Target\" = 'BreakGlass'");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEvents_Target",
                table: "AuditEvents",
                column: "Target",
                filter: "\"Target\" = 'Clock'");

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentDraft_EpisodeId",
                table: "AssessmentDraft",
                column: "EpisodeId");

            migrationBuilder.CreateIndex(
                name: "IX_AccountRequests_AccountId",
                table: "AccountRequests",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_AccountRequests_AskedAt",
                table: "AccountRequests",
                column: "AskedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccessHeads");

            migrationBuilder.DropTable(
                name: "AccountRequests");

            migrationBuilder.DropIndex(
                name: "IX_SettingDecision_EpisodeId",
                table: "SettingDecision");

            migrationBuilder.DropIndex(
                name: "IX_ScoredAssessment_EpisodeId",
                table: "ScoredAssessment");

            migrationBuilder.DropIndex(
                name: "IX_SafetyStep_EpisodeId",
                table: "SafetyStep");

            migrationBuilder.DropIndex(
                name: "IX_Referral_EpisodeId",
                table: "Referral");

            migrationBuilder.DropIndex(
                name: "IX_PrescribedDoor_EpisodeId",
                table: "PrescribedDoor");

            migrationBuilder.DropIndex(
                name: "IX_NotPrescribedDoor_EpisodeId",
                table: "NotPrescribedDoor");

            migrationBuilder.DropIndex(
                name: "IX_IntakeSection_EpisodeId",
                table: "IntakeSection");

            migrationBuilder.DropIndex(
                name: "IX_Intake_EpisodeId",
                table: "Intake");

            migrationBuilder.DropIndex(
                name: "IX_InpatientDiscussion_EpisodeId",
                table: "InpatientDiscussion");

            migrationBuilder.DropIndex(
                name: "IX_EpisodeMove_EpisodeId",
                table: "EpisodeMove");

            migrationBuilder.DropIndex(
                name: "IX_ControllingDoseNote_EpisodeId",
                table: "ControllingDoseNote");

            migrationBuilder.DropIndex(
                name: "IX_Condition_EpisodeId",
                table: "Condition");

            migrationBuilder.DropIndex(
                name: "IX_CareTeamMember_EpisodeId",
                table: "CareTeamMember");

            migrationBuilder.DropIndex(
                name: "IX_AuditEvents_BreakGlass",
                table: "AuditEvents");

            migrationBuilder.DropIndex(
                name: "IX_AuditEvents_Target",
                table: "AuditEvents");

            migrationBuilder.DropIndex(
                name: "IX_AssessmentDraft_EpisodeId",
                table: "AssessmentDraft");

            migrationBuilder.DropColumn(
                name: "Seal",
                table: "UserSessions");

            migrationBuilder.DropColumn(
                name: "LastAt",
                table: "AuditHeads");

            migrationBuilder.DropColumn(
                name: "Heads",
                table: "AuditEvents");
        }
    }
}
