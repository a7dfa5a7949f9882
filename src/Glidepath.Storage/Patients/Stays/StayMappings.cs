using Glidepath.Treatment.Patients;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Glidepath.Storage.Patients;

internal sealed class StayMapping : IEntityTypeConfiguration<Stay>
{
    public void Configure(EntityTypeBuilder<Stay> builder)
    {
        // Nobody in two beds, and no two in one: of two at the same moment one is refused.
        builder.HasIndex(s => s.PatientId, "IX_Stay_OneBed").IsUnique().HasFilter("\"Until\" IS NULL");
        builder.HasIndex(s => new { s.UnitId, s.Bed }, "IX_Stay_OnePerson").IsUnique().HasFilter("\"Until\" IS NULL");
        builder.HasIndex(s => new { s.UnitId, s.From });
    }
}
