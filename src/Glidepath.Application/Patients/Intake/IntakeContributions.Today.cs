using Glidepath.Application.Shared;
using Glidepath.Treatment.Assessments;
using Glidepath.Treatment.Patients;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Patients;

internal static partial class IntakeContributions
{
    /// <summary>Which instruments were filled in, and when: who has any has been talked to.</summary>
    internal static readonly RecordPart<DoneOn> Done = RecordPart.Fields<ScoredAssessment, DoneOn>(a =>
        new(a.PatientId, new DoneOn(a.InstrumentId, a.On))
    );

    private static readonly RecordPart<Treatment.Patients.Intake> Unfinished = RecordPart.Of<Treatment.Patients.Intake>(i =>
        i.CheckedAt == null
    );

    private static readonly TodayRows[] Today =
    [
        new(TodayPart.Decide, [Unfinished], NotFinished),
        new(TodayPart.Decide, [Unfinished, Done], NotBegun),
    ];

    private static IEnumerable<WorkRow> NotFinished(PersonInView person) =>
        person.Head.Phase is EpisodePhase.Intake
            ? person
                .Entries.Of(Unfinished)
                .Where(i => i.PatientId == person.Head.Id)
                .Select(i => new WorkRow(
                    Sign.Hold,
                    person.Head,
                    "The intake is not finished.",
                    T["BegunNoPlanBeforeItIsChecked", person.Now.DayOf(i.StartedAt).Day()],
                    "Continue",
                    $"/patients/{person.Head.Id}/intake",
                    i.StartedAt
                ))
            : [];

    private static IEnumerable<WorkRow> NotBegun(PersonInView person)
    {
        if (
            person is { Head: { Phase: EpisodePhase.Intake, PhaseSince: { } since }, Entries: var entries }
            && entries.IsOpen(Unfinished)
            && !entries.Of(Unfinished).Any(i => i.PatientId == person.Head.Id)
            && entries.Of(Done).Count == 0
        )
            yield return new WorkRow(
                Sign.Hold,
                person.Head,
                "The intake has not begun.",
                T["InIntakeSince", since.Day()],
                "Begin",
                $"/patients/{person.Head.Id}/intake",
                since.ToDateTime(TimeOnly.MinValue)
            );
    }
}
