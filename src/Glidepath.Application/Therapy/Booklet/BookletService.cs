using Glidepath.Application.Shared;
using Glidepath.Application.Tapering;
using Glidepath.Paper.Therapy.Booklet;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Treatment.Therapy.Booklet;

namespace Glidepath.Application.Therapy.Booklet;

/// <summary>The booklet for one reader, on a page or on paper. Nothing of it is stored, and nothing of it is logged.</summary>
internal sealed class BookletService(PlannerService planner, ProgramTime time)
{
    /// <returns>The planner's plan as an example; null where it makes none.</returns>
    public async Task<TaperPlan?> ExampleAsync(BookletReader reader, CancellationToken cancellationToken)
    {
        foreach (var request in reader.Examples(time.Today))
            if ((await planner.PlanAsync(request, cancellationToken)).Plan is { } plan && BookletExample.IsOne(plan))
                return plan;
        return null;
    }

    public async Task<byte[]> PrintAsync(BookletReader reader, SafetyText safety, CancellationToken cancellationToken)
    {
        var plan = await ExampleAsync(reader, cancellationToken);
        return await planner.PrintAsync(() => BookletPaper.Lay(reader, plan, safety, time.Today).ToPdf(), cancellationToken);
    }
}
