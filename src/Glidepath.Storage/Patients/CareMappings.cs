using Glidepath.Treatment.Patients;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Glidepath.Storage.Patients;

/// <summary>Each list of a clinician begins with whom they treat, among the teams of all patients.</summary>
internal sealed class CareTeamMemberMapping : IEntityTypeConfiguration<CareTeamMember>
{
    public void Configure(EntityTypeBuilder<CareTeamMember> builder) => builder.HasIndex(m => new { m.AccountId, m.PatientId });
}

/// <summary>Each page of today asks whom somebody was asked to take over.</summary>
internal sealed class HandOverMapping : IEntityTypeConfiguration<HandOver>
{
    public void Configure(EntityTypeBuilder<HandOver> builder) => builder.HasIndex(h => new { h.ToAccountId, h.State });
}

/// <summary>The helpline's lists are the few of all who only inquired, who waits longest first.</summary>
internal sealed class EpisodeOfCareMapping : IEntityTypeConfiguration<EpisodeOfCare>
{
    public void Configure(EntityTypeBuilder<EpisodeOfCare> builder) => builder.HasIndex(e => new { e.Phase, e.PhaseSince });
}
