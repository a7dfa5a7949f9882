namespace Glidepath.Treatment.Patients;

/// <summary>Who writes an entry, when, and what it replaces.</summary>
/// <param name="RecordedAt">UTC.</param>
/// <param name="AmendmentReason">Required with <paramref name="AmendsId"/>, and only then.</param>
public sealed record Entry(Guid Id, DateTime RecordedAt, Guid RecordedBy, Guid? AmendsId = null, string? AmendmentReason = null)
{
    public Entry Checked()
    {
        Recorded.Utc(RecordedAt);
        var reason = Recorded.Optional(AmendmentReason, "entry.amendment-reason", 2_000);
        return AmendsId is null == reason is null
            ? this with
            {
                AmendmentReason = reason,
            }
            : throw new RuleViolationException("entry.amendment-reason");
    }
}
