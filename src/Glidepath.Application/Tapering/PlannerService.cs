using Glidepath.Application.Shared;
using Glidepath.Pharmacology.Tapering;

namespace Glidepath.Application.Tapering;

/// <summary>The ways down for one request, the advice in place of a long plan, or why there is none.</summary>
/// <param name="Shown">The one that is drawn in full; null where none can be made.</param>
/// <param name="Paces">A shorter and a slower plan beside the one shown.</param>
public sealed record Drafted(
    TaperRequest Request,
    IReadOnlyList<TaperChoice> Choices,
    TaperChoice? Shown,
    TaperPaces? Paces,
    StopAdvice? Advice,
    Refusal? Refusal
)
{
    public TaperPlan? Plan => Shown?.Result.Plan;
}

/// <summary>
/// Asks the engine. Knows nothing of HTTP; page, API and PDF all call it. As many plans at once as there are cores: the rest of the host
/// stays quick.
/// </summary>
internal sealed class PlannerService : IDisposable
{
    private const string CrossOver = "cross-over";

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);

    private readonly SemaphoreSlim _desk = new(Environment.ProcessorCount);

    /// <param name="choice">The id of the choice to show; null shows the first that has a plan, a change of medicine only where there is no
    /// other.</param>
    public Task<Drafted> DraftAsync(TaperRequest request, string? choice, CancellationToken cancellationToken) =>
        AtDesk(
            () =>
            {
                if (TaperPlanner.RefuseOutright(request) is { } refused)
                    return new Drafted(request, [], null, null, null, refused);
                var shared = new PlannerWorkings();
                if (TaperPlanner.Plan(request, shared) is { Advice: { } advice })
                    return new Drafted(request, [], null, null, advice, null);
                var choices = TaperChoices.For(request, shared);
                var made = choices.Where(c => c.Result.Plan is not null).ToList();
                var shown = made.Find(c => c.Id == choice) ?? made.Find(c => c.Id != CrossOver) ?? made.FirstOrDefault();
                // What stands in the way of the ordinary plan is said even where a change of medicine is shown in its place.
                var refusal =
                    shown is null or { Id: CrossOver } && choice != CrossOver
                        ? choices.FirstOrDefault(c => c.Id != CrossOver)?.Result.Refusal
                        : null;
                var paces = shown?.Result.Plan is { } plan ? TaperPaces.Around(plan, shared) : null;
                return new Drafted(request, choices, shown, paces, null, refusal);
            },
            cancellationToken
        );

    public Task<PlanResult> PlanAsync(TaperRequest request, CancellationToken cancellationToken) =>
        AtDesk(() => TaperPlanner.Plan(request), cancellationToken);

    public Task<IReadOnlyList<TaperChoice>> ChoicesAsync(TaperRequest request, CancellationToken cancellationToken) =>
        AtDesk(() => TaperChoices.For(request), cancellationToken);

    /// <summary>Papers are long: they are written where plans are made.</summary>
    public Task<byte[]> PrintAsync(Func<byte[]> print, CancellationToken cancellationToken) => AtDesk(print, cancellationToken);

    /// <exception cref="BusyException">Too many were asked for at once.</exception>
    private async Task<TResult> AtDesk<TResult>(Func<TResult> work, CancellationToken cancellationToken)
    {
        if (!await _desk.WaitAsync(LongestWait, cancellationToken))
            throw new BusyException("Many plans are being made at once.");
        try
        {
            return await Task.Run(work, cancellationToken);
        }
        finally
        {
            _desk.Release();
        }
    }

    public void Dispose() => _desk.Dispose();
}
