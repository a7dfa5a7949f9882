namespace Glidepath.Pharmacology.Kinetics;

/// <summary>From doses to levels. Deterministic: the same request gives the same numbers on any number of threads.</summary>
public static class LevelSimulator
{
    /// <summary>
    /// A fortnight or less is watched every six minutes, a quarter of a year every quarter of an hour, more by the hour: a peak and a
    /// trough are then not missed.
    /// </summary>
    private static double WatchedEvery(double hours) =>
        hours <= 14 * 24 ? 0.1
        : hours <= 90 * 24 ? 0.25
        : 1;

    /// <param name="progress">Told the part done, 0 to 1.</param>
    public static LevelProfile Simulate(LevelRequest request, Action<double>? progress = null)
    {
        var (model, adjustments) = Adjustments.Apply(request.Model, request.Person);
        request = request with { Model = model };
        var analytes = request switch
        {
            { Posterior: { } posterior } => Drawn(request, posterior.Cohort(model.Shape, request.Changes), progress),
            { Patients: > 0 } => Drawn(
                request,
                VirtualPatients.Draw(model, request.Changes, request.Patients, request.Seed, request.Threads),
                progress
            ),
            _ => OfMembers(request, progress),
        };
        return new LevelProfile(model, analytes, [.. Beyond(model, request.Doses), .. adjustments]);
    }

    /// <summary>
    /// The trough, peak and average of every whole day of the drug itself over virtual patients: many fewer figures than by the hour, and
    /// much faster.
    /// </summary>
    /// <param name="request">With <see cref="LevelRequest.Patients"/> above 0, and an hour or a whole part of a day of at least half an
    /// hour between points.</param>
    /// <exception cref="ArgumentException">No patients, or the points do not divide a day.</exception>
    public static IReadOnlyList<DayLevels> SimulateDays(LevelRequest request)
    {
        var rowsOfDay = 24 / request.EveryHours;
        if (request.Patients == 0 || rowsOfDay != Math.Floor(rowsOfDay) || rowsOfDay > LevelRun.RowsTogether)
            throw new ArgumentException(
                $"{request.Patients} patients every {request.EveryHours} h; accepted: patients, and 0.5 h or more that divides 24 h.",
                nameof(request)
            );
        var (model, _) = Adjustments.Apply(request.Model, request.Person);
        var cohort = VirtualPatients.Draw(model, request.Changes, request.Patients, request.Seed, request.Threads);
        var timeline = HistoryGrid.Lay(request.Doses, request.Hours, request.EveryHours, request.Changes, request.Absorbed);
        var days = (int)(request.Hours / 24);
        var quantiles = new QuantileSink(cohort.Count, 1, DayFigures.Count * days, request.Threads, Quantiles.Low, 0.5, Quantiles.High);
        LevelRun.Run(cohort, timeline, request.Doses, [quantiles], request.Threads, rowsOfDay: (int)rowsOfDay);
        return
        [
            .. Enumerable
                .Range(0, days)
                .Select(day => new DayLevels(day, Of(day, DayFigures.Trough), Of(day, DayFigures.Peak), Of(day, DayFigures.Mean))),
        ];

        Band Of(int day, int figure)
        {
            var (values, row) = (quantiles.Values[0], DayFigures.Count * day + figure);
            return new Band(values[0][row], values[1][row], values[2][row]);
        }
    }

    private static IEnumerable<AppliedAdjustment> Beyond(KineticModel model, DoseHistory doses)
    {
        if (model.Limit is { } limit && doses.HighestDailyMilligrams > limit.HighestDailyMg)
            yield return new AppliedAdjustment(limit.Text, limit.Source, limit.Confidence);
    }

    private static IReadOnlyList<AnalyteLevels> OfMembers(LevelRequest request, Action<double>? progress)
    {
        var cohort = ParameterBox.Members(request.Model, request.Changes);
        var perPoint = Math.Max(1, (int)Math.Ceiling(request.EveryHours / WatchedEvery(request.Hours) - 1e-9));
        var timeline = HistoryGrid.Lay(request.Doses, request.Hours, request.EveryHours / perPoint, request.Changes, request.Absorbed);
        var envelope = new EnvelopeSink(cohort.Shape.Analytes, timeline.Rows, perPoint);
        var summary = new SummarySink(cohort.Count, cohort.Shape.Analytes, timeline.Hours);
        var weeks = Weeks(request, cohort, timeline);
        LevelRun.Run(cohort, timeline, request.Doses, [envelope, summary, weeks], 1, LaneWidth.Widest, progress);
        var hours = perPoint == 1 ? timeline.Hours : [.. timeline.Hours.Where((_, row) => row % perPoint == 0)];
        return
        [
            .. request.Model.Analytes.Select(
                (name, analyte) =>
                    Levels(
                        name,
                        hours,
                        envelope.Values[analyte],
                        summary.Of(analyte, HalfLives(cohort, analyte), weeks.Falls(analyte), v => Band.OfMembers(v))
                    )
            ),
        ];
    }

    private static IReadOnlyList<AnalyteLevels> Drawn(LevelRequest request, Cohort cohort, Action<double>? progress)
    {
        var timeline = HistoryGrid.Lay(request.Doses, request.Hours, request.EveryHours, request.Changes, request.Absorbed);
        var quantiles = new QuantileSink(
            cohort.Count,
            cohort.Shape.Analytes,
            timeline.Rows,
            request.Threads,
            Quantiles.Low,
            0.5,
            Quantiles.High
        );
        var summary = new SummarySink(cohort.Count, cohort.Shape.Analytes, timeline.Hours);
        var weeks = Weeks(request, cohort, timeline);
        LevelRun.Run(cohort, timeline, request.Doses, [quantiles, summary, weeks], request.Threads, LaneWidth.Widest, progress);
        return
        [
            .. request.Model.Analytes.Select(
                (name, analyte) =>
                    Levels(
                        name,
                        timeline.Hours,
                        quantiles.Values[analyte],
                        summary.Of(analyte, HalfLives(cohort, analyte), weeks.Falls(analyte), v => Band.OfDraws(v))
                    )
            ),
        ];
    }

    private static WeekSink Weeks(LevelRequest request, Cohort cohort, HistoryGrid timeline) =>
        new(
            cohort.Count,
            cohort.Shape.Analytes,
            timeline.Hours,
            request.Doses.Intakes.Count > 0 ? Math.Min(request.Hours, request.Doses.Intakes[^1].Hour) : 0
        );

    private static AnalyteLevels Levels(string analyte, double[] hours, double[][] band, LevelSummary summary) =>
        new(analyte, hours, band[0], band[1], band[2], summary);

    private static double[] HalfLives(Cohort cohort, int analyte)
    {
        var halfLives = new double[cohort.Count];
        for (var person = 0; person < cohort.Count; person++)
            halfLives[person] =
                analyte == 0
                    ? ParameterBox.HalfLife(cohort.Shape, cohort.Row(person))
                    : Math.Log(2)
                        * cohort.Row(person)[ModelShape.Slot(analyte - 1, ModelShape.Volume)]
                        / cohort.Row(person)[ModelShape.Slot(analyte - 1, ModelShape.Clearance)];
        return halfLives;
    }
}
