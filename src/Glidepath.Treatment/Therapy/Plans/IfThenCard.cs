using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Therapy;

/// <param name="If">The trigger, as it follows "If".</param>
/// <param name="Then">What the person does, as it follows "then I".</param>
/// <param name="Call">Who is named in it, to be called at a touch; null for nobody.</param>
/// <param name="Phone">Their number; null where nobody is called.</param>
public sealed record IfThen(string If, string Then, string? Call = null, string? Phone = null);

/// <summary>
/// The if-then plans of a person, made anew as a whole: the newest is in force, the ones before stay. Chosen from their own triggers and from
/// what has helped them, since plans that are chosen from lists do more than those that are thought up
/// (Cooke and others 2022: d -0.34 against -0.07; alcohol).
/// </summary>
[RecordOf(DataClass.TherapyWork)]
public sealed class IfThenCard : OwnWork
{
    /// <summary>More are not kept in mind (the source names three to five).</summary>
    public const int MostPlans = 5;

    /// <summary>Plans wear off: after so many days, and after a lapse, they are looked at again.</summary>
    public const int DaysInForce = 14;

    private IfThenCard() { }

    /// <summary>Read <see cref="Plans"/>.</summary>
    [Encrypted]
    public string PlansJson { get; private set; } = "";

    public override WorkKind Kind => WorkKind.Plans;

    /// <summary>The first is shown first in a hard moment.</summary>
    public IReadOnlyList<IfThen> Plans => Recorded.Read<IfThen[]>(PlansJson, []);

    /// <summary>UTC.</summary>
    public DateTime LookAgainAt => At.AddDays(DaysInForce);

    /// <param name="plans">Empty where the person wants none now.</param>
    /// <exception cref="RuleViolationException"><c>if-then.…</c>: a half is missing, there are too many, or a number is none.</exception>
    public static IfThenCard Make(Guid id, EpisodeOfCare episode, IReadOnlyList<IfThen> plans, bool isShared, DateTime now, Guid by)
    {
        if (plans.Count > MostPlans)
            throw new RuleViolationException("if-then.most", ("most", MostPlans), ("given", plans.Count));
        var entry = new IfThenCard { PlansJson = Recorded.Json(plans.Select(Checked)) };
        entry.Begin(id, episode, now, isShared, now, by);
        return entry;
    }

    private static IfThen Checked(IfThen plan) =>
        new(
            Recorded.Required(plan.If, "if-then.if"),
            Recorded.Required(plan.Then, "if-then.then"),
            plan.Phone is null ? Recorded.Optional(plan.Call, "if-then.call") : Recorded.Required(plan.Call, "if-then.call"),
            Recorded.Optional(plan.Phone, "if-then.phone", 40) is not { } phone ? null
                : PhoneNumber.Read(phone, null) is { } read ? read.Number
                : throw new RuleViolationException("if-then.phone")
        );
}
