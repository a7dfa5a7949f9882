using Glidepath.Treatment.Monitoring;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Glidepath.Storage.Monitoring;

internal sealed class DutyOverrideMapping : IEntityTypeConfiguration<DutyOverride>
{
    // Those that are not over yet are few of all that ever were.
    public void Configure(EntityTypeBuilder<DutyOverride> builder) => builder.HasIndex(o => o.ToDay);
}
