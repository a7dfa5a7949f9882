using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Glidepath.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Helpline : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "CallBackRequest",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Name = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    Phone = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    GoodTime = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    MaySayWho = table.Column<bool>(type: "boolean", nullable: false),
                    Tries = table.Column<int>(type: "integer", nullable: false),
                    LastTriedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ReachedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    HandledBy = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CallBackRequest", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "HelplineCall",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Outcome = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    ZipArea = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    Needs = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    Seed = table.Column<int>(type: "integer", nullable: false),
                    MethodVersion = table.Column<string>(type: "text", nullable: false),
                    OwnPosition = table.Column<int>(type: "integer", nullable: true),
                    OfferedPlaceId = table.Column<Guid>(type: "uuid", nullable: true),
                    OfferedPosition = table.Column<int>(type: "integer", nullable: true),
                    OfferedOwn = table.Column<bool>(type: "boolean", nullable: false),
                    OfferedOwnOverBetter = table.Column<bool>(type: "boolean", nullable: false),
                    WhyOwn = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    AmendsId = table.Column<Guid>(type: "uuid", nullable: true),
                    AmendmentReason = table.Column<string>(type: "text", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HelplineCall", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PlaceAnswer",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PlaceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Declined = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    AmendsId = table.Column<Guid>(type: "uuid", nullable: true),
                    AmendmentReason = table.Column<string>(type: "text", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlaceAnswer", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Referral",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    Place = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    PlaceName = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    State = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    DraftedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Consent = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    ConsentId = table.Column<Guid>(type: "uuid", nullable: true),
                    DeclineReason = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    AppointmentOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ArrivedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    FirstCheckOn = table.Column<DateOnly>(type: "date", nullable: true),
                    SecondCheckOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Referral", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReferralMove",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    ReferralId = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    To = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Words = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    AmendsId = table.Column<Guid>(type: "uuid", nullable: true),
                    AmendmentReason = table.Column<string>(type: "text", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReferralMove", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Referral_PatientId",
                table: "Referral",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_ReferralMove_PatientId",
                table: "ReferralMove",
                column: "PatientId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CallBackRequest");

            migrationBuilder.DropTable(
                name: "HelplineCall");

            migrationBuilder.DropTable(
                name: "PlaceAnswer");

            migrationBuilder.DropTable(
                name: "Referral");

            migrationBuilder.DropTable(
                name: "ReferralMove");
        }
    }
}
