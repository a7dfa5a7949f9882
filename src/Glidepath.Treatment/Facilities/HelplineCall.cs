using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Facilities;

public enum CallOutcome
{
    /// <summary>911 or 988, with the caller kept on the line.</summary>
    EmergencyHandedOver,
    NumbersGiven,
    ReferralDrafted,
    CallBackAgreed,
    OnlyTalked,
    EndedEarly,
}

/// <summary>
/// A call as it may be kept: what was needed and what was offered, and nothing of who called. A name comes into being only where the person
/// wants an admission or a referral, and then in a record of their own.
/// </summary>
public sealed class HelplineCall : IAppendOnly
{
    private HelplineCall() { }

    public Guid Id { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime StartedAt { get; private set; }

    public CallOutcome Outcome { get; private set; }

    /// <summary>First three digits: no area small enough to name anybody.</summary>
    [Encrypted]
    public string? ZipArea { get; private set; }

    /// <summary>Ids of what filtered and what was wished for, parted by spaces.</summary>
    [Encrypted]
    public string Needs { get; private set; } = "";

    /// <summary>
    /// Draws the order of equals; with <see cref="MethodVersion"/> and the directory of that day the list can be made again.
    /// </summary>
    public int Seed { get; private set; }

    public string MethodVersion { get; private set; } = "";

    /// <summary>Where the programme's own place stood in the list; null where it was not in it.</summary>
    public int? OwnPosition { get; private set; }

    /// <summary>Null where no place was offered.</summary>
    public Guid? OfferedPlaceId { get; private set; }

    /// <summary>From 1.</summary>
    public int? OfferedPosition { get; private set; }

    public bool OfferedOwn { get; private set; }

    /// <summary>The own place was offered while a place of a higher band stood before it.</summary>
    public bool OfferedOwnOverBetter { get; private set; }

    /// <summary>Required where the own place was offered over a better fit.</summary>
    [Encrypted]
    public string? WhyOwn { get; private set; }

    public Guid? AmendsId { get; private set; }

    public string? AmendmentReason { get; private set; }

    public DateTime RecordedAt { get; private set; }

    public Guid RecordedBy { get; private set; }

    /// <param name="list">Null where none was shown.</param>
    /// <param name="offered">One of the items.</param>
    /// <exception cref="RuleViolationException">The own place is offered over a better fit, and nobody said why.</exception>
    public static HelplineCall End(
        Guid id,
        DateTime startedAt,
        CallOutcome outcome,
        string? zip,
        MatchResult? list,
        Guid? offered,
        string? whyOwn,
        DateTime at,
        Guid by
    )
    {
        var item = list?.Items.FirstOrDefault(i => i.Place.Id == offered);
        if (offered is not null && item is null)
            throw new RuleViolationException("call.offered.not-listed");
        var over =
            item is { Place.IsOwn: true }
            && list!.Items.Any(i =>
                !i.Place.IsOwn && i.Position < item.Position && (i.Standing, i.Band).CompareTo((item.Standing, item.Band)) < 0
            );
        var why = Recorded.Optional(whyOwn, "call.why-own", 2_000);
        if (over && why is null)
            throw new RuleViolationException("call.why-own.missing");
        return new HelplineCall
        {
            Id = id,
            StartedAt = Recorded.Utc(startedAt),
            Outcome = outcome,
            ZipArea = zip is { Length: >= 3 } && zip[..3].All(char.IsAsciiDigit) ? zip[..3] : null,
            Needs = string.Join(' ', (list?.Lines ?? []).Where(l => l.Kind is not NeedKind.Distance).Select(l => l.Id)),
            Seed = list?.Seed ?? 0,
            MethodVersion = list?.MethodVersion ?? "",
            OwnPosition = list is { OwnPositions: [var own, ..] } ? own : null,
            OfferedPlaceId = item?.Place.Id,
            OfferedPosition = item?.Position,
            OfferedOwn = item?.Place.IsOwn ?? false,
            OfferedOwnOverBetter = over,
            WhyOwn = over ? why : null,
            RecordedAt = Recorded.Utc(at),
            RecordedBy = by,
        };
    }
}

/// <summary>
/// What a place answered, without whom it was about: so that the next caller is told "declined people like you twice since May".
/// </summary>
public sealed class PlaceAnswer : IAppendOnly
{
    private PlaceAnswer() { }

    public Guid Id { get; private set; }

    public Guid PlaceId { get; private set; }

    /// <summary>Null where the place said yes.</summary>
    public DeclineReason? Declined { get; private set; }

    public DateOnly On { get; private set; }

    public Guid? AmendsId { get; private set; }

    public string? AmendmentReason { get; private set; }

    public DateTime RecordedAt { get; private set; }

    public Guid RecordedBy { get; private set; }

    public static PlaceAnswer Of(Guid id, Guid placeId, DeclineReason? declined, DateOnly on, DateTime at, Guid by) =>
        new()
        {
            Id = id,
            PlaceId = placeId,
            Declined = declined,
            On = on,
            RecordedAt = Recorded.Utc(at),
            RecordedBy = by,
        };
}

/// <summary>How the programme's own place fared in a span of calls: the report for the director, and the rate on the public page.</summary>
public sealed record FairnessReport(
    int Calls,
    int WithOffer,
    int OwnOffered,
    int OwnOverBetter,
    double? MedianOwnPosition,
    IReadOnlyList<HelplineCall> Cases
)
{
    public static FairnessReport Of(IReadOnlyCollection<HelplineCall> calls)
    {
        var positions = calls.Select(c => c.OwnPosition).OfType<int>().Order().ToList();
        var cases = calls.Where(c => c.OfferedOwnOverBetter).OrderByDescending(c => c.RecordedAt).ToList();
        return new(
            calls.Count,
            calls.Count(c => c.OfferedPlaceId is not null),
            calls.Count(c => c.OfferedOwn),
            cases.Count,
            positions.Count == 0 ? null
                : positions.Count % 2 == 1 ? positions[positions.Count / 2]
                : (positions[positions.Count / 2 - 1] + positions[positions.Count / 2]) / 2.0,
            cases
        );
    }
}
