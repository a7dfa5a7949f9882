using Glidepath.Storage.Privacy.Seals;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Glidepath.Storage.Privacy;

internal sealed class AuditEventMapping : IEntityTypeConfiguration<AuditEvent>
{
    public void Configure(EntityTypeBuilder<AuditEvent> builder)
    {
        builder.HasKey(e => e.Sequence);
        builder.Property(e => e.Sequence).ValueGeneratedNever();
        builder.Property(e => e.ActorRole).HasMaxLength(40);
        builder.Property(e => e.Target).HasMaxLength(400);
        builder.Property(e => e.Reason).HasMaxLength(200);
        builder.Property(e => e.RequestId).HasMaxLength(80);
        builder.Property(e => e.Heads).HasMaxLength(2000);
        builder.HasIndex(e => new { e.PatientId, e.At });
        builder.HasIndex(e => new { e.ActorId, e.At });
        // A page of one patient asks each time whether it is read through a broken glass; that is rare, and its index small.
        builder
            .HasIndex(
                e => new
                {
                    e.PatientId,
                    e.ActorId,
                    e.At,
                },
                "IX_AuditEvents_BreakGlass"
            )
            .HasFilter("\"Target\" = 'BreakGlass'");
        // A few rows of all: found without reading the trail.
        builder.HasIndex(e => e.Target).HasFilter($"\"Target\" = '{AuditClock.Target}'");
    }
}

internal sealed class AuditHeadMapping : IEntityTypeConfiguration<AuditHead>
{
    public void Configure(EntityTypeBuilder<AuditHead> builder) => builder.Property(h => h.Id).ValueGeneratedNever();
}

internal sealed class AccessHeadMapping : IEntityTypeConfiguration<AccessHead>
{
    public void Configure(EntityTypeBuilder<AccessHead> builder)
    {
        builder.HasKey(h => h.SubjectId);
        builder.Property(h => h.SubjectId).ValueGeneratedNever();
        builder.Property(h => h.Version).IsConcurrencyToken();
        builder.Property(h => h.Tables).HasMaxLength(4000);
    }
}

internal sealed class PatientKeyMapping : IEntityTypeConfiguration<PatientKey>
{
    public void Configure(EntityTypeBuilder<PatientKey> builder) => builder.HasKey(k => new { k.PatientId, k.Scope });
}

internal sealed class UserAccountMapping : IEntityTypeConfiguration<UserAccount>
{
    public void Configure(EntityTypeBuilder<UserAccount> builder)
    {
        builder.Property(u => u.DisplayName).HasMaxLength(200);
        builder.Property(u => u.Role).HasMaxLength(40);
        builder.HasIndex(u => u.PatientId).IsUnique();
        // Whom a visit can be with: the few who treat, among the accounts of all patients.
        builder.HasIndex(u => u.Role);
    }
}

internal sealed class UserSessionMapping : IEntityTypeConfiguration<UserSession>
{
    public void Configure(EntityTypeBuilder<UserSession> builder)
    {
        builder.HasIndex(s => s.KeyHash).IsUnique();
        builder.HasIndex(s => s.AccountId);
        builder.Property(s => s.Device).HasMaxLength(200);
        builder.HasOne<UserAccount>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AccountCodeMapping : IEntityTypeConfiguration<AccountCode>
{
    public void Configure(EntityTypeBuilder<AccountCode> builder)
    {
        builder.HasIndex(c => c.Hash).IsUnique();
        builder.HasIndex(c => new { c.AccountId, c.Kind });
        builder.HasOne<UserAccount>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AccountRequestMapping : IEntityTypeConfiguration<AccountRequest>
{
    public void Configure(EntityTypeBuilder<AccountRequest> builder)
    {
        builder.HasIndex(r => r.AccountId);
        builder.HasIndex(r => r.AskedAt);
        builder.Property(r => r.Role).HasMaxLength(40);
        // Two who decide at once: the second one finds it decided.
        builder.Property(r => r.State).IsConcurrencyToken();
        builder.HasOne<UserAccount>().WithMany().HasForeignKey(r => r.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SecurityAlertMapping : IEntityTypeConfiguration<SecurityAlert>
{
    public void Configure(EntityTypeBuilder<SecurityAlert> builder)
    {
        builder.Property(a => a.Key).HasMaxLength(100);
        builder.HasIndex(a => a.Key).IsUnique();
        builder.HasIndex(a => a.FirstAt);
        // Those that nobody looked at yet are few.
        builder.HasIndex(a => a.LastAt).HasFilter("\"SeenAt\" IS NULL");
    }
}

internal sealed class AccessReviewMapping : IEntityTypeConfiguration<AccessReview>
{
    public void Configure(EntityTypeBuilder<AccessReview> builder)
    {
        builder.Property(r => r.Role).HasMaxLength(40);
        builder.HasIndex(r => new { r.AccountId, r.At });
        builder.HasOne<UserAccount>().WithMany().HasForeignKey(r => r.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class IncidentAssessmentMapping : IEntityTypeConfiguration<IncidentAssessment>
{
    public void Configure(EntityTypeBuilder<IncidentAssessment> builder) => builder.HasIndex(a => a.IncidentId);
}

internal sealed class IncidentStepMapping : IEntityTypeConfiguration<IncidentStep>
{
    public void Configure(EntityTypeBuilder<IncidentStep> builder) => builder.HasIndex(s => s.IncidentId);
}

internal sealed class LawEnforcementDelayMapping : IEntityTypeConfiguration<LawEnforcementDelay>
{
    public void Configure(EntityTypeBuilder<LawEnforcementDelay> builder) => builder.HasIndex(d => d.IncidentId);
}

internal sealed class StoreFactMapping : IEntityTypeConfiguration<StoreFact>
{
    public void Configure(EntityTypeBuilder<StoreFact> builder)
    {
        builder.HasKey(f => f.Name);
        builder.Property(f => f.Name).HasMaxLength(80);
        builder.Property(f => f.Value).HasMaxLength(400);
    }
}

internal sealed class IdempotentWriteMapping : IEntityTypeConfiguration<IdempotentWrite>
{
    public void Configure(EntityTypeBuilder<IdempotentWrite> builder)
    {
        builder.HasKey(w => new { w.AccountId, w.Key });
        builder.Property(w => w.Key).HasMaxLength(100);
    }
}
