using System.Text.Json.Serialization;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Application.Patients;

/// <summary>One person, as the page of today and their own page look at them.</summary>
/// <param name="Viewer">Whose page it is: some rows are for whom they name.</param>
public sealed record PersonInView(PatientHead Head, LocalNow Now, PersonEntries Entries, Actor Viewer)
{
    public DateOnly Today => Now.Today;

    /// <summary>The episodes opened last of all records of the person: what is current stands in them.</summary>
    public required IReadOnlySet<Guid> Episodes { get; init; }

    public bool IsCurrent(Guid episodeId) => Episodes.Contains(episodeId);

    /// <summary>What the current intake of each record of the person tells, of the record that goes on first.</summary>
    public IEnumerable<(Guid PatientId, IntakeFacts Facts)> Intakes(RecordPart<IntakeSection> part) =>
        Entries
            .Of(part)
            .Where(s => IsCurrent(s.EpisodeId))
            .GroupBy(s => s.PatientId)
            .OrderByDescending(g => g.Key == Head.Id)
            .Select(g => (g.Key, IntakeFacts.Of([.. g])));
}

/// <summary>Sections of the page of today, the most urgent first.</summary>
public enum TodayPart
{
    Now,

    /// <summary>Planned for today, by time.</summary>
    Visits,
    Decide,
    Waiting,
}

/// <summary>What an area has waiting, person by person.</summary>
/// <param name="Parts">What <paramref name="Rows"/> is made of; it reads nothing itself.</param>
public sealed record TodayRows(TodayPart Part, IReadOnlyList<RecordPart> Parts, Func<PersonInView, IEnumerable<WorkRow>> Rows)
{
    /// <summary>Who has an entry of it is looked at, however many people somebody has.</summary>
    public RecordPart? Urgent { get; init; }

    /// <summary>Ids alone, read to decide: whom the front desk awaits by an instant, the last first.</summary>
    public Func<GlidepathDbContext, DateTime, IQueryable<Guid>>? Awaited { get; init; }
}

/// <summary>What is due of a person by now, such as a questionnaire by its schedule.</summary>
/// <param name="Items">The longest overdue first; made of <paramref name="Parts"/>.</param>
public sealed record DueRows(IReadOnlyList<RecordPart> Parts, Func<PersonInView, IEnumerable<DueItem>> Items);

/// <summary>One thing that waits. On the page of today a person has one row: the first leads, the others stand under it.</summary>
/// <param name="Why">In bold.</param>
/// <param name="Evidence">Where it comes from, with its time.</param>
/// <param name="Since">The longest waiting stands first.</param>
public sealed record WorkRow(
    Sign Sign,
    PatientHead Who,
    string Why,
    string Evidence,
    string Action,
    string Href,
    [property: JsonIgnore] DateTime Since
)
{
    /// <summary>The account that does it; null where the care team does.</summary>
    public Guid? By { get; init; }

    /// <summary>What else waits of the same person, the most urgent first.</summary>
    public IReadOnlyList<AlsoWaiting> Also { get; init; } = [];
}

/// <param name="Href">Where it is done.</param>
public sealed record AlsoWaiting(string Why, string Href);

/// <param name="InstrumentId">Null where it is no questionnaire.</param>
/// <param name="Why">For the staff page.</param>
public sealed record DueItem(string? InstrumentId, string What, DateOnly DueOn, int DaysOverdue, string Why, string Href)
{
    /// <summary>The account that does it; null where the care team does.</summary>
    public Guid? By { get; init; }
}
