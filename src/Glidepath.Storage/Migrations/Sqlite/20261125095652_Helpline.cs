using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Glidepath.Storage.Migrations.Sqlite
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: true),
                    Phone = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: false),
                    GoodTime = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: true),
                    MaySayWho = table.Column<bool>(type: "INTEGER", nullable: false),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    LastTriedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReachedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    HandledBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CallBackRequest", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "HelplineCall",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    ZipArea = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: true),
                    Needs = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: false),
                    Seed = table.Column<int>(type: "INTEGER", nullable: false),
                    MethodVersion = table.Column<string>(type: "TEXT", nullable: false),
                    OwnPosition = table.Column<int>(type: "INTEGER", nullable: true),
                    OfferedPlaceId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OfferedPosition = table.Column<int>(type: "INTEGER", nullable: true),
                    OfferedOwn = table.Column<bool>(type: "INTEGER", nullable: false),
                    OfferedOwnOverBetter = table.Column<bool>(type: "INTEGER", nullable: false),
                    WhyOwn = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: true),
                    AmendsId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AmendmentReason = table.Column<string>(type: "TEXT", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HelplineCall", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PlaceAnswer",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Declined = table.Column<string>(type: "TEXT", maxLength: 600, nullable: true),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AmendsId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AmendmentReason = table.Column<string>(type: "TEXT", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlaceAnswer", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Referral",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PatientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: false),
                    PlaceName = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    DraftedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Consent = table.Column<string>(type: "TEXT", maxLength: 600, nullable: true),
                    ConsentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DeclineReason = table.Column<string>(type: "TEXT", maxLength: 600, nullable: true),
                    AppointmentOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ArrivedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    FirstCheckOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SecondCheckOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Referral", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReferralMove",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PatientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReferralId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<string>(type: "TEXT", maxLength: 600, nullable: true),
                    To = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: true),
                    AmendsId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AmendmentReason = table.Column<string>(type: "TEXT", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false)
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
