using Glidepath.Pharmacology.Tapering;

namespace Glidepath.Web.Tapering;

/// <summary>The ways down for one request, or why there is none.</summary>
/// <param name="Shown">The one that is drawn in full; null where none can be made.</param>
public sealed record Drafted(TaperRequest Request, IReadOnlyList<TaperChoice> Choices, TaperChoice? Shown, Refusal? Refusal)
{
    public TaperPlan? Plan => Shown?.Result.Plan;
}

/// <summary>Asks the engine. Knows nothing of HTTP; page, API and PDF all call it. As many plans at once as there are cores: the rest of the host stays quick.</summary>
internal sealed class PlannerService : IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);

    private readonly SemaphoreSlim _desk = new(Environment.ProcessorCount);

    /// <param name="choice">The id of the choice to show; null shows the one with every marketed product that needs no pharmacy to make it up.</param>
    public Task<Drafted> DraftAsync(TaperRequest request, string? choice, CancellationToken cancellationToken) => AtDesk(() =>
    {
        if (TaperPlanner.RefuseOutright(request) is { } refused)
            return new Drafted(request, [], null, refused);
        var choices = TaperChoices.For(request);
        var shown = choices.FirstOrDefault(c => c.Id == choice && c.Result.Plan is not null)
            ?? choices.LastOrDefault(c => c.Id is "tablets" or "odt" or "liquid" && c.Result.Plan is not null)
            ?? choices.FirstOrDefault(c => c.Result.Plan is not null);
        return new Drafted(request, choices, shown, shown is null ? choices[0].Result.Refusal : null);
    }, cancellationToken);

    public Task<PlanResult> PlanAsync(TaperRequest request, CancellationToken cancellationToken) => AtDesk(() => TaperPlanner.Plan(request), cancellationToken);

    public Task<IReadOnlyList<TaperChoice>> ChoicesAsync(TaperRequest request, CancellationToken cancellationToken) => AtDesk(() => TaperChoices.For(request), cancellationToken);

    /// <exception cref="BadHttpRequestException">Too many were asked for at once.</exception>
    private async Task<TResult> AtDesk<TResult>(Func<TResult> work, CancellationToken cancellationToken)
    {
        if (!await _desk.WaitAsync(LongestWait, cancellationToken))
            throw new BadHttpRequestException("Many plans are being made at once.", StatusCodes.Status503ServiceUnavailable);
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
