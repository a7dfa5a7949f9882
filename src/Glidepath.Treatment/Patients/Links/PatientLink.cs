using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Patients;

/// <summary>HL7 FHIR <c>link-type</c>, of which these two say that two records are of one person.</summary>
public enum PatientLinkKind
{
    None,

    /// <summary>The other record goes on; this one takes no new entry.</summary>
    ReplacedBy,

    /// <summary>This record goes on, and what the other holds is shown with it.</summary>
    Replaces,
}

/// <summary>
/// That two records are of one person (HL7 FHIR <c>Patient.link</c>): one entry in each of the two, made and ended together. No other entry
/// moves, so that a merge can be taken apart and nothing is lost.
/// </summary>
[RecordOf(DataClass.RecordLinks)]
public sealed class PatientLink : IPatientRecord, IAppendOnly
{
    private PatientLink() { }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid OtherPatientId { get; private set; }

    public PatientLinkKind Kind { get; private set; }

    /// <summary>The same in both entries, and in those that end them.</summary>
    public Guid MergeId { get; private set; }

    /// <summary>Who treats the person by one of the records treats them by both.</summary>
    public bool TeamsJoined { get; private set; }

    /// <summary>They are taken apart; <see cref="AmendsId"/> names the entry that ends.</summary>
    public bool IsEnd { get; private set; }

    [Encrypted]
    public string Reason { get; private set; } = "";

    public Guid? AmendsId { get; private set; }

    [Encrypted]
    public string? AmendmentReason { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime RecordedAt { get; private set; }

    public Guid RecordedBy { get; private set; }

    /// <summary>Records that stand as merged now.</summary>
    public static IEnumerable<PatientLink> Standing(IEnumerable<PatientLink> all)
    {
        var known = all.ToList();
        var ended = known.Where(l => l.IsEnd).Select(l => l.AmendsId).ToHashSet();
        return known.Where(l => !l.IsEnd && !ended.Contains(l.Id));
    }

    /// <param name="replaced">The record that takes no new entry from now on.</param>
    /// <param name="goesOn">The record that goes on.</param>
    /// <param name="standing">Of both, as <see cref="Standing"/> gives them.</param>
    /// <exception cref="RuleViolationException"><c>merge.…</c></exception>
    public static IReadOnlyList<PatientLink> Merge(
        Guid replaced,
        Guid goesOn,
        bool teamsJoined,
        string? reason,
        IReadOnlyCollection<PatientLink> standing,
        DateTime at,
        Guid by
    )
    {
        if (replaced == goesOn)
            throw new RuleViolationException("merge.itself");
        // A record that was replaced is at the end of a way already: this is also what keeps merges from going round.
        foreach (var id in new[] { replaced, goesOn })
            if (standing.FirstOrDefault(l => l.PatientId == id && l.Kind is PatientLinkKind.ReplacedBy) is { } gone)
                throw new RuleViolationException(
                    "merge.replaced-already",
                    ("number", RecordNumber.Of(id)),
                    ("other", RecordNumber.Of(gone.OtherPatientId))
                );
        var why = Recorded.Required(reason, "merge.reason", 2_000);
        var merge = Guid.CreateVersion7();
        return [Of(replaced, goesOn, PatientLinkKind.ReplacedBy), Of(goesOn, replaced, PatientLinkKind.Replaces)];

        PatientLink Of(Guid patientId, Guid other, PatientLinkKind kind) =>
            new()
            {
                Id = Guid.CreateVersion7(),
                PatientId = patientId,
                OtherPatientId = other,
                Kind = kind,
                MergeId = merge,
                TeamsJoined = teamsJoined,
                Reason = why,
                RecordedAt = Recorded.Utc(at),
                RecordedBy = by,
            };
    }

    /// <summary>The entry that ends this one.</summary>
    /// <exception cref="RuleViolationException"><c>merge.apart.reason</c></exception>
    public PatientLink TakeApart(string? reason, DateTime at, Guid by)
    {
        var why = Recorded.Required(reason, "merge.apart.reason", 2_000);
        return new PatientLink
        {
            Id = Guid.CreateVersion7(),
            PatientId = PatientId,
            OtherPatientId = OtherPatientId,
            Kind = Kind,
            MergeId = MergeId,
            TeamsJoined = TeamsJoined,
            IsEnd = true,
            Reason = why,
            AmendsId = Id,
            AmendmentReason = why,
            RecordedAt = Recorded.Utc(at),
            RecordedBy = by,
        };
    }
}
