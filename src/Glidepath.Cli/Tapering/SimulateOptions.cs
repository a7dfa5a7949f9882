using System.CommandLine;
using Glidepath.Cli.Shared;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Kinetics;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Cli.Tapering;

/// <summary>What <c>simulate</c> is asked, read and found to make sense.</summary>
/// <param name="History">The doses on one clock.</param>
/// <param name="Schedule">Where a plan or schedule was given.</param>
/// <param name="Readings">What of the regimen was read otherwise than it was written.</param>
/// <param name="Day">One day of a regimen; null for a plan or a single dose.</param>
internal sealed record SimulateInput(
    Benzodiazepine Drug,
    LevelRequest Request,
    ScheduleHistory History,
    DoseSchedule? Schedule,
    IReadOnlyList<DoseTaken>? Day,
    IReadOnlyList<LevelEvent> Events,
    IReadOnlyList<MeasuredLevel> Levels,
    bool Occupancy,
    bool SplitIsAssumed,
    IReadOnlyList<string> Readings
);

/// <summary>The options of <c>simulate</c>. Every value is read here, so that every error reads alike.</summary>
internal sealed class SimulateOptions
{
    /// <summary>
    /// Levels of virtual patients, people times points: a few minutes on one core. Under a clearance that changes each takes some ten times
    /// as long.
    /// </summary>
    private const long MostLevels = 5_000_000_000,
        MostLevelsWithChanges = 500_000_000;

    private const int DaysOfRegimen = 28,
        DaysOfSingleDose = 14,
        DaysAfterPlan = 14,
        MostDays = 3_653,
        MostPoints = 200_000;

