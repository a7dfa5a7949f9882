using Glidepath.Treatment.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Glidepath.Storage.Messages;

/// <summary>The rounds ask twice a minute which reminders are due: few of all.</summary>
internal sealed class MessageTurnMapping : IEntityTypeConfiguration<MessageTurn>
{
    public void Configure(EntityTypeBuilder<MessageTurn> builder)
    {
        builder.HasIndex(t => t.NextAt).HasFilter("\"NextAt\" IS NOT NULL");
        // Two messages at one moment open one turn: the second finds it when it is tried again.
        builder.HasIndex(t => t.PatientId, "IX_MessageTurns_OneOpen").IsUnique().HasFilter("\"EndedAt\" IS NULL");
    }
}
