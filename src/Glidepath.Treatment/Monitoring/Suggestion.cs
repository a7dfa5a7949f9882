using Glidepath.Pharmacology.Safety;
using static Glidepath.Treatment.Monitoring.CourseRules;

namespace Glidepath.Treatment.Monitoring;

/// <summary>One rule that fired, and what it fired on.</summary>
/// <param name="Usual">The own usual that the value is held against; null where it is held against none, or none is known.</param>
/// <param name="On">The day of the newest thing that it rests on.</param>
/// <param name="What">In words, where a number says too little.</param>
public sealed record Fired(CourseRule Rule, decimal? Value, decimal? Usual, DateOnly? On, string? What = null);

/// <summary>
/// What is suggested, with every rule that fired. Somebody decides; nothing speeds up by itself, and silence is never read as progress.
/// </summary>
/// <param name="Because">The heaviest first.</param>
public sealed record Suggestion(SuggestionKind Kind, UsualDays Usual, IReadOnlyList<Fired> Because)
{
    public static Suggestion Of(Signals signals)
    {
        var days = signals.Days.OrderBy(d => d.On).ToList();
        var usual = UsualDays.Of(days, signals.Course.FirstCut);
        var (weight, fired) = (SuggestionKind.NotEnough, new List<Fired>());
        fired.AddRange(signals.RedSigns.Select(f => new Fired(Red, null, null, f.On, f.What)));
        if (signals.SuicideOpenSince is { } since)
            fired.Add(new Fired(C3, null, null, since));
        fired.AddRange(signals.Calls.Select(f => new Fired(C1, null, null, f.On, f.What)));
        var looking = new CourseLook(signals, days, usual);
        fired.AddRange(looking.Fired());
        foreach (var one in fired)
            weight = one.Rule.Gives > weight ? one.Rule.Gives : weight;
        return new Suggestion(
            weight,
            usual,
            [
                .. fired
                    .OrderByDescending(f => f.Rule.Gives)
                    .ThenBy(f => f.Rule.Id, StringComparer.Ordinal)
                    .ThenBy(f => f.On)
                    .ThenBy(f => f.What),
            ]
        );
    }
}

/// <summary>The rules that look at days, one by one.</summary>
internal sealed class CourseLook(Signals signals, IReadOnlyList<CheckInDay> days, UsualDays usual)
{
    private readonly DateOnly _today = signals.Today;

    private readonly CourseSoFar _course = signals.Course;

    /// <summary>The last seven days, today with them.</summary>
    private readonly IReadOnlyList<CheckInDay> _week = [.. days.Where(d => d.On <= signals.Today && d.On > signals.Today.AddDays(-Week))];

    public IEnumerable<Fired> Fired() =>
        new[] { Missed(), NotHeard(), Up(), HoldsInARow(), Disturbed(), Severe(), UpInSpiteOfAHold(), OwnWish(), BackTwice() }
            .OfType<Fired>()
            .Concat(Changes())
            .Concat(Well());

    private Fired? Missed()
    {
        var missed = _week.Where(d => d.Answers.Dose is DoseAnswer.No or DoseAnswer.Partly && !IsAnswered(d)).ToList();
        return missed.Count >= MissedTwice || missed.Count == 1 && _course.Pace.CallsAfterOneMissed()
            ? new Fired(C2, missed.Count, null, missed[^1].On)
            : null;
    }

    /// <summary>Somebody reached the person after it was told. Where the hour is not known a call of the same day may have come
    /// first.</summary>
    private bool IsAnswered(CheckInDay day) =>
        (day.DoseToldAt, signals.ReachedAt) is ({ } told, { } reached) ? reached >= told : signals.ReachedOn > day.On;

    private Fired? OwnWish() => _course.AskedToStay ? new Fired(H7, null, null, null) : null;

    private Fired? BackTwice() => _course.StepsBackInARow >= StepsBackToConfer ? new Fired(H8, _course.StepsBackInARow, null, null) : null;

    private Fired? NotHeard()
    {
        if (signals.Silence is not { IsListed: true } silence)
            return null;
        var isLate =
            _course is { FirstLook: { } look, LastCut.On: { } cut }
            && _today >= look
            && silence.Since < look
            && !(signals.ReachedOn is { } call && call > cut);
        return new Fired(isLate ? C4 : C4List, silence.SilentDays, null, silence.Since);
    }

    private List<CheckInDay> FarAbove() =>
        usual.Severity is { } own && _course.LastCut.On is { } cut
            ? [.. _week.Where(d => d.On >= cut && d.Answers.Severity >= own + FarAboveUsual)]
            : [];

