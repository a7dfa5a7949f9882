using Glidepath.Treatment.Facilities;

namespace Glidepath.Application.Facilities;

/// <summary>What pages and API ask of the directory in memory. Nothing asked here is written down anywhere.</summary>
internal sealed class FinderService(LoadedDirectory directory, TimeProvider clock)
{
    public bool HasPlaces => directory.Current.Places.Count > 0;

    /// <summary>Which directories stand behind the list, for its source line.</summary>
    public string Edition => directory.Edition;

    /// <summary>As long as a demo has taken over no directory.</summary>
    public bool IsMadeUp => Edition is "" or DemoDirectory.Edition;

    public MatchResult Match(CallerNeeds needs, int take = 20) => MatchEngine.Match(directory.Current, needs, directory.Seed, Now, take);

    public Place? Place(Guid id) => directory.Find(id);

    public Comparison Compare(IReadOnlyList<Place> places, CallerNeeds needs) => Comparison.Of(places, needs, Now);

    public CallSheet CallSheet(Place place, CallerNeeds needs) => Treatment.Facilities.CallSheet.Of(place, needs, Now);

    /// <param name="typed">A ZIP, or a city and state.</param>
    public StartReading Near(string typed) => directory.Near(typed);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}
