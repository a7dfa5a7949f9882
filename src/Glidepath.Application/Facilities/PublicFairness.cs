using Glidepath.Storage;
using Glidepath.Treatment.Facilities;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Facilities;

/// <summary>
/// How often our own programme was offered, for everybody: counts of the last year and no call. Counted once an hour, so that two looks do
/// not tell what one call was.
/// </summary>
internal sealed class PublicFairness(Store store, TimeProvider clock)
{
    /// <summary>Fewer are not told.</summary>
    public const int FewestShown = 10;

    private static readonly TimeSpan Lasts = TimeSpan.FromHours(1);
    private const int Days = 365;

    private Counted? _counted;

    public async Task<PublicRates> RatesAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (Volatile.Read(ref _counted) is { } known && now - known.At < Lasts)
            return known.Rates;
        var since = now.AddDays(-Days);
        await using var db = store.CreateDbContext();
        var calls = db.Set<HelplineCall>().AsNoTracking().Where(c => c.RecordedAt >= since && c.OfferedPlaceId != null);
        var rates = PublicRates.Of(
            await calls.CountAsync(cancellationToken),
            await calls.CountAsync(c => c.OfferedOwn, cancellationToken),
            await calls.CountAsync(c => c.OfferedOwnOverBetter, cancellationToken)
        );
        Volatile.Write(ref _counted, new Counted(now, rates));
        return rates;
    }

    private sealed record Counted(DateTime At, PublicRates Rates);
}

/// <summary>Each null where there are too few to show.</summary>
/// <param name="OwnOffered">And null too where so few others were offered that they could be told from it.</param>
internal sealed record PublicRates(int? Offered, int? OwnOffered, int? OwnOverBetter)
{
    public static PublicRates Of(int offered, int own, int overBetter)
    {
        var ownShown = Shown(own) is not null && Shown(offered - own) is not null;
        return new(Shown(offered), ownShown ? own : null, ownShown && Shown(own - overBetter) is not null ? Shown(overBetter) : null);
    }

    private static int? Shown(int count) => count >= PublicFairness.FewestShown ? count : null;
}
