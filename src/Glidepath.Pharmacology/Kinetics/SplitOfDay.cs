namespace Glidepath.Pharmacology.Kinetics;

/// <summary>Swing within a day at steady state, in per cent of the average, when the same daily dose is taken in other ways.</summary>
/// <param name="AsTaken">The split that was asked about.</param>
/// <param name="Evenly">The same number of equal doses, evenly over 24 h.</param>
/// <param name="Once">All at once.</param>
public sealed record SwingBySplit(Band AsTaken, Band Evenly, Band Once)
{
    /// <summary>An uneven split swings more than an even one: the large dose peaks high, and the long gap falls deep.</summary>
    /// <param name="day">What is taken in a day; not empty.</param>
    public static SwingBySplit Of(KineticModel model, Person person, IReadOnlyList<DoseTaken> day)
    {
        var total = day.Sum(i => i.Milligrams);
        return new SwingBySplit(
            Swing(day),
            Swing([.. Enumerable.Range(0, day.Count).Select(i => new DoseTaken(24d * i / day.Count, total / day.Count))]),
            Swing([new DoseTaken(0, total)])
        );

        Band Swing(IReadOnlyList<DoseTaken> doses) =>
            LevelSimulator
                .Simulate(
                    new LevelRequest
                    {
                        Model = model,
                        Person = person,
                        Doses = new DoseHistory(doses, doses),
                        Hours = 24,
                    }
                )
                .Analytes[0]
                .Summary.SwingPercent;
    }
}
