using Glidepath.Treatment.Monitoring;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Glidepath.Storage.Monitoring;

/// <summary>The engine asks every second which are due, and the duty list which are not closed: both are few of all.</summary>
internal sealed class AlertMapping : IEntityTypeConfiguration<Alert>
{
    public void Configure(EntityTypeBuilder<Alert> builder)
    {
        builder.HasIndex(a => a.NextAt).HasFilter("\"NextAt\" IS NOT NULL");
        builder.HasIndex(a => a.State).HasFilter($"\"State\" <> '{nameof(AlertState.Closed)}'");
        builder.HasIndex(a => a.ClosedAt);
        // Two entries at one moment open one alert: the second finds it when it is tried again.
        builder
            .HasIndex(a => new { a.PatientId, a.Cause }, "IX_Alerts_OneOpen")
            .IsUnique()
            .HasFilter($"\"State\" <> '{nameof(AlertState.Closed)}'");
    }
}

internal sealed class AlertEventMapping : IEntityTypeConfiguration<AlertEvent>
{
    public void Configure(EntityTypeBuilder<AlertEvent> builder) => builder.HasIndex(e => e.AlertId);
}

internal sealed class AlertCoverMapping : IEntityTypeConfiguration<AlertCover>
{
    public void Configure(EntityTypeBuilder<AlertCover> builder) => builder.HasIndex(c => c.AlertId);
}

internal sealed class OutboxMessageMapping : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.Property(m => m.Level).HasMaxLength(20);
        builder.Property(m => m.Failure).HasMaxLength(60);
        builder.HasIndex(m => m.NextTryAt).HasFilter("\"NextTryAt\" IS NOT NULL");
        builder.HasIndex(m => m.AlertId);
        builder.HasIndex(m => m.SentAt);
    }
}

internal sealed class AlertHeartbeatMapping : IEntityTypeConfiguration<AlertHeartbeat>
{
    public void Configure(EntityTypeBuilder<AlertHeartbeat> builder)
    {
        builder.HasKey(b => b.Node);
        builder.Property(b => b.Node).HasMaxLength(120);
    }
}
