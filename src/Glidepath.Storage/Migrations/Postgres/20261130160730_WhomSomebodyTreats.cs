using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Glidepath.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class WhomSomebodyTreats : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_HandOver_ToAccountId_State",
                table: "HandOver",
                columns: new[] { "ToAccountId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_EpisodeOfCare_Phase_PhaseSince",
                table: "EpisodeOfCare",
                columns: new[] { "Phase", "PhaseSince" });

            migrationBuilder.CreateIndex(
                name: "IX_CareTeamMember_AccountId_PatientId",
                table: "CareTeamMember",
                columns: new[] { "AccountId", "PatientId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_HandOver_ToAccountId_State",
                table: "HandOver");

            migrationBuilder.DropIndex(
                name: "IX_EpisodeOfCare_Phase_PhaseSince",
                table: "EpisodeOfCare");

            migrationBuilder.DropIndex(
                name: "IX_CareTeamMember_AccountId_PatientId",
                table: "CareTeamMember");
        }
    }
}
