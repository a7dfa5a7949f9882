using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Glidepath.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Thoughts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                name: "IX_Chain_EpisodeId",
                table: "Chain",
                column: "EpisodeId");

            migrationBuilder.CreateIndex(
                name: "IX_Chain_PatientId",
                table: "Chain",
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
                name: "RootsSheet");

            migrationBuilder.DropTable(
                name: "ThoughtRecord");
        }
    }
}
