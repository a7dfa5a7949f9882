using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Glidepath.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class TaperDrafts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "TaperDraft",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    AnswersJson = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    PlanJson = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    SetAsideAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    SetAsideBy = table.Column<Guid>(type: "uuid", nullable: true),
                    WhySetAside = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TaperDraft", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_TaperDraft_EpisodeId",
                table: "TaperDraft",
                column: "EpisodeId");

            migrationBuilder.CreateIndex(
                name: "IX_TaperDraft_PatientId",
                table: "TaperDraft",
                column: "PatientId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "TaperDraft");
        }
    }
}