    private Fired? Up()
    {
        if (FarAbove() is { Count: >= DaysOfWeek } up)
            return new Fired(H1, up.Max(d => d.Answers.Severity), usual.Severity, up[^1].On);
        if (_course.IntervalEnds is not { } ends || _today < ends || usual.Severity is not { } own || _course.LastCut.On is not { } cut)
            return null;
        var last = _week.Where(d => d.On >= cut && d.Answers.Severity is not null).TakeLast(DaysOfWeek).ToList();
        return last.Count > 0 && last.Average(d => d.Answers.Severity!.Value) is var mean && mean > own + NearUsual
            ? new Fired(H1, decimal.Round(mean, 2), own, last[^1].On)
            : null;
    }

    private Fired? HoldsInARow() =>
        _course.HoldsInARow >= HoldsToRethink ? new Fired(H2, _course.HoldsInARow, null, _course.OnHoldSince) : null;

    private Fired? Disturbed()
    {
        if (signals.BipolarOrPsychosis is not Answer.Yes)
            return null;
        var bad = _week.Where(d => d.Answers.SleepHours < LeastSleep || d.Answers.SleepQuality <= BadNight).ToList();
        return bad.Count >= DaysOfWeek ? new Fired(H4, bad.Count, null, bad[^1].On) : null;
    }

    private Fired? Severe()
    {
        var severe = signals.Scales.Where(s => s.IsSevere && s.On <= _today && s.On >= _today.AddDays(-ScoreDays)).ToList();
        return severe.OrderByDescending(s => s.On).ThenBy(s => s.Instrument, StringComparer.Ordinal).FirstOrDefault() is { } score
            ? new Fired(H5, score.Total, null, score.On, score.Instrument)
            : null;
    }

    private Fired? UpInSpiteOfAHold() =>
        _course.OnHoldSince is { } since && _today >= since.AddDays(HoldHasLasted) && FarAbove() is { Count: >= DaysOfWeek } up
            ? new Fired(H6, up.Max(d => d.Answers.Severity), usual.Severity, up[^1].On)
            : null;

    private IEnumerable<Fired> Changes()
    {
        var from = _today.AddDays(-StableAfter);
        var told = days.LastOrDefault(d =>
            d.On > from && d.On <= _today && d.Answers.Since.Any(s => s is SinceLast.IllnessOrStrain or SinceLast.MedicineChange)
        );
        if (told is not null)
            yield return new Fired(H3, null, null, told.On);
        foreach (var change in signals.Medicines.Where(m => m.On > from && m.On <= _today))
            yield return new Fired(
                change.Turn is MedicineTurn.InhibitorStopped or MedicineTurn.InducerStarted or MedicineTurn.InducerStopped ? H3 : H3Call,
                null,
                null,
                change.On,
                change.Name
            );
    }

    private IEnumerable<Fired> Well()
    {
        if (
            usual is not { Severity: { } own, SleepHours: { } sleep }
            || _course is not { FirstLook: { } look, IntervalEnds: { } ends, LastCut.On: { } cut }
            || _today < look
            || _today < ends
            || signals.RedSigns.Count + signals.Calls.Count > 0
            || signals.SuicideOpenSince is not null
            || _course.AskedToStay
        )
            yield break;
        var looked = _week.Where(d => d.On >= look && d.Answers is { Severity: not null, SleepHours: not null }).ToList();
        if (looked.Count < LeastLooks || looked[^1].On < _today.AddDays(-FreshDays))
            yield break;
        var (severity, slept) = (looked.Average(d => d.Answers.Severity!.Value), looked.Average(d => d.Answers.SleepHours!.Value));
        if (severity > own + NearUsual || slept < LeastSleep || slept < sleep - LessSleep)
            yield break;
        yield return new Fired(P1, decimal.Round(severity, 2), own, looked[^1].On);
        if (WasWellBefore(cut, own))
            yield return new Fired(P2, null, own, cut);
    }

    /// <summary>After the cut before this one, in the seven days that ended it.</summary>
    private bool WasWellBefore(DateOnly cut, decimal own)
    {
        if (_course.Cuts.Where(c => c < cut).ToList() is not { Count: > 0 } earlier)
            return false;
        var before = earlier.Max();
        var then = days.Where(d => d.On < cut && d.On >= cut.AddDays(-Week) && d.On >= before && d.Answers.Severity is not null).ToList();
        return then.Count >= LeastLooks && then.Average(d => d.Answers.Severity!.Value) <= own + NearUsual;
    }
}
