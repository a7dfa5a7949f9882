namespace Glidepath.Treatment.Privacy;

public enum ProgrammeScopeKind
{
    None,
    Part2Programme,
    HipaaOnly,
    Consumer,
}

/// <summary>
/// Which law an organisation stands under, from an instant on (42 CFR 2.11, 2.12). Entries are added, so that a switch leaves its trace and
/// can be shown.
/// </summary>
public sealed class ProgrammeScope : IAppendOnly
{
    public const int ReasonLength = 20;

    private ProgrammeScope() { }

    public Guid Id { get; private set; }
    public Guid OrganisationId { get; private set; }
    public ProgrammeScopeKind Kind { get; private set; }

    /// <summary>Why Part 2 no longer applies.</summary>
    [Encrypted]
    public string? Reason { get; private set; }

    public Guid? AmendsId { get; private set; }

    [Encrypted]
    public string? AmendmentReason { get; private set; }
    public DateTime RecordedAt { get; private set; }
    public Guid RecordedBy { get; private set; }

    /// <param name="history">All entries of the organisation so far.</param>
    /// <exception cref="RuleViolationException">Part 2 is left without a reason of <see cref="ReasonLength"/> characters.</exception>
    public static ProgrammeScope Set(
        Guid id,
        Guid organisationId,
        ProgrammeScopeKind kind,
        IReadOnlyList<ProgrammeScope> history,
        string? reason,
        DateTime now,
        Guid by
    )
    {
        Required.Some(kind, "scope.kind");
        if (kind != ProgrammeScopeKind.Part2Programme && Current(history) == ProgrammeScopeKind.Part2Programme)
            Required.Reason(reason, "scope.part2.off.reason", ReasonLength);
        return new ProgrammeScope
        {
            Id = Required.Id(id, "scope.id"),
            OrganisationId = Required.Id(organisationId, "scope.organisation"),
            Kind = kind,
            Reason = reason,
            RecordedAt = Required.Utc(now),
            RecordedBy = Required.Id(by, "scope.recorded-by"),
        };
    }

    /// <summary>Nothing on file is a Part 2 programme: closed by default.</summary>
    public static ProgrammeScopeKind Current(IReadOnlyList<ProgrammeScope> history) =>
        history.Count == 0 ? ProgrammeScopeKind.Part2Programme : history.MaxBy(s => s.RecordedAt)!.Kind;

    /// <summary>Records made while Part 2 applied keep its protection after it is switched off.</summary>
    public static bool Part2Protects(IReadOnlyList<ProgrammeScope> history) =>
        history.Count == 0 || history.Any(s => s.Kind == ProgrammeScopeKind.Part2Programme);
}
