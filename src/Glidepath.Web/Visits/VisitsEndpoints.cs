using System.ComponentModel.DataAnnotations;
using Glidepath.Application.Visits;
using Glidepath.Treatment.Visits;
using Glidepath.Web.Shared;
using static Glidepath.Web.Shared.JsonRoutes;

namespace Glidepath.Web.Visits;

/// <summary>Visits for other software.</summary>
internal static class VisitsEndpoints
{
    public static void MapVisitsApi(this WebApplication app)
    {
        var api = app.MapJson("/api/patients/{id:guid}/visits", "Visits");
        api.MapGet(
                "",
                async (Guid id, VisitsService s, CancellationToken stop) =>
                    Found(await s.ListAsync(id, stop) is { } view ? view.All.Select(a => SentVisit.Of(a, view)).ToList() : null)
            )
            .WithName("Visits")
            .WithSummary("Visits, the earliest first. Days and times are in the time zone of the program; instants are UTC.")
            .Reads(Policies.Visiting);
        Post<VisitsService, SendVisit>(
            api,
            "",
            "PlanVisit",
            Policies.Visiting,
            (s, id, b, once, _, stop) => s.PlanAsync(id, b.ToAsked(), once, stop)
        );
        Put<VisitsService, SendVisitMove>(
            api,
            "/{entry:guid}/move",
            "MoveVisit",
            Policies.Visiting,
            (s, id, e, b, v, stop) => s.MoveAsync(id, e, v, b.Visit.ToAsked(), b.Why, null, stop),
            OneAsync
        );
        Put<VisitsService, SendOutcome>(
            api,
            "/{entry:guid}/outcome",
            "EndVisit",
            Policies.Visiting,
            (s, id, e, b, v, stop) => s.EndAsync(id, e, v, b.Outcome, b.Why, stop),
            OneAsync
        );
        Put<VisitsService, SendOutcome>(
            api,
            "/{entry:guid}/correction",
            "CorrectVisit",
            Policies.Visiting,
            (s, id, e, b, v, stop) => s.CorrectAsync(id, e, v, b.Outcome, b.Why, stop),
            OneAsync
        );
        Put<VisitsService, SendFollowUp>(
            api,
            "/{entry:guid}/follow-up",
            "FollowUpVisit",
            Policies.ClinicianOrHelpline,
            (s, id, e, b, v, stop) => s.FollowUpAsync(id, e, v, b.Done, stop),
            OneAsync
        );
    }

    private static async Task<object?> OneAsync(VisitsService service, Guid id, Guid entry, CancellationToken stop) =>
        await service.ListAsync(id, stop) is { } view && view.All.FirstOrDefault(a => a.Id == entry) is { } visit
            ? SentVisit.Of(visit, view)
            : null;
}

/// <summary>A visit as it stands.</summary>
/// <param name="On">In the time zone of the program, as is <paramref name="At"/>.</param>
/// <param name="AtTheSameTime">What else is planned with this clinician then, UTC.</param>
public sealed record SentVisit(
    Guid Id,
    Guid Version,
    AppointmentKind Kind,
    AppointmentState State,
    DateOnly On,
    TimeOnly At,
    DateTime StartsAt,
    int Minutes,
    Guid WithId,
    string WithName,
    string? Place,
    string? Link,
    Guid? MovedToId,
    DateTime? FollowedUpAt,
    IReadOnlyList<VisitTimes> AtTheSameTime
)
{
    internal static SentVisit Of(Appointment visit, VisitsView view) =>
        new(
            visit.Id,
            visit.Version,
            visit.Kind,
            visit.State,
            visit.Details.On,
            visit.Details.At,
            visit.StartsAt,
            visit.Details.Minutes,
            visit.WithAccountId,
            visit.Details.WithName,
            visit.Details.Place,
            visit.Details.Link,
            visit.MovedToId,
            view.TellsCare ? visit.FollowedUpAt : null,
            view.AtTheSameTime.GetValueOrDefault(visit.Id, [])
        );
}

/// <summary>A visit to plan.</summary>
[ValidatableType]
public sealed record SendVisit
{
    public required AppointmentKind Kind { get; init; }

    /// <summary>The account of a prescriber, nurse, therapist or counselor.</summary>
    public required Guid WithId { get; init; }

    /// <summary>In the time zone of the program.</summary>
    public required DateOnly On { get; init; }

    /// <summary>In the time zone of the program. Of a time that comes twice when clocks go back, the first.</summary>
    public required TimeOnly At { get; init; }

    [Range(AppointmentDetails.LeastMinutes, AppointmentDetails.MostMinutes)]
    public required int Minutes { get; init; }

    [StringLength(200)]
    public string? Place { get; init; }

    /// <summary>Of a video visit: an address that begins with https://.</summary>
    [StringLength(500)]
    public string? Link { get; init; }

    public VisitAsked ToAsked() => new(Kind, WithId, new(On, At, Minutes, Place, Link));
}

/// <summary>What the visit is moved to, and why.</summary>
[ValidatableType]
public sealed record SendVisitMove([property: Required] SendVisit Visit, [property: StringLength(1000, MinimumLength = 1)] string Why);

/// <param name="Outcome">came, didNotCome or calledOff; in a correction also planned, where it has not ended at all.</param>
/// <param name="Why">Needed unless the person came.</param>
[ValidatableType]
public sealed record SendOutcome(AppointmentState Outcome, [property: StringLength(1000)] string? Why);

/// <param name="Done">For example who called, and what was said.</param>
[ValidatableType]
public sealed record SendFollowUp([property: StringLength(1000, MinimumLength = 1)] string Done);
