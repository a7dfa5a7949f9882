using Glidepath.Treatment;
using Glidepath.Treatment.Tapering;

namespace Glidepath.Tests.Tapering;

/// <summary>A course as it was before something was tried.</summary>
internal sealed class CourseMoment(CourseFile file)
{
    public CourseFile File { get; } = file;
    public CourseState State { get; } = file.Course.State;
    public Guid VersionId { get; } = file.Course.VersionId;
    public DateOnly? HoldUntil { get; } = file.Course.HoldUntil;
    public string NowJson { get; } = file.Course.NowJson;
    public IReadOnlyList<CourseEntry> Entries { get; } = [.. file.Entries];
    public IReadOnlyList<(TaperVersion Version, string Plan)> Versions { get; } = [.. file.Versions.Select(v => (v, v.PlanJson))];

    public bool IsUnchanged =>
        (State, VersionId, HoldUntil, NowJson) == (File.Course.State, File.Course.VersionId, File.Course.HoldUntil, File.Course.NowJson)
        && Entries.SequenceEqual(File.Entries)
        && Versions.SequenceEqual(File.Versions.Select(v => (v, v.PlanJson)));
}

/// <summary>
/// What a person really takes, day by day, as the course says on each of these days, and the rules that hold whatever was decided. It
/// shares no code with the course: it looks at nothing but what is stored.
/// </summary>
internal sealed class CourseLedger
{
    /// <summary>In mg a day of a medicine: no dose is above it.</summary>
    private readonly Dictionary<string, decimal> _most = [];

    private DateOnly _day;
    private (Guid Version, int Position)? _at;
    private DateOnly _since;
    private VersionStep? _step;
    private IReadOnlyDictionary<string, decimal> _taken;

    public CourseLedger(CourseFile file, DateOnly today)
    {
        (File, Now, _day, _taken) = (file, file.Course.Now, today, file.InForce.Plan.From.Daily);
        Allow(file.InForce);
        Look(today);
    }

    public CourseFile File { get; }

    /// <summary>Of the course, read once after each decision.</summary>
    public CourseNow Now { get; private set; }

    /// <summary>Days on which nobody decides anything, up to one on which somebody may.</summary>
    public void PassUntil(DateOnly today)
    {
        while (_day < today)
        {
            _day = _day.AddDays(1);
            Look(_day);
        }
    }

    public static void Refused(CourseMoment before, RuleViolationException refusal)
    {
        Holds(before.IsUnchanged, "a refusal changes nothing");
        Holds(refusal.Message.Length > 0 && !refusal.Message.Contains('{', StringComparison.Ordinal), "a refusal is in words");
    }

    public void Accepted(CourseMoment before, CourseAction action, DateOnly today)
    {
        Holds(CourseTable.After(before.State, action) == File.Course.State, "an action leads where the table says");
        Holds(before.Entries.SequenceEqual(File.Entries.SkipLast(1)), "no entry is lost, and each decision is one");
        var made = action is CourseAction.Approve ? 1 : 0;
        Holds(before.Versions.SequenceEqual(File.Versions.Skip(made).Select(v => (v, v.PlanJson))), "no version is lost or written anew");
        var (was, now) = (Now, File.Course.Now);
        Now = now;
        Holds(now.Number == File.InForce.Number && now.Position <= now.Last, "the course stands in the version in force");
        switch (action)
        {
            case CourseAction.Approve:
                Allow(File.InForce);
                break;
            case CourseAction.TakeStep:
                Holds(now.Position == was.Position + 1, "one step at a time");
                NoSooner(was, now);
                break;
            case CourseAction.Hold:
                Holds(now.DueOn is not { } due || due >= File.Course.HoldUntil, "no step is due before a hold ends");
                NoSooner(was, now);
                break;
            case CourseAction.GoOn:
                Holds(now.DueOn is not { } soon || soon >= today, "going on makes no step due before today");
                break;
        }
        Look(today, isDecision: true);
    }

    private void Allow(TaperVersion version)
    {
        // The dose before the taper; a dose that was set elsewhere; of a change of medicine the new one.
        if (version.Number == 1 || version.Kind is VersionKind.SetElsewhere)
            foreach (var (drug, mg) in version.Plan.From.Daily.Concat(version.Plan.Steps.SelectMany(s => s.Daily)))
                _most[drug] = Math.Max(mg, _most.GetValueOrDefault(drug));
        foreach (var stage in version.Plan.Steps.Where(s => s.IsChange))
            _most[version.Plan.Drug] = Math.Max(
                stage.Daily.GetValueOrDefault(version.Plan.Drug),
                _most.GetValueOrDefault(version.Plan.Drug)
            );
    }

    /// <summary>At the end of a day, and after each decision on it.</summary>
    private void Look(DateOnly day, bool isDecision = false)
    {
        var now = Now;
        var version = File.InForce;
        var at = now.HasBegun(day) ? (version.Id, now.Position) : _at;
        var moved = at != _at && File.Course.State.HasDose();
        if (!isDecision && !moved && now.On(day) == _step)
            return;
        _step = now.On(day);
        var taken = File.Course.State.HasDose() ? _step.Daily : new Dictionary<string, decimal>();
        if (moved)
        {
            var said = File.Entries.Last(e =>
                e.Action is CourseAction.Approve or CourseAction.TakeStep && e.VersionId == version.Id && e.Position == now.Position
            );
            var last = File.Entries[^1];
            // A step may be entered some days later; a version that waited begins when a person goes on.
            DateOnly? on =
                said.On == day || (isDecision && last == said) ? said.On
                : (last.Action, last.On) == (CourseAction.GoOn, day) ? day
                : null;
            Holds(on is not null, "a step or a version begins on a day that someone said");
            Holds(File.Course.State is CourseState.Active || IsSame(taken, _taken), "no other dose begins on hold, or after an end");
            if (_at is { } left && left.Version == version.Id)
            {
                Holds(now.Position == left.Position + 1, "steps are taken in their order");
                var days = version.Plan.Steps[left.Position].Days!.Value;
                Holds(on >= _since.AddDays(days), "a step lasts its days");
            }
            (_at, _since) = (at, on!.Value);
        }
        else
            Holds(!File.Course.State.HasDose() || IsSame(taken, _taken), "a dose changes with a step or a version alone");
        foreach (var (drug, mg) in taken)
        {
            Holds(mg <= _most.GetValueOrDefault(drug), "no dose is above the one before the taper, but one set elsewhere");
            if (mg <= _taken.GetValueOrDefault(drug))
                continue;
            Holds(
                (version.Kind is not VersionKind.Planned && now.Position == 0) || (now.Step.IsChange && drug == now.Drug),
                "a dose goes up by a step back, a restart, a change of medicine or elsewhere alone"
            );
        }
        _taken = taken;
    }

    /// <summary>No step that lies ahead comes sooner than it was shown.</summary>
    private static void NoSooner(CourseNow was, CourseNow now)
    {
        foreach (var (point, position) in now.Path.Select((p, i) => (p, now.Position + i)))
            if (position > now.Position && position >= was.Position && was.Path.ElementAtOrDefault(position - was.Position) is { } shown)
                Holds(point.On >= shown.On, "nothing comes sooner");
    }

    private static bool IsSame(IReadOnlyDictionary<string, decimal> one, IReadOnlyDictionary<string, decimal> other) =>
        one.OrderBy(d => d.Key, StringComparer.Ordinal).SequenceEqual(other.OrderBy(d => d.Key, StringComparer.Ordinal));

    private static void Holds(bool rule, string words)
    {
        if (!rule)
            throw new InvalidOperationException($"Broken: {words}.");
    }
}
