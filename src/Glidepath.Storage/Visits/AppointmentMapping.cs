using Glidepath.Treatment.Visits;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Glidepath.Storage.Visits;

/// <summary>The list of a day goes by time, and what else a clinician has then by clinician and time.</summary>
internal sealed class AppointmentMapping : IEntityTypeConfiguration<Appointment>
{
    public void Configure(EntityTypeBuilder<Appointment> builder)
    {
        builder.HasIndex(a => a.StartsAt);
        builder.HasIndex(a => new { a.WithAccountId, a.StartsAt });
    }
}
