using Glidepath.Treatment.Medications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Glidepath.Storage.Medications;

internal sealed class MedicationRequestMapping : IEntityTypeConfiguration<MedicationRequest>
{
    // The ward asks for what may be due, of the people in its beds.
    public void Configure(EntityTypeBuilder<MedicationRequest> builder) => builder.HasIndex(o => new { o.PatientId, o.Status });
}

internal sealed class MedicationAdministrationMapping : IEntityTypeConfiguration<MedicationAdministration>
{
    public void Configure(EntityTypeBuilder<MedicationAdministration> builder)
    {
        builder.HasIndex(a => new { a.PatientId, a.DueAt });
        builder.HasIndex(a => new { a.OrderId, a.ActualAt });
        // What left the stock of a unit since it was counted.
        builder.HasIndex(a => new { a.UnitId, a.ActualAt });
        // Of two who record one dose at the same moment one is refused, and finds what the other wrote when it is tried again.
        builder
            .HasIndex(
                a => new
                {
                    a.OrderId,
                    a.SlotDay,
                    a.SlotMinutes,
                    a.Turn,
                },
                "IX_MedicationAdministration_OneOfDose"
            )
            .IsUnique()
            .HasFilter("\"AmendsId\" IS NULL AND \"SlotDay\" IS NOT NULL");
        builder.HasIndex(a => a.AmendsId, "IX_MedicationAdministration_AmendedOnce").IsUnique().HasFilter("\"AmendsId\" IS NOT NULL");
    }
}

internal sealed class DoseDecisionMapping : IEntityTypeConfiguration<DoseDecision>
{
    public void Configure(EntityTypeBuilder<DoseDecision> builder) => builder.HasIndex(d => d.AdministrationId).IsUnique();
}

internal sealed class ShiftCloseMapping : IEntityTypeConfiguration<ShiftClose>
{
    public void Configure(EntityTypeBuilder<ShiftClose> builder) => builder.HasIndex(c => new { c.UnitId, c.From }).IsUnique();
}

internal sealed class StockEntryMapping : IEntityTypeConfiguration<StockEntry>
{
    public void Configure(EntityTypeBuilder<StockEntry> builder) =>
        builder.HasIndex(e => new
        {
            e.UnitId,
            e.Product,
            e.RecordedAt,
        });
}
