using Glidepath.Cli.Shared;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Kinetics;
using Glidepath.Pharmacology.Tapering;

namespace Glidepath.Cli.Tapering;

internal enum LevelEventKind
{
    Start,
    Stop,
    Clearance,
    Bioavailability,
    Deviation,
}

/// <summary>One thing that happens on the way, from the first dose of its day on.</summary>
/// <param name="Effect">For a medicine started or stopped.</param>
/// <param name="Percent">For clearance or bioavailability: of what it is without.</param>
internal sealed record LevelEvent(
    DateOnly Day,
    LevelEventKind Kind,
    string Text,
    ClearanceEffect? Effect = null,
    double Percent = 100,
    DoseDeviation? Deviation = null
)
{
    private const string Accepted =
        "accepted: \"2026-12-10 start carbamazepine\", \"… stop carbamazepine\", \"… missed morning\", \"… late morning 3 h\", "
        + "\"… clearance 140 %\" or \"… bioavailability 80 %\", with commas between";

    public static IReadOnlyList<LevelEvent> ReadAll(string name, string text, Benzodiazepine drug) =>
        [.. text.Split([',', ';', '\n'], StringSplitOptions.TrimEntries).Select(part => Read(name, part, drug))];

    /// <summary>Medicines by their start and stop, and clearances that were given as numbers.</summary>
    /// <param name="end">The last hour. What begins after it would be passed over without a word; a stop after it is the stop of something
    /// begun.</param>
    public static IReadOnlyList<KineticChange> Changes(
        string name,
        IReadOnlyList<LevelEvent> events,
        ScheduleHistory history,
        Benzodiazepine drug,
        double end
    )
    {
        foreach (var early in events.Where(e => e.Day < DateOnly.FromDateTime(history.Origin)))
            throw new InputException(
                $"{name}: \"{Shared.Read.Short(early.Text)}\" lies before the first dose on {history.Origin:yyyy-MM-dd}; "
                    + $"accepted: that day or later. A medicine taken all along needs only its stop"
            );
        foreach (var late in events.Where(e => e.Kind is not LevelEventKind.Stop && Hour(e, history) >= end))
            throw new InputException(
                $"{name}: \"{Shared.Read.Short(late.Text)}\" lies after the end, {history.Origin.AddHours(end):yyyy-MM-dd HH:mm}; "
                    + $"accepted: before it, or a longer --days"
            );
        var changes = new List<KineticChange>();
        foreach (var medicine in events.Where(e => e.Effect is not null).GroupBy(e => e.Effect!))
            changes.AddRange(Courses(name, medicine.Key, [.. medicine.OrderBy(e => e.Day)], history));
        var given = events.Where(e => e.Kind is LevelEventKind.Clearance).OrderBy(e => e.Day).ToList();
        for (var i = 0; i < given.Count; i++)
        {
            var factor = given[i].Percent / 100;
            changes.Add(
                new KineticChange(
                    "clearance",
                    Hour(given[i], history),
                    i + 1 < given.Count ? Hour(given[i + 1], history) : null,
                    factor,
                    factor,
                    factor,
                    0,
                    0
                )
            );
        }
        return changes;
    }

    public static Func<double, double> Absorbed(IReadOnlyList<LevelEvent> events, ScheduleHistory history)
    {
        var given = events
            .Where(e => e.Kind is LevelEventKind.Bioavailability)
            .OrderBy(e => e.Day)
            .Select(e => (Hour: Hour(e, history), Factor: e.Percent / 100))
            .ToList();
        return hour => given.LastOrDefault(g => g.Hour <= hour + 1e-9, (Hour: 0, Factor: 1)).Factor;
    }

    private static double Hour(LevelEvent one, ScheduleHistory history) =>
        (one.Day.DayNumber - DateOnly.FromDateTime(history.Origin).DayNumber) * 24d;

    private static IEnumerable<KineticChange> Courses(
        string name,
        ClearanceEffect effect,
        IReadOnlyList<LevelEvent> events,
        ScheduleHistory history
    )
    {
        double? since = null;
        for (var i = 0; i < events.Count; i++)
        {
            var (hour, isStart) = (Hour(events[i], history), events[i].Kind is LevelEventKind.Start);
            if (isStart == (since is not null) && (isStart || i > 0))
                throw new InputException(
                    $"{name}: \"{Shared.Read.Short(events[i].Text)}\" follows another {(isStart ? "start" : "stop")}; accepted: a start "
                        + $"and a stop in turn"
                );
            if (!isStart)
                yield return since is { } from ? effect.From(from, hour) : effect.TakenUntil(hour);
            since = isStart ? hour : null;
        }
        if (since is { } open)
            yield return effect.From(open);
    }

    private static LevelEvent Read(string name, string part, Benzodiazepine drug)
    {
        var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 3)
            throw new InputException($"{name}: read \"{Shared.Read.Short(part)}\"; {Accepted}");
        var day = Shared.Read.Day(name, words[0]);
        var rest = words[2..];
        return words[1].ToLowerInvariant() switch
        {
            "start" => new LevelEvent(day, LevelEventKind.Start, part, FindEffect(name, string.Join(' ', rest), drug)),
            "stop" => new LevelEvent(day, LevelEventKind.Stop, part, FindEffect(name, string.Join(' ', rest), drug)),
            "clearance" => new LevelEvent(day, LevelEventKind.Clearance, part, Percent: ReadPercent(name, rest, 5, 3_000)),
            "bioavailability" => new LevelEvent(day, LevelEventKind.Bioavailability, part, Percent: ReadPercent(name, rest, 1, 1_000)),
            "missed" when rest.Length == 1 => new LevelEvent(
                day,
                LevelEventKind.Deviation,
                part,
                Deviation: new DoseDeviation(day, Time(name, rest[0]), null)
            ),
            "late" when rest.Length is 2 or 3 => new LevelEvent(
                day,
                LevelEventKind.Deviation,
                part,
                Deviation: new DoseDeviation(
                    day,
                    Time(name, rest[0]),
                    (double)Shared.Read.Number(name, string.Concat(rest[1..]), 0, 72, "h", aboveLow: true)
                )
            ),
            _ => throw new InputException($"{name}: read \"{Shared.Read.Short(part)}\"; {Accepted}"),
        };
    }

    private static double ReadPercent(string name, string[] words, decimal low, decimal high) =>
        (double)Shared.Read.Number(name, string.Concat(words), low, high, "%");

    private static TimeOfDay Time(string name, string word) =>
        TimesOfDay.TryRead(word, out var time)
            ? time
            : throw new InputException($"{name}: read the time \"{Shared.Read.Short(word)}\"; accepted: {TimesOfDay.Accepted.InWords()}");

    private static ClearanceEffect FindEffect(string name, string medicine, Benzodiazepine drug)
    {
        if (ClearanceEffectTable.Find(drug, medicine) is { } effect)
            return effect;
        var known = ClearanceEffectTable.For(drug).SelectMany(e => e.Medicines).ToList();
        var list = known.Count > 0 ? $"a size is known for {string.Join(", ", known)}; " : "";
        throw new InputException(
            $"{name}: no source gives the size of the effect of \"{Shared.Read.Short(medicine)}\" on "
                + $"{drug}{DidYouMean.Phrase(medicine, known)}; accepted: {list}else give it as a number, such as \"2026-12-10 "
                + $"clearance 140 %\""
        );
    }
}
