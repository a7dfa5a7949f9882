using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;

namespace Glidepath.Application.Patients;

/// <summary>What the page of a person in care tells them to take. Until there is an approved plan never a number.</summary>
public enum WhatToTake
{
    /// <summary>It is not known how the medicine is come by.</summary>
    NoChange,

    /// <summary>Prescribed: as the bottle says.</summary>
    TheBottle,

    /// <summary>Not prescribed: steady until they are seen.</summary>
    Steady,

    /// <summary>Care goes on or is over, and perhaps nothing is taken any more.</summary>
    IfAny,

    /// <summary>The dose of the plan that a prescriber approved: <see cref="HomeView.Dose"/>.</summary>
    ByThePlan,
}

/// <summary>Where a person in care begins.</summary>
internal sealed class HomeService(
    Store store,
    RecordAccess access,
    CurrentActor who,
    OwnRecord own,
    IEnumerable<NextLines> next,
    IEnumerable<DoseToday> doses,
    IEnumerable<HomeTile> tiles,
    IEnumerable<HomeWords> words
) : PatientSubject(store, access, who)
{
    private static readonly RecordPart<CareTeamMember> Team = RecordPart.All<CareTeamMember>();

    /// <returns>Null for an account that belongs to no record, or of one that is closed to it.</returns>
    public async Task<HomeView?> SeeAsync(CancellationToken cancellationToken)
    {
        if (await own.PatientIdAsync(cancellationToken) is { } patientId)
            return await Access.RunAsync(
                Actor,
                Who.RequestId,
                patientId,
                [(Read, DataClass.Demographics), (Read, DataClass.PresenceInTreatment)],
                db => ViewAsync(db, patientId, cancellationToken),
                cancellationToken
            );
        // That there is nothing is an answer too.
        await Store.Records.NoteAsync(Who.ForAudit, new AuditEntry(AuditAction.Read, nameof(HomeView)), cancellationToken);
        return null;
    }

    private async Task<HomeView> ViewAsync(GlidepathDbContext db, Guid patientId, CancellationToken cancellationToken)
    {
        var parts = next.SelectMany(n => n.Parts)
            .Concat(doses.SelectMany(d => d.Parts))
            .Concat(tiles.SelectMany(t => t.Parts))
            .Append(Team)
            .ToList();
        var open = await Access.OpenAsync(db, Actor, patientId, Read, [.. parts.SelectMany(p => p.Needs).Distinct()], cancellationToken);
        var (patient, latest) = await db.PersonAsync(patientId, Now, cancellationToken);
        var head = PatientHead.Of(patient, latest, Today);
        var person = (await Gathered.ReadAsync(db, open, parts, cancellationToken)).Of(patientId);
        var prescriber = person.Of(Team).Where(m => m.IsOn(Today) && m.Role is CareTeamRole.Prescriber).MinBy(m => m.From)?.AccountId;
        var names = prescriber is { } by ? await NamesAsync(db, [by], cancellationToken) : [];
        var view = new PersonInView(head, LocalNow, person, Actor) { Episodes = db.CurrentEpisodes(patientId) };
        var dose = head.IsOpen ? doses.Select(d => d.Of(view)).FirstOrDefault(d => d is not null) : null;
        return new HomeView(
            patient.PreferredName ?? patient.GivenName,
            LocalNow.DayThere(head.TimeZone),
            dose is null ? Take(head) : WhatToTake.ByThePlan,
            names.Values.FirstOrDefault(),
            [.. next.SelectMany(n => n.Of(view)).OrderBy(l => l.At)]
        )
        {
            TimeZone = head.TimeZone,
            Dose = dose,
            Says = await SaysAsync(head.TimeZone, cancellationToken),
            Tiles = [.. tiles.Select(t => t.Of(view)).OfType<HomeTileView>()],
        };
    }

    private async Task<IReadOnlyList<string>> SaysAsync(string? timeZone, CancellationToken cancellationToken)
    {
        var says = new List<string>();
        foreach (var area in words)
            says.AddRange(await area.Of(timeZone, cancellationToken));
        return says;
    }

    private static WhatToTake Take(PatientHead head) =>
        head switch
        {
            { Phase: EpisodePhase.ContinuingCare or EpisodePhase.Discharged } => WhatToTake.IfAny,
            { Pathway: Pathway.Prescribed } => WhatToTake.TheBottle,
            { Pathway: Pathway.NotPrescribed } => WhatToTake.Steady,
            _ => WhatToTake.NoChange,
        };
}

/// <param name="Name">What the person is called; null where it is not known.</param>
/// <param name="Prescriber">Of the care team; null for none.</param>
/// <param name="Next">What lies ahead, and what was called off; the soonest first.</param>
public sealed record HomeView(string? Name, DateOnly Today, WhatToTake Take, string? Prescriber, IReadOnlyList<NextLine> Next)
{
    /// <summary>IANA name of where the person is; null for where the program is.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Null where no plan is approved, or nothing of one is to be taken.</summary>
    public DoseTodayView? Dose { get; init; }

    /// <summary>Above whom to call.</summary>
    public IReadOnlyList<string> Says { get; init; } = [];

    /// <summary>What the person may do now.</summary>
    public IReadOnlyList<HomeTileView> Tiles { get; init; } = [];
}
