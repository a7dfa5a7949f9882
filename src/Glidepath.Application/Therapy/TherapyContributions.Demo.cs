using Glidepath.Application.Shared;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Therapy;

namespace Glidepath.Application.Therapy;

internal static partial class TherapyContributions
{
    private const string Middle = "first-cut-made";

    private sealed record DemoMoment(
        int DaysAgo,
        int HoursAgo,
        int Strength,
        string Place,
        string With,
        CravingEnd End,
        int Minutes,
        CravingWay Way,
        string? Did,
        bool IsShared = true
    );

    /// <summary>Made up, of one person in the middle of a taper; the last of them is not shared.</summary>
    private static readonly DemoMoment[] DemoMoments =
    [
        new(20, 3, 5, "Home", "kids in bed", CravingEnd.Eased, 14, CravingWay.LetPass, null),
        new(17, 9, 6, "Work", "break room", CravingEnd.Eased, 25, CravingWay.Other, "stepped outside"),
        new(14, 3, 7, "Home", "kids in bed", CravingEnd.TookExtra, 35, CravingWay.NotSaid, null),
        new(11, 2, 4, "Home", "kids in bed", CravingEnd.Eased, 12, CravingWay.MyPlan, "called my sister"),
        new(8, 10, 5, "Work", "break room", CravingEnd.Eased, 18, CravingWay.Other, "stepped outside"),
        new(5, 3, 6, "Home", "awake at night", CravingEnd.NotKnown, 9, CravingWay.LetPass, null),
        new(2, 3, 5, "Home", "kids in bed", CravingEnd.Eased, 11, CravingWay.MyPlan, "called my sister"),
        new(1, 4, 6, "My mother's", "after a call", CravingEnd.Eased, 20, CravingWay.LetPass, null, IsShared: false),
    ];

    private static readonly DemoEntries[] InDemo =
    [
        DemoEntries.For<CravingEpisode>(person => person.Recipe is Middle ? DemoMoments.Select(m => Made(person, m)) : []),
        DemoEntries.For<IfThenCard>(person =>
            person.Recipe is Middle
                ?
                [
                    IfThenCard.Make(
                        Guid.CreateVersion7(),
                        person.Episode,
                        [
                            new(
                                "the kids are in bed and the house goes quiet",
                                "call my sister and walk to the corner",
                                "My sister",
                                "555-555-0142"
                            ),
                            new("I wake at 3 and my heart is racing", "put my feet on the floor and breathe out slowly"),
                        ],
                        isShared: true,
                        person.At(6),
                        By(person)
                    ),
                ]
                : []
        ),
        DemoEntries.For<OwnReason>(person =>
            person.Recipe is Middle
                ? [OwnReason.Say(Guid.CreateVersion7(), person.Episode, "I want to be awake for my kids.", false, person.At(9), By(person))]
                : []
        ),
        DemoEntries.For<PromptChoice>(person =>
            person.Recipe is Middle ? [PromptChoice.Choose(person.Episode, 2, new(Guid.CreateVersion7(), person.At(20), By(person)))] : []
        ),
        DemoEntries.For<PromptAnswer>(person => person.Recipe is Middle ? Enumerable.Range(1, 18).Select(n => Answered(person, n)) : []),
        DemoEntries.For<TherapySharing>(person =>
        {
            if (person.Recipe is not Middle)
                return [];
            var sharing = TherapySharing.Begin(Guid.CreateVersion7(), person.Patient.Id, person.At(20));
            foreach (var kind in new[] { WorkKind.HardMoments, WorkKind.Plans, WorkKind.Prompts })
                sharing.Choose(kind, true, person.At(20));
            return [sharing];
        }),
    ];

    private static CravingEpisode Made(DemoPerson person, DemoMoment told)
    {
        var at = person.At(told.DaysAgo).AddHours(-told.HoursAgo);
        var moment = CravingEpisode.Record(
            Guid.CreateVersion7(),
            person.Episode,
            new CravingStart(told.Strength, told.Place, told.With, null, NearDose.NotSaid),
            at,
            new DosesAround(told.HoursAgo < 6 ? 13 : 8, told.HoursAgo < 6 ? 1.5m : 7),
            told.IsShared,
            at,
            By(person)
        );
        moment.Continue(new CravingStep(5, told.Strength - 1, CravingEnd.NotKnown, told.Way, told.Did));
        moment.Continue(new CravingStep(told.Minutes, Math.Max(0, told.Strength - 4), told.End, told.Way, told.Did));
        return moment;
    }

    private static PromptAnswer Answered(DemoPerson person, int daysAgo)
    {
        var asked = person.At(daysAgo).AddHours(-(daysAgo % 3));
        var isHome = daysAgo % 3 != 1;
        return PromptAnswer.Answer(
            Guid.CreateVersion7(),
            person.Episode,
            asked,
            new PromptSaid(daysAgo % 5 == 0, isHome ? "Home" : "Work", isHome ? "kids in bed" : null),
            asked.AddMinutes(4),
            DosesAround.NotKnown,
            isShared: true,
            asked.AddMinutes(4),
            By(person)
        );
    }

    private static Guid By(DemoPerson person) => person.Staff[Role.Patient].Id;
}
