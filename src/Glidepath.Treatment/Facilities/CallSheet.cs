using Glidepath.Pharmacology.Drugs;

namespace Glidepath.Treatment.Facilities;

/// <param name="Id">Of the line or criterion it comes from.</param>
public sealed record CallQuestion(string Id, string Text, string Why)
{
    private static readonly HashSet<string> Closed = ["Are", "Can", "Do", "Does", "Has", "Have", "Is", "May", "Must", "Will", "Would"];
    private static readonly string[] Asks = [", or ", ", and how "];

    /// <summary>
    /// Answered by yes or no, by the first word of its English, which is also its id in every other language; two questions in one
    /// ("Is there a wait, and how long?") are answered in words.
    /// </summary>
    public bool IsYesOrNo => Closed.Contains(Text.Split(' ')[0]) && !Asks.Any(Text.Contains) && Text.Count(c => c is '?') is 1;
}

/// <param name="Text">What to watch for.</param>
/// <param name="Why">What it can mean.</param>
public sealed record WarningSign(string Text, string Why, Source Source);

/// <summary>What to ask this place: made of what nobody knows of it. Answers go beside the questions, on paper.</summary>
public sealed record CallSheet(
    Place Place,
    IReadOnlyList<string> Phones,
    IReadOnlyList<CallQuestion> Questions,
    IReadOnlyList<WarningSign> WatchFor
)
{
    /// <summary>Asked of every place where they are not known, since no directory tells and a taper hangs on them.</summary>
    private static readonly string[] OfEveryTaper =
    [
        "prescribed-dependence",
        "slow-taper",
        "long-taper",
        "continues-prescribing",
        "hands-over-prescribing",
        "seizure-protocol",
        "doctor-on-site",
        "free-place",
    ];

    /// <summary>So many have room for an answer on one page.</summary>
    public const int OnThePage = 6;

    /// <summary>What a call must not end without: what is not listed first, and money last.</summary>
    public IReadOnlyList<CallQuestion> First => [.. Questions.SkipLast(1).Take(OnThePage - 1), Questions[^1]];

    /// <summary>If there is time.</summary>
    public IReadOnlyList<CallQuestion> Then => [.. Questions.SkipLast(1).Skip(OnThePage - 1)];

    /// <param name="now">UTC.</param>
    public static CallSheet Of(Place place, CallerNeeds needs, DateTime now)
    {
        var lines = NeedLines.Of(needs);
        var told = lines
            .Where(l => l.Kind is not NeedKind.Distance)
            .Where(l => l.Criteria.All(c => PlaceReading.Of(place, c, now).Listing is not Listing.Listed))
            .Where(l => l.Criteria.Any(c => PlaceReading.Of(place, c, now).Listing is Listing.NotListed))
            .SelectMany(l => l.Kind is NeedKind.Payer ? l.Criteria.Select(c => (Id: c.Id, c.Question, l)) : [(l.Id, l.Question, l)])
            .Select(q => new CallQuestion(
                q.Id,
                q.Question,
                q.l.IsHard ? "You must have it, and it is not listed." : "You would like it, and it is not listed."
            ));
        var always = OfEveryTaper
            .Select(CriterionTable.Get)
            .Where(c => PlaceReading.Of(place, c, now).Listing is Listing.NotListed)
            .Select(c => new CallQuestion(c.Id, c.Question, "No directory tells this."));
        var paid = needs
            .Payers.Where(c => PlaceReading.Of(place, c, now).Listing is Listing.Listed && c.Caution.Length > 0)
            .Select(c => new CallQuestion(c.Id, c.Question, c.Caution));
        var money = new CallQuestion(
            "cost",
            "What does it cost me in all, and what is due when? Can I have that in writing?",
            "Know it before you go."
        );
        return new(
            place,
            [
                .. PlaceReading
                    .Counted(place)
                    .SelectMany(p => p.IntakePhones.Prepend(p.Phone))
                    .OfType<string>()
                    .Where(n => n.Length > 0)
                    .Distinct(),
            ],
            [.. told.Concat(paid).Concat(always).DistinctBy(q => q.Text), money],
            Warnings
        );
    }

    public static IReadOnlyList<WarningSign> Warnings { get; } =
    [
        new(
            "They give you a bed before they have asked about your health.",
            "A good place checks first if it can treat you safely. One caller in three was offered a bed first.",
            FacilitySources.SecretShopper
        ),
        new(
            "They want a lot of money before you come.",
            "Three places in four asked for money up front, up to 17,434 dollars. Ask for it in writing, and what comes back if you leave.",
            FacilitySources.SecretShopper
        ),
        new(
            "They offer a free trip, free rent or money to come.",
            "It can be a way to buy patients. Paying for a patient is a federal crime.",
            FacilitySources.KickbackAct
        ),
        new(
            "They push you to say yes on this call.",
            "Four places in ten used sales tricks. You may say: I will call you back.",
            FacilitySources.SecretShopper
        ),
        new(
            "They will not say who they are or where you would go.",
            "You may be talking to a call center. Ask for the name, the street and the state license number.",
            FacilitySources.Judgement
        ),
        new("They tell you that another place is full or closed.", "Call that place yourself.", FacilitySources.Judgement),
        new(
            "They say you will be off the pills in a few days.",
            "Fast cuts can cause seizures. The guideline says never more than 25 percent in 2 weeks.",
            Sources.Asam
        ),
    ];
}
