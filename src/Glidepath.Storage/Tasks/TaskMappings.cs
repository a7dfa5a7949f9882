using Glidepath.Treatment.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Glidepath.Storage.Tasks;

/// <summary>An account's open tasks are asked for before it ends, whoever they are about.</summary>
internal sealed class CareTaskMapping : IEntityTypeConfiguration<CareTask>
{
    public void Configure(EntityTypeBuilder<CareTask> builder) => builder.HasIndex(t => new { t.ForAccountId, t.State });
}
