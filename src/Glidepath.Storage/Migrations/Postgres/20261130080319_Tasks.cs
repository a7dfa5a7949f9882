using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Glidepath.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Tasks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "CareTask",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    What = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    ForAccountId = table.Column<Guid>(type: "uuid", nullable: true),
                    ForRole = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Origin = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    State = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EndedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    Note = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    HandOversJson = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CareTask", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CareTask_EpisodeId",
                table: "CareTask",
                column: "EpisodeId");

            migrationBuilder.CreateIndex(
                name: "IX_CareTask_ForAccountId_State",
                table: "CareTask",
                columns: new[] { "ForAccountId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_CareTask_PatientId",
                table: "CareTask",
                column: "PatientId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CareTask");
        }
    }
}
