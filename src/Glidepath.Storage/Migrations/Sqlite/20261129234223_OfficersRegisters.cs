using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Glidepath.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OfficersRegisters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AccessReviews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Decision = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccessReviews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AccessReviews_AspNetUsers_AccountId",
                        column: x => x.AccountId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CopyRequest",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PatientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AskedBy = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    AskerName = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: true),
                    Categories = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    Form = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ExtendedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ExtensionReason = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AnsweredBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    AnswerReason = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CopyRequest", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "IncidentAssessment",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    IncidentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Nature = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: false),
                    Receiver = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: false),
                    Viewed = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: false),
                    Mitigation = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: false),
                    Decision = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    Exception = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: false),
                    AmendsId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AmendmentReason = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncidentAssessment", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "IncidentStep",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    IncidentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: true),
                    AmendsId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AmendmentReason = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncidentStep", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PrivacyComplaint",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReceivedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Way = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    From = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: true),
                    About = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: false),
                    Found = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: true),
                    Done = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ClosedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PrivacyComplaint", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PrivacyIncident",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    HappenedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DiscoveredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    What = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: false),
                    Categories = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    People = table.Column<int>(type: "INTEGER", nullable: true),
                    MostInOneState = table.Column<int>(type: "INTEGER", nullable: true),
                    Records = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PrivacyIncident", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SecurityAlerts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    FirstAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    Limit = table.Column<int>(type: "INTEGER", nullable: false),
                    SeenAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SeenBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Found = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SecurityAlerts", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AccessReviews_AccountId_At",
                table: "AccessReviews",
                columns: new[] { "AccountId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_CopyRequest_PatientId",
                table: "CopyRequest",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_IncidentAssessment_IncidentId",
                table: "IncidentAssessment",
                column: "IncidentId");

            migrationBuilder.CreateIndex(
                name: "IX_IncidentStep_IncidentId",
                table: "IncidentStep",
                column: "IncidentId");

            migrationBuilder.CreateIndex(
                name: "IX_SecurityAlerts_FirstAt",
                table: "SecurityAlerts",
                column: "FirstAt");

            migrationBuilder.CreateIndex(
                name: "IX_SecurityAlerts_Key",
                table: "SecurityAlerts",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SecurityAlerts_LastAt",
                table: "SecurityAlerts",
                column: "LastAt",
                filter: "\"SeenAt\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccessReviews");

            migrationBuilder.DropTable(
                name: "CopyRequest");

            migrationBuilder.DropTable(
                name: "IncidentAssessment");

            migrationBuilder.DropTable(
                name: "IncidentStep");

            migrationBuilder.DropTable(
                name: "PrivacyComplaint");

            migrationBuilder.DropTable(
                name: "PrivacyIncident");

            migrationBuilder.DropTable(
                name: "SecurityAlerts");
        }
    }
}
