using System.ComponentModel.DataAnnotations;
using Glidepath.Application.Monitoring;
using Glidepath.Application.Shared;
using Glidepath.Treatment.Monitoring;
using Glidepath.Web.Shared;
using static Glidepath.Web.Shared.JsonRoutes;

namespace Glidepath.Web.Monitoring.Duty;

/// <summary>Duty for other software.</summary>
internal static class DutyEndpoints
{
    public static void MapDutyApi(this WebApplication app)
    {
        var api = app.MapJson("/api/duty", "Duty");
        api.MapGet("", async (DutyService s, CancellationToken stop) => Results.Ok(SentDuty.Of(await s.ViewAsync(stop))))
            .WithName("Duty")
            .WithSummary("Who is on duty now and in the next 14 days. Instants are UTC; nobody is null.")
            .Produces<SentDuty>()
            .Reads(Policies.ClinicianOrDirector);
        api.MapPost(
                "/rotations",
                async (SendRotation body, DutyService s, HttpResponse answer, CancellationToken stop) =>
                    Given(await s.BeginAsync(body.ToTerms(), stop), answer)
            )
            .WithName("BeginRotation")
            .WithSummary("A rotation that begins. It is changed by its end and another that begins.")
            .Produces<Saved>()
            .ProducesValidationProblem()
            .WritesOnlyOnce(Policies.Director);
        api.MapPut(
                "/rotations/{entry:guid}/end",
                async (Guid entry, SendEnd body, DutyService s, HttpContext context, CancellationToken stop) =>
                    Given(await s.EndAsync(entry, VersionSeen(context), body.LastDay, stop), context.Response)
            )
            .WithName("EndRotation")
            .Produces<Saved>()
            .ProducesValidationProblem()
            .Changes(Policies.Director);
        api.MapPost(
                "/overrides",
                async (SendOverride body, DutyService s, HttpResponse answer, CancellationToken stop) =>
                    Given(await s.EnterAsync(body.ToTerms(), stop), answer)
            )
            .WithName("EnterOverride")
            .WithSummary("Someone else, or nobody, has a duty for a time. A director enters any; others swap shifts of their own duty.")
            .Produces<Saved>()
            .ProducesValidationProblem()
            .WritesOnlyOnce(Policies.Duty);
        api.MapPut(
                "/overrides/{entry:guid}/taken-back",
                async (Guid entry, DutyService s, HttpContext context, CancellationToken stop) =>
                    Given(await s.TakeBackAsync(entry, VersionSeen(context), stop), context.Response)
            )
            .WithName("TakeBackOverride")
            .Produces<Saved>()
            .Changes(Policies.Duty);
    }

    private static IResult Given(Saved? saved, HttpResponse response) => Found(saved, response, saved?.Version);
}

/// <param name="Zone">IANA name: of every day and time.</param>
/// <param name="OnDuty">Now, by duty.</param>
/// <param name="Gaps">When nobody is, in the next 14 days.</param>
public sealed record SentDuty(
    DateTime Now,
    string Zone,
    IReadOnlyList<SentTurn> OnDuty,
    IReadOnlyList<SentStretch> Shifts,
    IReadOnlyList<SentStretch> Gaps
)
{
    internal static SentDuty Of(DutyView view) =>
        new(
            view.Now,
            view.Zone.Id,
            [
                .. view.OnNow.Select(t => new SentTurn(
                    t.Role,
                    t.AccountId,
                    t.AccountId is null ? null : view.Name(t.AccountId),
                    view.Phone(t.AccountId),
                    t.Until,
                    t.Then
                )),
            ],
            [.. view.Days.SelectMany(d => d.Stretches).Distinct().OrderBy(s => s.From).Select(Stretch)],
            [.. view.Gaps.Select(Stretch)]
        );

    private static SentStretch Stretch(DutyStretch s) => new(s.Role, s.From, s.To, s.AccountId, s.Shift, s.Day, s.InTurn, s.OverrideId);
}

/// <param name="Until">Null where it does not change in 14 days.</param>
public sealed record SentTurn(DutyRole Role, Guid? AccountId, string? Name, string? Phone, DateTime? Until, Guid? ThenAccountId);

/// <param name="InTurn">Whose turn it is by the rotation.</param>
/// <param name="OverrideId">Null where the rotation says who.</param>
public sealed record SentStretch(
    DutyRole Role,
    DateTime From,
    DateTime To,
    Guid? AccountId,
    string? Shift,
    DateOnly? Day,
    Guid? InTurn,
    Guid? OverrideId
);

/// <summary>A rotation to begin. Days and times are those of the program.</summary>
[ValidatableType]
public sealed record SendRotation
{
    public required DutyRole Role { get; init; }

    [StringLength(DutyRotation.LongestShift, MinimumLength = 1)]
    public required string Shift { get; init; }

    public required TimeOnly StartsAt { get; init; }

    /// <summary>The same time, or an earlier one, is on the next day.</summary>
    public required TimeOnly EndsAt { get; init; }

    /// <summary>On which the shift begins; left out for every day.</summary>
    public IReadOnlyList<DayOfWeek>? Days { get; init; }

    public required DateOnly From { get; init; }

    public DateOnly? Until { get; init; }

    public required IReadOnlyList<Guid> InTurn { get; init; }

    [Range(1, DutyRotation.MostEveryDays)]
    public required int EveryDays { get; init; }

    public RotationTerms ToTerms() =>
        new(Role, Shift, StartsAt, EndsAt, Days?.ToDutyDays() ?? DutyRoles.EachDay, From, Until, InTurn, EveryDays);
}

[ValidatableType]
public sealed record SendEnd(DateOnly LastDay);

/// <summary>An override to enter. Days and times are those of the program.</summary>
[ValidatableType]
public sealed record SendOverride
{
    public required DutyRole Role { get; init; }

    public required DateOnly FromDay { get; init; }

    public required TimeOnly FromTime { get; init; }

    public required DateOnly ToDay { get; init; }

    public required TimeOnly ToTime { get; init; }

    /// <summary>Who takes it; null for nobody, which a director alone enters.</summary>
    public required Guid? AccountId { get; init; }

    [StringLength(200, MinimumLength = 1)]
    public required string Why { get; init; }

    public OverrideTerms ToTerms() => new(Role, FromDay, FromTime, ToDay, ToTime, AccountId, Why);
}
