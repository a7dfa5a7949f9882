using Glidepath.Pharmacology.Drugs;
using Glidepath.Treatment.Patients;
using static Glidepath.Pharmacology.Drugs.Confidence;

namespace Glidepath.Treatment.Assessments;

/// <summary>
/// A second problem that an answer points to. A suggestion to look: a clinician decides, and the list is never changed by it.
/// </summary>
/// <param name="LookAt">What a clinician would ask next.</param>
public sealed record ScreeningSuggestion(
    string Rule,
    ConditionKind Kind,
    string Because,
    string LookAt,
    Source Source,
    Confidence Confidence
);

/// <summary>
/// What is looked at together at intake: worry, mood, trauma, sleep, pain, signs of bipolar disorder, alcohol. Withdrawal looks like most
/// of it.
/// </summary>
public static class Screening
{
    private const int TroubledSleep = 2;

    private static readonly Instrument[] Screens =
    [
        InstrumentTable.Gad7,
        InstrumentTable.Phq9,
        InstrumentTable.Pcl5,
        InstrumentTable.AuditC,
    ];

    private static readonly string[] Questions = ["physical.pain", "mental.high-spells", "mental.bipolar", "mental.psychosis"];

    /// <param name="latest">The newest filling-in of each instrument that there is.</param>
    public static IReadOnlyList<ScreeningSuggestion> Suggest(IReadOnlyCollection<ScoredAssessment> latest, IntakeFacts intake)
    {
        var found = new List<ScreeningSuggestion>();
        FromCutOff(InstrumentTable.Gad7, ConditionKind.Anxiety, "Which kind of anxiety, since when, and was it there before the medicine?");
        FromCutOff(InstrumentTable.Phq9, ConditionKind.Depression, "Low mood before the medicine, in its course, or since the last cut?");
        FromCutOff(
            InstrumentTable.Pcl5,
            ConditionKind.TraumaRelated,
            "What happened, if the person wishes to say, and does it meet criteria?"
        );
        if (Item(InstrumentTable.Phq9, "9") is > 0 and var thoughts)
            found.Insert(
                0,
                Own(
                    "screening.suicide",
                    ConditionKind.Depression,
                    $"PHQ-9 item 9: thoughts of death or self-harm, {Anchor(thoughts)}.",
                    "Ask about thoughts, plan, means and intent. The safety step comes first."
                )
            );
        if (Item(InstrumentTable.Phq9, "3") >= TroubledSleep)
            found.Add(
                Own(
                    "screening.sleep",
                    ConditionKind.Sleep,
                    "PHQ-9 item 3: trouble sleeping on more than half the days.",
                    "Insomnia, sleep apnea, or withdrawal between doses? A sleep diary."
                )
            );
        Says("physical.pain", "screening.pain", ConditionKind.Pain, "Pain most days.", "Where, since when, and what is taken for it?");
        Says(
            "mental.high-spells",
            "screening.bipolar-signs",
            ConditionKind.Bipolar,
            "Days of little sleep with much energy.",
            "Spells of high mood, family, antidepressants. Watch sleep during a taper."
        );
        Says(
            "mental.bipolar",
            "screening.bipolar-told",
            ConditionKind.Bipolar,
            "The person was told of bipolar disorder.",
            "By whom, and what is the treatment? If sleep is much disturbed, the taper pauses."
        );
        Says(
            "mental.psychosis",
            "screening.psychosis",
            ConditionKind.Psychosis,
            "The person has seen or heard things that others did not.",
            "When: now, in withdrawal, or apart from both?"
        );
        Says(
            "mental.ptsd",
            "screening.ptsd-told",
            ConditionKind.TraumaRelated,
            "The person was told of PTSD.",
            "By whom, and what is the treatment?"
        );
        return found;

        void FromCutOff(Instrument instrument, ConditionKind kind, string lookAt)
        {
            if (
                Last(instrument)?.Total is { } total
                && instrument.CutOffs.Where(c => total >= c.AtLeast).MaxBy(c => c.AtLeast) is { } reached
            )
                found.Add(
                    new(
                        $"screening.{instrument.Id}",
                        kind,
                        $"{instrument.Title} {total} of {instrument.Most}: {reached.Means}.",
                        lookAt,
                        reached.Source,
                        reached.Confidence
                    )
                );
        }

        void Says(string question, string rule, ConditionKind kind, string because, string lookAt)
        {
            if (intake.Value(question) is "yes")
                found.Add(Own(rule, kind, because, lookAt));
        }

        ScoredAssessment? Last(Instrument instrument) =>
            latest
                .Where(a => a.InstrumentId == instrument.Id && a.InstrumentVersion == instrument.Version)
                .MaxBy(a => (a.On, a.RecordedAt));

        int? Item(Instrument instrument, string item) => Last(instrument)?.Answers.TryGetValue(item, out var value) is true ? value : null;

        static string Anchor(int score) => InstrumentTable.Phq9.Find("9")!.Anchors.First(a => a.Score == score).Text.ToLowerInvariant();

        static ScreeningSuggestion Own(string rule, ConditionKind kind, string because, string lookAt) =>
            new(rule, kind, because, lookAt, Sources.OwnRule, Derived);
    }

    /// <summary>Screens that nobody has done: silence is not a negative screen.</summary>
    public static IReadOnlyList<string> NotScreened(IReadOnlyCollection<ScoredAssessment> latest, IntakeFacts intake) =>
        [
            .. Screens.Where(i => !latest.Any(a => a.InstrumentId == i.Id && a.Total is not null)).Select(i => i.Id),
            .. Questions.Where(q => intake.Value(q) is null),
        ];
}
