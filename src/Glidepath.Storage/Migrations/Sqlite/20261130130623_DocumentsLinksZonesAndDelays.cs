using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Glidepath.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DocumentsLinksZonesAndDelays : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "TimeZone",
                table: "Patient",
                type: "TEXT",
                maxLength: 80000,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "DocumentContent",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PatientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Holds = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AmendsId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AmendmentReason = table.Column<string>(type: "TEXT", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DocumentContent", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DocumentReference",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PatientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    Holds = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    DetailsJson = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: false),
                    FileJson = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    InErrorAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    InErrorBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    WhyInError = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DocumentReference", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LawEnforcementDelay",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    IncidentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Form = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AskedUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Official = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: false),
                    Statement = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: false),
                    AmendsId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AmendmentReason = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LawEnforcementDelay", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PatientLink",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PatientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OtherPatientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    MergeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TeamsJoined = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsEnd = table.Column<bool>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: false),
                    AmendsId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AmendmentReason = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PatientLink", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SamePersonNote",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PatientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OtherPatientId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    OtherNumber = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: true),
                    Why = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: true),
                    AmendsId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AmendmentReason = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SamePersonNote", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DocumentContent_PatientId",
                table: "DocumentContent",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_DocumentReference_EpisodeId",
                table: "DocumentReference",
                column: "EpisodeId");

            migrationBuilder.CreateIndex(
                name: "IX_DocumentReference_PatientId",
                table: "DocumentReference",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_LawEnforcementDelay_IncidentId",
                table: "LawEnforcementDelay",
                column: "IncidentId");

            migrationBuilder.CreateIndex(
                name: "IX_PatientLink_PatientId",
                table: "PatientLink",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_SamePersonNote_PatientId",
                table: "SamePersonNote",
                column: "PatientId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DocumentContent");

            migrationBuilder.DropTable(
                name: "DocumentReference");

            migrationBuilder.DropTable(
                name: "LawEnforcementDelay");

            migrationBuilder.DropTable(
                name: "PatientLink");

            migrationBuilder.DropTable(
                name: "SamePersonNote");

            migrationBuilder.DropColumn(
                name: "TimeZone",
                table: "Patient");
        }
    }
}
