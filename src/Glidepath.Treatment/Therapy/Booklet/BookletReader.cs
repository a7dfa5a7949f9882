using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Treatment.Therapy.Booklet;

/// <summary>What the medicine is taken for, as a person says it.</summary>
public enum BookletReason
{
    Sleep,
    Worry,
    Panic,
    Muscle,
    Seizures,
    Other,
}

/// <summary>All that a reader says of themselves. It is kept nowhere: each request carries it again.</summary>
/// <param name="DailyMg">In 24 h.</param>
/// <param name="Years">Since it was first taken; half a year is 0.5.</param>
public sealed record BookletReader(int Age, Benzodiazepine Drug, decimal DailyMg, decimal Years, BookletReason Reason)
{
    /// <summary>The guideline is for adults; the oldest is a slip of the pen from here on.</summary>
    public const int Youngest = 18,
        Oldest = 110;

    /// <summary>About five weeks: who takes it for less gets other advice than this (short use).</summary>
    public const decimal ShortestYears = 0.1m;

    public const decimal LeastMg = 0.001m;

    /// <summary>
    /// Those with a US label, which says what doses are taken for real. Not the z-drugs: the studies that the booklet rests on were of
    /// benzodiazepines.
    /// </summary>
    public static IReadOnlyList<Benzodiazepine> Drugs { get; } =
    [.. UsualDose.All.Select(d => d.Drug).Where(d => d.Class is DrugClass.Benzodiazepine)];

    /// <summary>The most that a label names, in mg a day.</summary>
    public static decimal MostMg(Benzodiazepine drug) => UsualDose.For(drug)!.HighestLabeledMg;

    /// <summary>The age at which guidelines begin to speak of older adults.</summary>
    public bool IsOlder => Age >= 65;

    /// <summary>Who has seizures may need it for good: the booklet is not for them.</summary>
    public bool IsForSomeoneElse => Reason is BookletReason.Seizures;

    /// <summary>Worry and panic are spoken of alike.</summary>
    public bool IsAnxious => Reason is BookletReason.Worry or BookletReason.Panic;

    public Dose Daily => new(DailyMg);

    /// <summary>As it may stand on the bottle: <c>clonazepam (Klonopin)</c>.</summary>
    public string Medicine => Drug.Brands is [var brand, ..] ? $"{Drug.Name} ({brand})" : Drug.Name;

    public Sentence For =>
        Reason switch
        {
            BookletReason.Sleep => "booklet.for.sleep",
            BookletReason.Worry => "booklet.for.worry",
            BookletReason.Panic => "booklet.for.panic",
            BookletReason.Muscle => "booklet.for.muscle",
            BookletReason.Seizures => "booklet.for.seizures",
            BookletReason.Other => "booklet.for.other",
        };

    public Sentence HowLong => Years == 0.5m ? "booklet.years.half" : Sentence.Of("booklet.years", ("years", Years));

    /// <summary>
    /// What the planner is asked for the picture: the day's dose at once, else in halves or quarters, whichever can be made. The picture
    /// shows days, so that how a day is split does not show.
    /// </summary>
    public IEnumerable<TaperRequest> Examples(DateOnly start) =>
        from times in (TimeOfDay[][])
            [
                [TimeOfDay.Bedtime],
                [TimeOfDay.Morning, TimeOfDay.Bedtime],
                [TimeOfDay.Morning, TimeOfDay.Midday, TimeOfDay.Evening, TimeOfDay.Bedtime],
            ]
        select new TaperRequest
        {
            Drug = Drug,
            Regimen = Regimen.From(times, _ => new Dose(DailyMg / times.Length)),
            Start = start,
            Facts = new PatientFacts
            {
                Age = Age,
                DurationDays = (int)(Years * 365),
                Indication = Reason switch
                {
                    BookletReason.Sleep => Indication.Sleep,
                    BookletReason.Worry => Indication.Anxiety,
                    BookletReason.Panic => Indication.Panic,
                    BookletReason.Muscle => Indication.MuscleSpasm,
                    BookletReason.Seizures => Indication.Seizures,
                    BookletReason.Other => Indication.Other,
                },
            },
        };
}
