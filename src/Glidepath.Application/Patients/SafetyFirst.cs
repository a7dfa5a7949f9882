using Glidepath.Application.Shared;
using Glidepath.Pharmacology.Safety;
using Glidepath.Treatment.Assessments;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Patients;

/// <summary>One thing that changes what is safe.</summary>
/// <param name="Answer">Unknown is shown as a question, never as no.</param>
/// <param name="Says">What it means for the care, in a sentence.</param>
/// <param name="Source">Where it was told, and when.</param>
public sealed record SafetyLine(SafetyConcern Concern, string What, Answer Answer, string Says, string Source)
{
    /// <summary>A yes waits for a clinician.</summary>
    public bool IsOpen { get; init; }

    /// <summary>It is on the page of today until then.</summary>
    public bool IsRed { get; init; }

    /// <summary>A clinician looked at the yes and closed it; <see cref="Source"/> says why.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Other answers about the same, the newest first, as words.</summary>
    public IReadOnlyList<string> Earlier { get; init; } = [];
}

/// <summary>What stands before any plan, line by line.</summary>
internal static class SafetyFirst
{
    public static IReadOnlyList<SafetyLine> Of(IEnumerable<ConcernState> states, LocalNow now) =>
        [
            .. states
                // What nobody is asked at intake is not "not asked yet".
                .Where(s => SafetyConcerns.Row(s.Concern).Questions.Count > 0 || s.WasAsked)
                .Select(s => Line(s, now))
                .OrderByDescending(l => l is { IsOpen: true, IsRed: true })
                .ThenByDescending(l => l.IsOpen),
        ];

    /// <summary>How every concern of one person stands.</summary>
    /// <param name="sections">Of the current episode.</param>
    /// <param name="merged">Into the record that is looked at.</param>
    public static IReadOnlyList<ConcernState> States(
        IReadOnlyCollection<SafetyEntry> entries,
        IReadOnlyCollection<IntakeSection> sections,
        IEnumerable<SafetyStep> steps,
        IReadOnlyCollection<MergedRecord> merged
    ) =>
        ConcernState.Of(
            entries,
            [
                // An intake is held against the history of its own record: an entry in another does not stand for what it tells.
                .. sections
                    .GroupBy(s => s.PatientId)
                    .SelectMany(intake => SafetyConcerns.Words([.. intake], [.. entries.Where(e => e.PatientId == intake.Key)])),
                .. steps.Where(s => s.IsOpen).Select(Word),
            ],
            merged
        );

    /// <summary>"Thoughts of suicide: yes".</summary>
    public static string Title(ConcernState state) =>
        state is { Concern: SafetyConcern.WorseScore, Leads.Told: { Said: { } said } worse } && said.Split(" → ") is [var was, var now]
            ? T["ScoreFromTo", Instrument(worse.From), was, now]
        : state is { Concern: SafetyConcern.DangerSign or SafetyConcern.CallToday, IsOpen: true }
            ? string.Join(", ", state.Open.Select(w => Terms.Of(w.Told.Said ?? "")).Distinct())
        : T["ConcernYes", Terms.Of(SafetyConcerns.Row(state.Concern).Title)];

    /// <summary>"PHQ-9 item 9, “More than half the days”, today".</summary>
    public static string Source(SafetyWord word, LocalNow now)
    {
        var (said, day) = (Said(word.Told), Day(word.SaidAt, now));
        var source = Where(word.Told.From);
        return said is null ? T["SourceOn", source, day] : T["SourceSaidOn", source, said, day];
    }

    private static SafetyLine Line(ConcernState state, LocalNow now)
    {
        var row = SafetyConcerns.Row(state.Concern);
        return new SafetyLine(
            state.Concern,
            row.Title,
            state.Answer,
            row.Says,
            state switch
            {
                { Closing: { } closing } => T["ClosedBecause", now.DayOf(closing.RecordedAt).Day(), closing.Reason],
                { Leads: { } leads } => Source(leads, now),
                { NotAble: { } not } => T["CouldNotBeAsked", not.Reason],
                _ => T["NotAskedYet"],
            }
        )
        {
            IsOpen = state.IsOpen,
            IsRed = row.IsRed,
            IsClosed = state.Closing is not null,
            Earlier =
            [
                .. state
                    .Open.Where(w => w != state.Leads)
                    .Concat(state.Earlier)
                    // In the place of what was closed stands why.
                    .Concat(state.Closing is null ? [] : [state.Leads!])
                    .OrderByDescending(w => w.SaidAt)
                    .Select(w => $"{T[w.Told.Answer.Shown().Word]}: {Source(w, now)}"),
            ],
        };
    }

    private static SafetyWord Word(SafetyStep step) =>
        new(
            step.PatientId,
            new SafetyTold(SafetyConcern.Suicide, step.What, Answer.Yes, SafetyGrade.Middle),
            step.OpenedAt,
            step.OpenedAt,
            step.Id,
            WaitsForStep: true
        );

    private static string Where(string from)
    {
        if (from == CheckIn.From)
            return T["ACheckIn"];
        if (IntakeQuestions.Find(from) is { } question)
            return T["IntakePart", Terms.Of(IntakeParts.Words(question.Part))];
        return from.Split(": ") is [var instrument, var item] && !Guid.TryParse(item, out _)
            ? T["InstrumentItem", Instrument(instrument), item]
            : Instrument(from);
    }

    private static string Instrument(string from) =>
        from.Split(": ")[0] is var id ? InstrumentTable.Find(id)?.Title ?? FileScheme.Find(id)?.Title ?? id : from;

    /// <summary>Null where "yes" or "no" says it all.</summary>
    internal static string? Said(SafetyTold told) =>
        told switch
        {
            { Said: null } or { Said: "yes" or "no" } or { Concern: SafetyConcern.WorseScore } => null,
            { Said: { } said } => IntakeQuestions.Find(told.From) is null ? Terms.Of(said) : Terms.Of(IntakeWords.Of(said)),
        };

    private static string Day(DateTime at, LocalNow now) => now.DayOf(at) is var day && day == now.Today ? T["Today"] : day.Day();
}
