using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Glidepath.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class WardAndResults : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_RootsSheet_PatientId",
                table: "RootsSheet");

            migrationBuilder.CreateTable(
                name: "AdviceRecord",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    StayId = table.Column<Guid>(type: "uuid", nullable: false),
                    WordsJson = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AdviceRecord", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DoseDecision",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    AdministrationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    Why = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DoseDecision", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DoseEffect",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    AdministrationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Helped = table.Column<bool>(type: "boolean", nullable: false),
                    Seen = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DoseEffect", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MedicationAdministration",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrderId = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    SlotDay = table.Column<DateOnly>(type: "date", nullable: true),
                    SlotMinutes = table.Column<int>(type: "integer", nullable: true),
                    DueAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Turn = table.Column<int>(type: "integer", nullable: false),
                    Outcome = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    ActualAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    GiverId = table.Column<Guid>(type: "uuid", nullable: false),
                    IsFromPaper = table.Column<bool>(type: "boolean", nullable: false),
                    DetailsJson = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    AmendsId = table.Column<Guid>(type: "uuid", nullable: true),
                    AmendmentReason = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MedicationAdministration", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MedicationRequest",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    Status = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    DetailsJson = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    StartsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    StopsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    StoppedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    StoppedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    WhyStopped = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    OrderedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    OrderedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    ReplacesId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MedicationRequest", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ObservationResult",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "uuid", nullable: false),
                    DetailsJson = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    AmendsId = table.Column<Guid>(type: "uuid", nullable: true),
                    AmendmentReason = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ObservationResult", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ShiftClose",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Until = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Doses = table.Column<int>(type: "integer", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ShiftClose", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Stay",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Bed = table.Column<string>(type: "text", nullable: false),
                    From = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Until = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    HowEnded = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    FollowsId = table.Column<Guid>(type: "uuid", nullable: true),
                    OutSince = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    BackBy = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    EndedBy = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Stay", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "StockEntry",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Product = table.Column<string>(type: "text", nullable: false),
                    Kind = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    Count = table.Column<decimal>(type: "numeric(12,4)", precision: 12, scale: 4, nullable: false),
                    Expected = table.Column<decimal>(type: "numeric(12,4)", precision: 12, scale: 4, nullable: true),
                    ExplainsId = table.Column<Guid>(type: "uuid", nullable: true),
                    Note = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    WitnessId = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StockEntry", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "VitalSignSet",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "uuid", nullable: false),
                    TakenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    IsFromPaper = table.Column<bool>(type: "boolean", nullable: false),
                    ValuesJson = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    AmendsId = table.Column<Guid>(type: "uuid", nullable: true),
                    AmendmentReason = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VitalSignSet", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "WardUnit",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Beds = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WardUnit", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_RootsSheet_PatientId",
                table: "RootsSheet",
                column: "PatientId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AdviceRecord_PatientId",
                table: "AdviceRecord",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_DoseDecision_AdministrationId",
                table: "DoseDecision",
                column: "AdministrationId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DoseDecision_PatientId",
                table: "DoseDecision",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_DoseEffect_PatientId",
                table: "DoseEffect",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_MedicationAdministration_AmendedOnce",
                table: "MedicationAdministration",
                column: "AmendsId",
                unique: true,
                filter: "\"AmendsId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_MedicationAdministration_EpisodeId",
                table: "MedicationAdministration",
                column: "EpisodeId");

            migrationBuilder.CreateIndex(
                name: "IX_MedicationAdministration_OneOfDose",
                table: "MedicationAdministration",
                columns: new[] { "OrderId", "SlotDay", "SlotMinutes", "Turn" },
                unique: true,
                filter: "\"AmendsId\" IS NULL AND \"SlotDay\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_MedicationAdministration_OrderId_ActualAt",
                table: "MedicationAdministration",
                columns: new[] { "OrderId", "ActualAt" });

            migrationBuilder.CreateIndex(
                name: "IX_MedicationAdministration_PatientId",
                table: "MedicationAdministration",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_MedicationAdministration_PatientId_DueAt",
                table: "MedicationAdministration",
                columns: new[] { "PatientId", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_MedicationAdministration_UnitId_ActualAt",
                table: "MedicationAdministration",
                columns: new[] { "UnitId", "ActualAt" });

            migrationBuilder.CreateIndex(
                name: "IX_MedicationRequest_EpisodeId",
                table: "MedicationRequest",
                column: "EpisodeId");

            migrationBuilder.CreateIndex(
                name: "IX_MedicationRequest_PatientId",
                table: "MedicationRequest",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_MedicationRequest_PatientId_Status",
                table: "MedicationRequest",
                columns: new[] { "PatientId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_ObservationResult_EpisodeId",
                table: "ObservationResult",
                column: "EpisodeId");

            migrationBuilder.CreateIndex(
                name: "IX_ObservationResult_PatientId",
                table: "ObservationResult",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_ShiftClose_UnitId_From",
                table: "ShiftClose",
                columns: new[] { "UnitId", "From" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Stay_EpisodeId",
                table: "Stay",
                column: "EpisodeId");

            migrationBuilder.CreateIndex(
                name: "IX_Stay_OneBed",
                table: "Stay",
                column: "PatientId",
                unique: true,
                filter: "\"Until\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Stay_OnePerson",
                table: "Stay",
                columns: new[] { "UnitId", "Bed" },
                unique: true,
                filter: "\"Until\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Stay_PatientId",
                table: "Stay",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_Stay_UnitId_From",
                table: "Stay",
                columns: new[] { "UnitId", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_StockEntry_UnitId_Product_RecordedAt",
                table: "StockEntry",
                columns: new[] { "UnitId", "Product", "RecordedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_VitalSignSet_EpisodeId",
                table: "VitalSignSet",
                column: "EpisodeId");

            migrationBuilder.CreateIndex(
                name: "IX_VitalSignSet_PatientId",
                table: "VitalSignSet",
                column: "PatientId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AdviceRecord");

            migrationBuilder.DropTable(
                name: "DoseDecision");

            migrationBuilder.DropTable(
                name: "DoseEffect");

            migrationBuilder.DropTable(
                name: "MedicationAdministration");

            migrationBuilder.DropTable(
                name: "MedicationRequest");

            migrationBuilder.DropTable(
                name: "ObservationResult");

            migrationBuilder.DropTable(
                name: "ShiftClose");

            migrationBuilder.DropTable(
                name: "Stay");

            migrationBuilder.DropTable(
                name: "StockEntry");

            migrationBuilder.DropTable(
                name: "VitalSignSet");

            migrationBuilder.DropTable(
                name: "WardUnit");

            migrationBuilder.DropIndex(
                name: "IX_RootsSheet_PatientId",
                table: "RootsSheet");

            migrationBuilder.CreateIndex(
                name: "IX_RootsSheet_PatientId",
                table: "RootsSheet",
                column: "PatientId");
        }
    }
}
