using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Assessments;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Web.Patients;

public enum HappeningKind
{
    Move,
    Assessment,
    Safety,
    Decision,
    Consent,
    Problem,
}

/// <summary>One thing that happened, as it stands in the record.</summary>
/// <param name="Replaces">The entry that this one amends or takes back; null for none.</param>
public sealed record Happening(
    Guid Id,
    HappeningKind Kind,
    DateOnly On,
    DateTime At,
    Guid By,
    string What,
    string? Detail,
    string? Why = null,
    Guid? Replaces = null
)
{
    /// <summary>A later entry stands for it; it stays on the line.</summary>
    public bool IsReplaced { get; init; }
}

/// <summary>One line of what happened, from the entries themselves; the newest first.</summary>
internal static class TimelineOf
{
    public static async Task<IReadOnlyList<Happening>> ReadAsync(
        GlidepathDbContext db,
        Guid patientId,
        IReadOnlySet<RecordClass> may,
        IEnumerable<Condition> problems,
        IEnumerable<SafetyStep> steps,
        IEnumerable<ScoredAssessment> scored,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        List<Happening> all = [.. (await AllAsync<EpisodeMove>()).Select(Of)];
        if (may.Contains(RecordClass.Assessments))
        {
            all.AddRange(scored.Select(Of));
            all.AddRange(
                steps.Select(s => new Happening(
                    s.Id,
                    HappeningKind.Safety,
                    Day(s.OpenedAt),
                    s.OpenedAt,
                    s.ClosedBy ?? Guid.Empty,
                    "Safety step opened",
                    s.IsOpen ? s.State.Words() : $"Closed: {s.Outcome}"
                ))
            );
        }
        if (may.Contains(RecordClass.CarePlan))
            all.AddRange(
                (await AllAsync<SettingDecision>()).Select(d => new Happening(
                    d.Id,
                    HappeningKind.Decision,
                    d.On,
                    d.RecordedAt,
                    d.RecordedBy,
                    $"Setting: {d.Setting.Words()}",
                    d.Reason,
                    d.AmendmentReason,
                    d.AmendsId
                ))
            );
        if (may.Contains(RecordClass.Progress))
            all.AddRange(
                (await AllAsync<InpatientDiscussion>()).Select(d => new Happening(
                    d.Id,
                    HappeningKind.Decision,
                    d.On,
                    d.RecordedAt,
                    d.RecordedBy,
                    $"Inpatient care talked about: {d.Outcome.Words()}",
                    d.WhatThePersonSaid,
                    d.AmendmentReason,
                    d.AmendsId
                ))
            );
        if (may.Contains(RecordClass.Medications))
            all.AddRange(
                (await AllAsync<ControllingDoseNote>()).Select(n => new Happening(
                    n.Id,
                    HappeningKind.Decision,
                    n.On,
                    n.RecordedAt,
                    n.RecordedBy,
                    n.IsSettled ? "Controlling dose found" : "Controlling dose, still looking",
                    $"{n.Given}. {n.Observed}",
                    n.AmendmentReason,
                    n.AmendsId
                ))
            );
        if (may.Contains(RecordClass.Diagnoses))
            all.AddRange(
                problems.Select(p => new Happening(
                    p.Id,
                    HappeningKind.Problem,
                    p.On,
                    p.RecordedAt,
                    p.RecordedBy,
                    $"Problem: {p.Title}",
                    p.Status is ConditionStatus.Active ? p.Code : p.Status.Words()
                ))
            );
        // Most people have none: what the access check read tells it, and nothing is asked twice.
        if (
            may.Contains(RecordClass.Consents)
            && await RecordAccess.RelationAsync(db, patientId, now, cancellationToken) is { File.Consents.Count: > 0 }
        )
        {
            all.AddRange(
                (await AllAsync<Consent>()).Select(c => new Happening(
                    c.Id,
                    HappeningKind.Consent,
                    c.SignedOn ?? Day(c.RecordedAt),
                    c.RecordedAt,
                    c.RecordedBy,
                    $"Consent: {c.Kind.Words()}",
                    c.RecipientName,
                    c.AmendmentReason,
                    c.AmendsId
                ))
            );
            all.AddRange(
                (await AllAsync<ConsentEnd>()).Select(e => new Happening(
                    e.Id,
                    HappeningKind.Consent,
                    Day(e.EndedAt),
                    e.RecordedAt,
                    e.RecordedBy,
                    $"Consent ended: {e.Kind.Words()}",
                    e.Note
                ))
            );
        }
        var replaced = all.Select(h => h.Replaces).OfType<Guid>().ToHashSet();
        return
        [
            .. all.Select(h => h with { IsReplaced = replaced.Contains(h.Id) }).OrderByDescending(h => h.On).ThenByDescending(h => h.At),
        ];

        Task<List<T>> AllAsync<T>()
            where T : class, IPatientRecord =>
            db.Set<T>().AsNoTracking().Where(e => e.PatientId == patientId).ToListAsync(cancellationToken);
    }

    private static Happening Of(EpisodeMove move) =>
        new(
            move.Id,
            HappeningKind.Move,
            move.On,
            move.RecordedAt,
            move.RecordedBy,
            move.Kind switch
            {
                EpisodeMoveKind.Opening => "Episode of care opened",
                EpisodeMoveKind.Forward or EpisodeMoveKind.Return => $"{move.From?.Words()} to "
                    + $"{move.To.Words().ToLowerInvariant()}{(move.DischargeReason is { } why ? $": {why.Words().ToLowerInvariant()}" : "")}",
                EpisodeMoveKind.Reversal => $"Taken back: again in {move.To.Words().ToLowerInvariant()}",
            },
            move.Reason,
            null,
            move.ReversesId
        );

    private static Happening Of(ScoredAssessment done)
    {
        var instrument = InstrumentTable.Find(done.InstrumentId);
        return new(
            done.Id,
            HappeningKind.Assessment,
            done.On,
            done.RecordedAt,
            done.RecordedBy,
            $"{instrument?.Title ?? done.InstrumentId}: "
                + $"{(done.Total is { } total ? $"{total} of {instrument?.Most}" : "too little answered for a score")}",
            string.Join(
                ". ",
                new[]
                {
                    done.BandName,
                    done.IsProrated ? "Prorated" : null,
                    done.SafetyStepId is null ? null : "An answer opened the safety step",
                }.OfType<string>()
            ),
            done.AmendmentReason,
            done.AmendsId
        );
    }

    private static DateOnly Day(DateTime at) => DateOnly.FromDateTime(at);
}
