using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Glidepath.Storage.Migrations.Sqlite
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PatientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    AnswersJson = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: false),
                    PlanJson = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    SetAsideAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SetAsideBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    WhySetAside = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: true)
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
