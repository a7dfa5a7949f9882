using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Glidepath.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AccessSeals : Migration
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
                name: "IX_AssessmentDraft_EpisodeId",
                table: "AssessmentDraft",
                column: "EpisodeId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccessHeads");

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
                name: "IX_AssessmentDraft_EpisodeId",
                table: "AssessmentDraft");

            migrationBuilder.DropColumn(
                name: "Seal",
                table: "UserSessions");

            migrationBuilder.DropColumn(
                name: "Heads",
                table: "AuditEvents");
        }
    }
}
