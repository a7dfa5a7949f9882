using System.Globalization;
using Glidepath.Application.Patients;
using Glidepath.Application.Shared;
using Glidepath.Treatment.Therapy;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Therapy;

/// <summary>What the area of therapy hands over: its services, and its rows in the lists of a record.</summary>
internal static partial class TherapyContributions
{
    public static IServiceCollection AddTherapy(this IServiceCollection services) =>
        services
            .AddScoped<DosesNear>()
            .AddScoped<HardMomentsService>()
            .AddScoped<OwnPlansService>()
            .AddScoped<PromptsService>()
            .AddScoped<OwnSafetyPlanService>()
            .AddScoped<SharingService>()
            .AddScoped<SharedWorkService>()
            .AddSessions()
            .AddSingleton(WorkTable.Of<CravingEpisode>(WorkKind.HardMoments))
            .AddSingleton(WorkTable.Of<PromptAnswer>(WorkKind.Prompts))
            .AddSingleton(WorkTable.Of<IfThenCard>(WorkKind.Plans))
            .AddSingleton(WorkTable.Of<OwnReason>(WorkKind.Reasons))
            .AddSingleton(WorkTable.Of<OwnSafetyPlan>(WorkKind.SafetyPlan))
            .AddThoughts()
            .HandOver([.. InCopy])
            .HandOver(InDemo)
            .HandOver(Names)
            .HandOver(Left);

    private static readonly RecordName[] Names =
    [
        new(typeof(CravingEpisode), "your hard moments"),
        new(typeof(PromptAnswer), "your answers to questions at random times"),
        new(typeof(PromptChoice), "how often you are asked at random times"),
        new(typeof(IfThenCard), "your if-then plans"),
        new(typeof(OwnReason), "your reasons"),
        new(typeof(OwnSafetyPlan), "your safety plan"),
        new(typeof(TherapySharing), "what you share of your own work"),
    ];

    private static readonly LeftOut[] Left =
    [
        new(
            RecordList.Timeline,
            "What a person wrote for themselves is on the page of therapy, as far as they share it: a line of time would show when.",
            typeof(CravingEpisode),
            typeof(PromptAnswer),
            typeof(PromptChoice),
            typeof(IfThenCard),
            typeof(OwnReason),
            typeof(OwnSafetyPlan),
            typeof(TherapySharing)
        ),
        new(
            RecordList.Today,
            "A person's own work asks nothing of staff; what it says of danger goes by the check-in.",
            typeof(CravingEpisode),
            typeof(PromptAnswer),
            typeof(PromptChoice),
            typeof(IfThenCard),
            typeof(OwnReason),
            typeof(OwnSafetyPlan),
            typeof(TherapySharing)
        ),
    ];

    private static readonly IReadOnlyList<CopySection> InCopy =
    [
        .. OwnWorkCopy.Of<CravingEpisode>(
            "Hard moments",
            "Hard moments that you keep to yourself",
            ["Day", "Strength", "Where, with whom", "Since the last dose", "What was done", "What came of it"],
            (e, person) =>
                [
                    CopyText.Day(person.DayOf(e.At)),
                    e.Start.Strength.ToString(CultureInfo.InvariantCulture),
                    e.Start.Where(),
                    e.NearDoseInWords(),
                    e.Did ?? e.Way.InWords(),
                    e.OutcomeInWords(),
                ]
        ),
        .. OwnWorkCopy.Of<PromptAnswer>(
            "Answers at random times",
            "Answers at random times that you keep to yourself",
            ["Day", "A hard moment", "Where, with whom"],
            (e, person) =>
                [
                    CopyText.Day(person.DayOf(e.AskedAt)),
                    e.Said.IsHard ? T["YesWord"] : T["NoWord"],
                    TherapyWords.Where(e.Said.Place, e.Said.With),
                ]
        ),
        .. OwnWorkCopy.Of<IfThenCard>(
            "If-then plans",
            "If-then plans that you keep to yourself",
            ["Made", "Plans"],
            (e, person) => [CopyText.Day(person.DayOf(e.At)), string.Join(" ", e.Plans.Select(p => T["IfThenInWords", p.If, p.Then]))]
        ),
        .. OwnWorkCopy.Of<OwnReason>(
            "Your reasons",
            "Reasons that you keep to yourself",
            ["Day", "In your words"],
            (e, person) => [CopyText.Day(person.DayOf(e.At)), e.Words]
        ),
        .. OwnWorkCopy.Of<OwnSafetyPlan>(
            "Safety plan",
            "Safety plan that you keep to yourself",
            ["Made", "Signs", "What you can do", "People and places", "Who to ask for help", "Professionals", "Making the place safer"],
            (e, person) =>
                [
                    CopyText.Day(person.DayOf(e.At)),
                    string.Join("; ", e.Words.Signs),
                    string.Join("; ", e.Words.Alone),
                    string.Join("; ", e.Words.Company),
                    string.Join("; ", e.Words.Ask.Select(TherapyWords.InWords)),
                    string.Join("; ", e.Words.Professionals.Select(TherapyWords.InWords)),
                    string.Join("; ", e.Words.SaferPlace),
                ]
        ),
        new(
            Treatment.Privacy.InformationCategory.TherapyWork,
            "Questions at random times",
            ["Day", "How many a day"],
            CopyRows.One<PromptChoice>(
                c => c.RecordedAt,
                (c, person) => [CopyText.Day(person.DayOf(c.RecordedAt)), c.PerDay.ToString(CultureInfo.InvariantCulture)]
            )
        )
        {
            IsOwn = true,
        },
        new(
            Treatment.Privacy.InformationCategory.TherapyWork,
            "What you share of your own work",
            ["Kind", "Shared since"],
            CopyRows.Each<TherapySharing>(
                s => s.ChangedAt,
                (s, person, _) => s.Shared.Select(k => new[] { k.Key.InWords(), CopyText.Day(person.DayOf(k.Value)) })
            )
        )
        {
            IsOwn = true,
        },
    ];
}
