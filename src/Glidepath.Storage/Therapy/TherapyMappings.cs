using Glidepath.Treatment.Therapy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Glidepath.Storage.Therapy;

/// <summary>One choice for each person, whoever is faster.</summary>
internal sealed class TherapySharingMapping : IEntityTypeConfiguration<TherapySharing>
{
    public void Configure(EntityTypeBuilder<TherapySharing> builder) => builder.HasIndex(s => s.PatientId).IsUnique();
}

/// <summary>One page for each person: two of their devices that begin one at once are told.</summary>
internal sealed class RootsSheetMapping : IEntityTypeConfiguration<RootsSheet>
{
    public void Configure(EntityTypeBuilder<RootsSheet> builder) => builder.HasIndex(s => s.PatientId).IsUnique();
}

/// <summary>One answer to each question.</summary>
internal sealed class PromptAnswerMapping : IEntityTypeConfiguration<PromptAnswer>
{
    public void Configure(EntityTypeBuilder<PromptAnswer> builder) => builder.HasIndex(a => new { a.PatientId, a.AskedAt }).IsUnique();
}

/// <summary>One draft of each writer: two windows that begin one at once are told.</summary>
internal sealed class ProgressDraftMapping : IEntityTypeConfiguration<ProgressDraft>
{
    public void Configure(EntityTypeBuilder<ProgressDraft> builder) => builder.HasIndex(d => new { d.PatientId, d.RecordedBy }).IsUnique();
}

/// <summary>One session at a time.</summary>
internal sealed class TherapySessionMapping : IEntityTypeConfiguration<TherapySession>
{
    public void Configure(EntityTypeBuilder<TherapySession> builder) =>
        builder.HasIndex(s => s.PatientId, "IX_TherapySession_OneOpen").IsUnique().HasFilter("\"EndedAt\" IS NULL");
}
