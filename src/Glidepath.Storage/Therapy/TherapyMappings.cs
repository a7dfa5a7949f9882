using Glidepath.Treatment.Therapy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Glidepath.Storage.Therapy;

/// <summary>One choice for each person, whoever is faster.</summary>
internal sealed class TherapySharingMapping : IEntityTypeConfiguration<TherapySharing>
{
    public void Configure(EntityTypeBuilder<TherapySharing> builder) => builder.HasIndex(s => s.PatientId).IsUnique();
}

/// <summary>One answer to each question.</summary>
internal sealed class PromptAnswerMapping : IEntityTypeConfiguration<PromptAnswer>
{
    public void Configure(EntityTypeBuilder<PromptAnswer> builder) => builder.HasIndex(a => new { a.PatientId, a.AskedAt }).IsUnique();
}