    private readonly Argument<string[]> _words = new("DRUG or FILE")
    {
        Description = "Drug, then a regimen or a plan's JSON or CSV; the JSON alone names its drug",
        Arity = new ArgumentArity(1, 2),
    };
    private readonly Option<string?> _regimen = Text(
        "--regimen",
        "What is taken each day, e.g. \"1 mg morning, 1 mg bedtime\"",
        "\"MG TIME[, …]\""
    );
    private readonly Option<string?> _plan = Text("--plan", "A plan's JSON, or a schedule as CSV", "FILE");
    private readonly Option<string?> _single = new("--single-dose")
    {
        Description = "One dose and no more: of the regimen, or this many mg",
        HelpName = "MG",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private readonly Option<string?> _days = Text(
        "--days",
        "Days of 24 h from the first dose (default 28; 14 of a single dose; to 14 days past a plan's end)",
        "N"
    );
    private readonly Option<string?> _every = Text("--every-hours", "Hours between points (default 1)", "H");
    private readonly Option<string?> _times = Text(
        "--times",
        "Clock times of morning, midday, evening and bedtime (default 08/14/18/22)",
        "H/H/H/H"
    );
    private readonly Option<string?> _start = Text("--start", "Day of the first dose (default today; a plan has its own)", "DATE");
    private readonly Option<string?> _events = Text(
        "--events",
        "What happens on the way, e.g. \"2026-12-10 start carbamazepine, 2026-12-12 missed morning\"",
        "\"DATE WHAT[, …]\""
    );
    private readonly Option<string?> _levels = Text(
        "--levels",
        "Measured levels, e.g. \"2026-12-10 08:00 23 ng/mL\": the curve is fitted to the person",
        "\"DATE TIME LEVEL[, …]\""
    );
    private readonly Option<string?> _model = Text("--model", "Kinetic model (default the drug's first)", "ID");
    private readonly Option<string?> _weight = Text("--weight", "Body weight in kg (default 70)", "KG");
    private readonly Option<string?> _age = Text("--age", "Age in years", "YEARS");
    private readonly Option<string?> _liver = Text("--liver", "Liver disease", "cirrhosis");
    private readonly Option<string?> _patients = Text("--patients", "Virtual patients in place of the model's range", "N");
    private readonly Option<string?> _seed = Text("--seed", "Seed of what is drawn (default 1)", "S");
    private readonly Option<bool> _occupancy = new("--occupancy")
    {
        Description = "Receptor occupancy by what little is known, as a range",
    };

    public void AddTo(Command command)
    {
        command.Arguments.Add(_words);
        foreach (
            var option in new Option[]
            {
                _regimen,
                _plan,
                _single,
                _days,
                _every,
                _times,
                _start,
                _events,
                _levels,
                _model,
                _weight,
                _age,
                _liver,
                _patients,
                _seed,
                _occupancy,
            }
        )
            command.Options.Add(option);
    }

    /// <exception cref="InputException">A value was not understood, or two contradict each other.</exception>
    public SimulateInput Read(System.CommandLine.ParseResult result, DateOnly today)
    {
        var what = SimulateWords.Read(result.GetRequiredValue(_words), result.GetValue(_regimen), result.GetValue(_plan));
        var hours = result.GetValue(_times) is { } times ? Times(times) : DayHours.Default;
        var events = result.GetValue(_events) is { } text ? LevelEvent.ReadAll("--events", text, what.Drug) : [];
        var start = result.GetValue(_start) is { } date ? Shared.Read.Day("--start", date) : today;
        if (what.Schedule is not null && result.GetValue(_start) is not null)
            throw new InputException("--start: read beside a plan, which has its own dates; accepted: one of the two");
        var isSingle = result.GetResult(_single) is { Implicit: false };
        if (isSingle && what.Schedule is not null)
            throw new InputException("--single-dose: read beside a plan; accepted: beside a drug or a regimen");
        var regimen = isSingle ? Single(result.GetValue(_single), what.Regimen) : what.Regimen;
        var schedule =
            what.Schedule ?? new DoseSchedule(what.Drug, [new ScheduledDose(start, (regimen ?? throw NoDose()).DailyDose, regimen)]);
        var days = Days(result.GetValue(_days), isSingle, what.Schedule);
        var every = result.GetValue(_every) is { } hoursApart
            ? (double)Shared.Read.Number("--every-hours", hoursApart, 0.01m, 24 * 28, "h")
            : 1;
        if (days * 24 / every > MostPoints)
            throw new InputException(
                $"--every-hours: {days} days every {every} h are {days * 24 / every:0} points; accepted: at most {MostPoints}, so "
                    + $"a longer step"
            );
        var first = schedule.Doses[0].Start;
        var history = History(schedule, hours, isSingle ? first.AddDays(1) : first.AddDays(days), what.Schedule is not null, events);
        var request = Request(result, what, history, events, days, every);
        return new SimulateInput(
            what.Drug,
            request,
            history,
            what.Schedule,
            isSingle || what.Schedule is not null ? null : hours.Intakes(regimen!, hours.First(regimen!)),
            events,
            result.GetValue(_levels) is { } levels ? MeasuredLevelReader.ReadAll("--levels", levels, history, request.Hours) : [],
            result.GetValue(_occupancy),
            what.Schedule is { } given && given.Doses.Any(d => d.ByTime is null && !d.DailyDose.IsZero),
            what.Readings
        );
    }

    private LevelRequest Request(
        System.CommandLine.ParseResult result,
        SimulateWords what,
        ScheduleHistory history,
        IReadOnlyList<LevelEvent> events,
        int days,
        double every
    )
    {
        var patients = result.GetValue(_patients) is { } n
            ? Shared.Read.Whole("--patients", n, 1, LevelRequest.MostPatients, "patients")
            : 0;
        if (result.GetValue(_seed) is not null && patients == 0 && result.GetValue(_levels) is null)
            throw new InputException("--seed: nothing is drawn; accepted: beside --patients or --levels");
        var changes = LevelEvent.Changes("--events", events, history, what.Drug, days * 24d);
        var most = changes.Count > 0 ? MostLevelsWithChanges : MostLevels;
        if (patients * (days * 24 / every) > most)
            throw new InputException(
                $"--patients: {patients} people at {days * 24 / every:0} points each are too many levels; accepted: at most "
                    + $"{most / (days * 24 / every):0} people here, or fewer days, or a longer --every-hours"
            );
        return new LevelRequest
        {
            Model = Model(what.Drug, result.GetValue(_model)),
            Doses = history.Doses,
            Hours = days * 24d,
            EveryHours = Math.Min(every, days * 24d),
            Person = new Person
            {
                WeightKilograms = result.GetValue(_weight) is { } weight
                    ? (double)Shared.Read.Number("--weight", weight, (decimal)Person.MinWeight, (decimal)Person.MaxWeight, "kg")
                    : Volume.StandardKilograms,
                Age = result.GetValue(_age) is { } age ? Shared.Read.Whole("--age", age, Person.MinAge, Person.MaxAge, "years") : null,
                Liver = result.GetValue(_liver) switch
                {
                    null => LiverFunction.Normal,
                    var word when word.Trim().Equals("cirrhosis", StringComparison.OrdinalIgnoreCase) => LiverFunction.Cirrhosis,
                    var word => throw new InputException($"--liver: read \"{Shared.Read.Short(word)}\"; accepted: cirrhosis"),
                },
            },
            Changes = changes,
            Absorbed = LevelEvent.Absorbed(events, history),
            Patients = patients,
            Seed = (ulong)(result.GetValue(_seed) is { } seed ? Shared.Read.Whole("--seed", seed, 0, int.MaxValue, "") : 1),
            Threads = Environment.ProcessorCount,
        };
    }

    private static ScheduleHistory History(
        DoseSchedule schedule,
        DayHours hours,
        DateOnly until,
        bool steady,
        IReadOnlyList<LevelEvent> events
    )
    {
        try
        {
            return ScheduleHistory.Of(
                schedule,
                hours,
                until,
                steady,
                [.. events.Where(e => e.Deviation is not null).Select(e => e.Deviation!)]
            );
        }
        catch (ArgumentException exception)
        {
            throw new InputException($"--events: {OneLine.Of(exception.Message.Split(" (Parameter")[0])}");
        }
    }

    private static KineticModel Model(Benzodiazepine drug, string? id)
    {
        var known = KineticTable.For(drug).ToList();
        if (known.Count == 0)
            throw new InputException(
                $"drug: no source gives enough to compute a level of {drug}; accepted: "
                    + $"{string.Join(", ", KineticTable.All.Select(m => m.Drug.Name).Distinct())}"
            );
        return id is null
            ? known[0]
            : KineticTable.Find(drug, id)
                ?? throw new InputException(
                    $"--model: read \"{Shared.Read.Short(id)}\"{DidYouMean.Phrase(id.Trim(), known.Select(m => m.Id))}; accepted for "
                        + $"{drug}: {string.Join(", ", known.Select(m => m.Id))}"
                );
    }

    private static Regimen Single(string? amount, Regimen? regimen)
    {
        if (amount is not null && regimen is not null)
            throw new InputException($"--single-dose: read \"{Shared.Read.Short(amount)}\" beside a regimen; accepted: one of the two");
        if (amount is not null)
            return Regimen.Empty.With(
                TimeOfDay.Morning,
                new Dose(Shared.Read.Number("--single-dose", amount, 0, Regimen.MaxMg, "mg", aboveLow: true))
            );
        if (regimen is null)
            throw new InputException(
                "--single-dose: no dose is given; accepted: --single-dose \"2 mg\", or --regimen \"2 mg morning\" beside it"
            );
        return regimen.Times.Count == 1
            ? regimen
            : throw new InputException($"--single-dose: the regimen has {regimen.Times.Count} doses a day; accepted: one");
    }

    private static int Days(string? text, bool isSingle, DoseSchedule? schedule)
    {
        if (text is not null)
            return Shared.Read.Whole("--days", text, 1, MostDays, "days");
        if (schedule is null)
            return isSingle ? DaysOfSingleDose : DaysOfRegimen;
        var span = schedule.Doses[^1].Start.DayNumber - schedule.Doses[0].Start.DayNumber + DaysAfterPlan;
        return span <= MostDays
            ? span
            : throw new InputException(
                $"--days: the schedule runs over {span - DaysAfterPlan} days; accepted: at most {MostDays - DaysAfterPlan}, or "
                    + $"--days for a part of it"
            );
    }

    private static DayHours Times(string text)
    {
        var parts = text.Split(['/', ','], StringSplitOptions.TrimEntries);
        var hours = parts.Select(HourOf).ToList();
        try
        {
            if (hours.Count == 4 && hours.All(h => h is not null))
                return new DayHours(hours[0]!.Value, hours[1]!.Value, hours[2]!.Value, hours[3]!.Value);
        }
        catch (ArgumentException)
        {
            // Told below, with the rest.
        }
        throw new InputException(
            $"--times: read \"{Shared.Read.Short(text)}\"; accepted: four times of the day that rise, such as 08/14/18/22 or "
                + $"07:30/13/18/23:15"
        );
    }

    private static double? HourOf(string text) =>
        TimeOnly.TryParseExact(
            text,
            ["HH:mm", "H:mm", "HH", "%H"],
            System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.None,
            out var time
        )
            ? time.ToTimeSpan().TotalHours
            : null;

    private static InputException NoDose() =>
        new("--regimen: missing; accepted: --regimen \"1 mg morning, 1 mg bedtime\", --single-dose \"2 mg\", or a plan's JSON or CSV");

    private static Option<string?> Text(string name, string description, string value) =>
        new(name) { Description = description, HelpName = value };
}
