namespace Glidepath.Treatment.Privacy;

/// <summary>
/// Somebody who had received something on a consent was told that it has ended, so that they ask for no more and a referral that rests on
/// it stops.
/// </summary>
[RecordOf(DataClass.Consents)]
public sealed class RecipientTold : IPatientRecord, IAppendOnly
{
    private RecipientTold() { }

    public Guid Id { get; private set; }
    public Guid PatientId { get; private set; }
    public Guid ConsentEndId { get; private set; }

    [Encrypted]
    public string RecipientName { get; private set; } = "";

    /// <summary>For example by telephone, and to whom.</summary>
    [Encrypted]
    public string How { get; private set; } = "";

    public Guid? AmendsId { get; private set; }

    [Encrypted]
    public string? AmendmentReason { get; private set; }
    public DateTime RecordedAt { get; private set; }
    public Guid RecordedBy { get; private set; }

    public static RecipientTold Of(Guid id, ConsentEnd end, DisclosureRecord disclosed, string? how, DateTime at, Guid by) =>
        new()
        {
            Id = Required.Id(id, "recipient-told.id"),
            PatientId = end.PatientId,
            ConsentEndId =
                disclosed.BasisId == end.ConsentId && disclosed.PatientId == end.PatientId
                    ? end.Id
                    : throw new RuleViolationException("recipient-told.other-consent"),
            RecipientName = disclosed.RecipientName,
            How = Required.Text(how, "recipient-told.how"),
            RecordedAt = Required.Utc(at),
            RecordedBy = Required.Id(by, "recipient-told.recorded-by"),
        };
}

/// <summary>One who received something on a consent that was ended.</summary>
/// <param name="LastId">Their last disclosure, by which they are named.</param>
/// <param name="Categories">All that they received on it.</param>
/// <param name="Told">Null while they are still to be told.</param>
public sealed record Reached(
    Guid LastId,
    string Name,
    string? Address,
    InformationCategory Categories,
    int Times,
    DateTime LastAt,
    RecipientTold? Told
)
{
    /// <summary>
    /// A consent that ran out on its day ended as its form said it would; only one that was revoked, or found invalid, comes as news.
    /// </summary>
    public static IReadOnlyList<Reached> By(ConsentEnd end, IEnumerable<DisclosureRecord> disclosed, IEnumerable<RecipientTold> told)
    {
        if (end.Kind is not (ConsentEndKind.Revoked or ConsentEndKind.FoundInvalid))
            return [];
        var said = told.Where(t => t.ConsentEndId == end.Id).ToList();
        return
        [
            .. disclosed
                .Where(d => d.BasisId == end.ConsentId && d.PatientId == end.PatientId)
                .GroupBy(d => Recipient.Folded(d.RecipientName))
                .Select(group =>
                {
                    var last = group.MaxBy(d => d.DisclosedAt)!;
                    return new Reached(
                        last.Id,
                        last.RecipientName,
                        last.RecipientAddress,
                        group.Aggregate(InformationCategory.None, (all, d) => all | d.Categories),
                        group.Count(),
                        last.DisclosedAt,
                        said.Find(t => Recipient.SameName(t.RecipientName, last.RecipientName))
                    );
                })
                .OrderBy(r => r.Told is not null)
                .ThenByDescending(r => r.LastAt),
        ];
    }
}
