using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Therapy;

/// <param name="Name">Or what they are: "my sister", "the night nurse".</param>
/// <param name="Phone">Null where none is known.</param>
public sealed record SafetyContact(string Name, string? Phone);

/// <summary>What a safety plan says, in the person's words; each list may be empty.</summary>
/// <param name="Signs">That it is getting bad.</param>
/// <param name="Alone">What the person can do by themselves.</param>
/// <param name="Company">People and places that take their mind off it.</param>
/// <param name="Ask">Whom they can ask for help.</param>
/// <param name="Professionals">Besides 988 and 911, which stand on every plan.</param>
/// <param name="SaferPlace">How the place was made safer.</param>
public sealed record SafetyPlanWords(
    IReadOnlyList<string> Signs,
    IReadOnlyList<string> Alone,
    IReadOnlyList<string> Company,
    IReadOnlyList<SafetyContact> Ask,
    IReadOnlyList<SafetyContact> Professionals,
    IReadOnlyList<string> SaferPlace
)
{
    public static readonly SafetyPlanWords Empty = new([], [], [], [], [], []);
}

/// <summary>
/// What a person does when thoughts of ending their life come, written while it is calm. Made anew as a whole: the newest is in force, the
/// ones before stay. The order, from what one can do alone to whom one calls, is our own.
/// </summary>
[RecordOf(DataClass.TherapyWork)]
public sealed class OwnSafetyPlan : OwnWork
{
    /// <summary>Of each list. More is not read in a bad hour; own.</summary>
    public const int MostLines = 6;

    private OwnSafetyPlan() { }

    /// <summary>Read <see cref="Words"/>.</summary>
    [Encrypted]
    public string WordsJson { get; private set; } = "";

    public override WorkKind Kind => WorkKind.SafetyPlan;

    public SafetyPlanWords Words => Recorded.Read(WordsJson, SafetyPlanWords.Empty);

    /// <exception cref="RuleViolationException"><c>safety-plan.…</c>: empty, a list too long, or a number that is none.</exception>
    public static OwnSafetyPlan Make(Guid id, EpisodeOfCare episode, SafetyPlanWords words, bool isShared, DateTime now, Guid by)
    {
        var kept = new SafetyPlanWords(
            Lines(words.Signs),
            Lines(words.Alone),
            Lines(words.Company),
            Contacts(words.Ask),
            Contacts(words.Professionals),
            Lines(words.SaferPlace)
        );
        if (
            kept.Signs.Count + kept.Alone.Count + kept.Company.Count + kept.Ask.Count + kept.Professionals.Count + kept.SaferPlace.Count
            == 0
        )
            throw new RuleViolationException("safety-plan.empty");
        var entry = new OwnSafetyPlan { WordsJson = Recorded.Json(kept) };
        entry.Begin(id, episode, now, isShared, now, by);
        return entry;
    }

    private static string[] Lines(IReadOnlyList<string> lines) =>
        AtMost([.. lines.Select(l => Recorded.Optional(l, "safety-plan.line")).OfType<string>()]);

    private static SafetyContact[] Contacts(IReadOnlyList<SafetyContact> contacts) =>
        AtMost([
            .. contacts.Select(c => new SafetyContact(
                Recorded.Required(c.Name, "safety-plan.line"),
                Recorded.Optional(c.Phone, "safety-plan.phone", 40) is not { } phone ? null
                    : PhoneNumber.Read(phone, null) is { } read ? read.Number
                    : throw new RuleViolationException("safety-plan.phone", ("name", c.Name))
            )),
        ]);

    private static T[] AtMost<T>(T[] lines) =>
        lines.Length <= MostLines ? lines : throw new RuleViolationException("safety-plan.most", ("most", MostLines));
}
