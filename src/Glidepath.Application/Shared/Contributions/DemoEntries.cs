using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Application.Shared;

/// <summary>What an area makes for the people of the demo.</summary>
/// <param name="Of">None for whom there is nothing to make.</param>
public sealed record DemoEntries(Type Makes, Func<DemoPerson, IEnumerable<IPatientRecord>> Of)
{
    /// <summary>Whom it names; empty where it makes something for everybody.</summary>
    public IReadOnlyCollection<string> Recipes { get; init; } = [];

    public static DemoEntries For<T>(Func<DemoPerson, IEnumerable<T>> of)
        where T : class, IPatientRecord => new(typeof(T), of);

    /// <param name="told">What is told of whom, by recipe.</param>
    public static DemoEntries For<T, TTold>(IReadOnlyDictionary<string, TTold> told, Func<DemoPerson, TTold, IEnumerable<T>> of)
        where T : class, IPatientRecord =>
        new(typeof(T), person => told.TryGetValue(person.Recipe, out var known) ? of(person, known) : []) { Recipes = [.. told.Keys] };

    /// <inheritdoc cref="For{T, TTold}"/>
    public static DemoEntries One<T, TTold>(IReadOnlyDictionary<string, TTold> told, Func<DemoPerson, TTold, T> of)
        where T : class, IPatientRecord => For(told, (person, known) => new[] { of(person, known) });
}

/// <summary>A made-up person whose care is open, for areas to add to.</summary>
/// <param name="Recipe">Short name of the situation.</param>
/// <param name="CameDaysAgo">When the person came in, or called where they have only called.</param>
/// <param name="Now">UTC.</param>
public sealed record DemoPerson(
    string Recipe,
    Patient Patient,
    EpisodeOfCare Episode,
    int CameDaysAgo,
    IReadOnlyDictionary<Role, UserAccount> Staff,
    DateTime Now
)
{
    /// <summary>Of the program.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    public DateOnly Day(int daysAgo) => LocalDay.Of(Now, Zone).AddDays(-daysAgo);

    /// <summary>The same time of that day, and never ahead of the clock.</summary>
    public DateTime At(int daysAgo) => Now.AddDays(-daysAgo);
}
