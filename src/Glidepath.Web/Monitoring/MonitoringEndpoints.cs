using System.ComponentModel.DataAnnotations;
using Glidepath.Application.Monitoring;
using Glidepath.Treatment.Monitoring;
using Glidepath.Web.Shared;
using static Glidepath.Web.Shared.JsonRoutes;

namespace Glidepath.Web.Monitoring;

/// <summary>Check-ins for other software.</summary>
internal static class MonitoringEndpoints
{
    public static void MapMonitoringApi(this WebApplication app)
    {
        var api = app.MapJson("/api/patients/{id:guid}/check-ins", "Check-ins");
        api.MapGet(
                "",
                async (Guid id, CheckInsService s, CancellationToken stop) =>
                    Found(await s.ListAsync(id, stop) is { } view ? view.Entries.Select(c => SentCheckIn.Of(c, view)).ToList() : null)
            )
            .WithName("CheckIns")
            .WithSummary("Check-ins, the newest day first, with those that were replaced. Days are where the person is.")
            .Reads(Policies.ClinicianOrPatient);
        Post<CheckInsService, SendCheckIn>(
            api,
            "",
            "RecordCheckIn",
            Policies.MonitoringOrPatient,
            (s, id, b, once, _, stop) => s.RecordAsync(id, b.ToAsked(), once, stop)
        );
        Post<CheckInsService, SendHowOften>(
            api,
            "/rhythm",
            "ChooseHowOften",
            Policies.MonitoringOrPatient,
            (s, id, b, once, _, stop) => s.ChooseAsync(id, b.HowOften, once, stop)
        );
        Post<NotHeardFromService, SendCall>(
            api,
            "/calls",
            "RecordCheckInCall",
            Policies.Monitoring,
            (s, id, b, once, _, stop) => s.CallAsync(id, b.WasReached, b.Note, once, stop)
        );
        app.MapJson("/api/not-heard-from", "Check-ins")
            .MapGet("", async (NotHeardFromService s, CancellationToken stop) => Results.Ok(await s.ListAsync(stop)))
            .WithName("NotHeardFrom")
            .WithSummary("People whom the caller treats and of whom a check-in was expected three days ago or earlier.")
            .Produces<NotHeardFromView>()
            .Reads(Policies.Clinician);
    }
}

/// <param name="Note">What they said, or what was tried.</param>
[ValidatableType]
public sealed record SendCall(bool WasReached, [property: StringLength(1000, MinimumLength = 1)] string Note);

/// <summary>A check-in as it stands.</summary>
/// <param name="Severity">The mean of the symptoms; null where fewer than half were answered.</param>
/// <param name="IsReplaced">A later entry stands for it.</param>
public sealed record SentCheckIn(
    Guid Id,
    DateOnly On,
    CheckInSource Source,
    CheckInAnswers Answers,
    decimal? Severity,
    Guid? SafetyStepId,
    Guid? Amends,
    string? AmendmentReason,
    bool IsReplaced,
    DateTime RecordedAt,
    Guid RecordedBy
)
{
    internal static SentCheckIn Of(CheckIn entry, CheckInsView view) =>
        new(
            entry.Id,
            entry.On,
            entry.Source,
            entry.Answers,
            entry.Answers.Severity,
            entry.SafetyStepId,
            entry.AmendsId,
            entry.AmendmentReason,
            view.IsReplaced(entry),
            entry.RecordedAt,
            entry.RecordedBy
        );
}

/// <summary>A check-in to record. What is left out was not answered.</summary>
[ValidatableType]
public sealed record SendCheckIn
{
    /// <summary>Where the person is; left out for today there.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Of staff: telephone or paper. What a patient sends is their own.</summary>
    public CheckInSource Source { get; init; }

    public DoseAnswer Dose { get; init; }

    [Range(0, 24)]
    public decimal? SleepHours { get; init; }

    [Range(0, CheckInAnswers.BestQuality)]
    public int? SleepQuality { get; init; }

    [Range(0, CheckInAnswers.WorstFelt)]
    public int? Anxiety { get; init; }

    [Range(0, CheckInAnswers.WorstFelt)]
    public int? Craving { get; init; }

    /// <summary>By id of the symptom, 0 to 4.</summary>
    public IReadOnlyDictionary<string, int>? Symptoms { get; init; }

    [StringLength(300)]
    public string? Note { get; init; }

    public IReadOnlyList<SinceLast>? Since { get; init; }

    public IReadOnlyList<RedSign>? Flags { get; init; }

    /// <summary>The entry that this replaces; then a reason is needed.</summary>
    public Guid? Amends { get; init; }

    [StringLength(2000)]
    public string? Reason { get; init; }

    public CheckInAsked ToAsked() =>
        new(
            On,
            Source,
            new CheckInAnswers
            {
                Dose = Dose,
                SleepHours = SleepHours,
                SleepQuality = SleepQuality,
                Anxiety = Anxiety,
                Craving = Craving,
                Symptoms = Symptoms ?? new Dictionary<string, int>(),
                Note = Note,
                Since = Since ?? [],
                Flags = Flags ?? [],
            },
            Amends,
            Reason
        );
}

[ValidatableType]
public sealed record SendHowOften(HowOften HowOften);
