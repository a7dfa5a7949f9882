using Glidepath.Application.Therapy;
using Glidepath.Treatment.Therapy;
using Glidepath.Web.Shared;
using static Glidepath.Web.Shared.JsonRoutes;

namespace Glidepath.Web.Therapy;

/// <summary>Own work for other software: all of it for the person, and what they share for those who treat them.</summary>
internal static class TherapyEndpoints
{
    public static void MapTherapyApi(this WebApplication app)
    {
        app.MapJson("/api/me/hard-moments", "Therapy")
            .MapGet(
                "",
                async (HardMomentsService s, CancellationToken stop) =>
                    Found((await s.SeeAsync(stop))?.All.Select(SentHardMoment.Of).ToList())
            )
            .WithName("OwnHardMoments")
            .WithSummary("The caller's own hard moments, the newest first.")
            .Produces<IReadOnlyList<SentHardMoment>>()
            .Reads(Policies.Patient);
        app.MapJson("/api/patients/{id:guid}/therapy", "Therapy")
            .MapGet(
                "",
                async (Guid id, SharedWorkService s, CancellationToken stop) =>
                    Found(await s.SeeAsync(id, stop) is { } view ? SentSharedWork.Of(view) : null)
            )
            .WithName("SharedWork")
            .WithSummary("What the person shares of their own work. Of a kind that is not shared there is neither a count nor a date.")
            .Produces<SentSharedWork>()
            .Reads(Policies.Clinician);
    }
}

/// <param name="At">UTC.</param>
/// <param name="Strength">0 to 10, as it began.</param>
/// <param name="HoursSinceDose">By the plan; null where none was in force.</param>
/// <param name="EndedAfter">Minutes; null while it is not known.</param>
public sealed record SentHardMoment(
    Guid Id,
    DateTime At,
    int Strength,
    string? Place,
    string? With,
    string? SetOff,
    decimal? HoursSinceDose,
    IReadOnlyList<CravingRating> Ratings,
    CravingEnd End,
    decimal? EndedAfter,
    CravingWay Way,
    string? Did,
    bool IsShared
)
{
    internal static SentHardMoment Of(CravingEpisode e) =>
        new(
            e.Id,
            e.At,
            e.Start.Strength,
            e.Start.Place,
            e.Start.With,
            e.Start.SetOff,
            e.Doses.SinceLast,
            e.Ratings,
            e.End,
            e.EndedAfter,
            e.Way,
            e.Did,
            e.IsShared
        );
}

/// <param name="NotShared">Kinds of which nothing is shared.</param>
/// <param name="Plans">Of the card in force, where it is shared.</param>
/// <param name="Roots">Null where it is not shared.</param>
public sealed record SentSharedWork(
    IReadOnlyList<WorkKind> NotShared,
    IReadOnlyList<SentHardMoment> HardMoments,
    IReadOnlyList<IfThen> Plans,
    IReadOnlyList<string> Reasons,
    IReadOnlyList<SentThought> Thoughts,
    IReadOnlyList<SentChain> Chains,
    RootsLines? Roots
)
{
    internal static SentSharedWork Of(SharedWorkView view) =>
        new(
            [.. view.Kinds.Where(view.IsNotShared)],
            [.. view.Of<CravingEpisode>().Select(SentHardMoment.Of)],
            view.Of<IfThenCard>().FirstOrDefault()?.Plans ?? [],
            [.. view.Of<OwnReason>().Where(r => r.PutAwayAt is null).Select(r => r.Words)],
            [.. view.Of<ThoughtRecord>().Select(SentThought.Of)],
            [.. view.Of<Chain>().Select(SentChain.Of)],
            view.Of<RootsSheet>().FirstOrDefault()?.Lines
        );
}
