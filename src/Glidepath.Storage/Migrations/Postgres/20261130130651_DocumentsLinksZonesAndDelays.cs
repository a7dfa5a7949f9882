using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Glidepath.Storage.Migrations.Postgres
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
                type: "character varying(80000)",
                maxLength: 80000,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "DocumentContent",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    Holds = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    Bytes = table.Column<byte[]>(type: "bytea", nullable: false),
                    AmendsId = table.Column<Guid>(type: "uuid", nullable: true),
                    AmendmentReason = table.Column<string>(type: "text", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DocumentContent", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DocumentReference",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    Holds = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    DetailsJson = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    FileJson = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    Status = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    InErrorAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    InErrorBy = table.Column<Guid>(type: "uuid", nullable: true),
                    WhyInError = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DocumentReference", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LawEnforcementDelay",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    IncidentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Form = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    AskedUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    Official = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    Statement = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    AmendsId = table.Column<Guid>(type: "uuid", nullable: true),
                    AmendmentReason = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LawEnforcementDelay", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PatientLink",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    OtherPatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    MergeId = table.Column<Guid>(type: "uuid", nullable: false),
                    TeamsJoined = table.Column<bool>(type: "boolean", nullable: false),
                    IsEnd = table.Column<bool>(type: "boolean", nullable: false),
                    Reason = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    AmendsId = table.Column<Guid>(type: "uuid", nullable: true),
                    AmendmentReason = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PatientLink", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SamePersonNote",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    OtherPatientId = table.Column<Guid>(type: "uuid", nullable: true),
                    Kind = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    OtherNumber = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    Why = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    AmendsId = table.Column<Guid>(type: "uuid", nullable: true),
                    AmendmentReason = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false)
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
