using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Patients;

/// <summary>A card on the page where a person in care begins, below what to take: the next visit, say.</summary>
/// <param name="Place">The lowest stands first; each once.</param>
/// <param name="Of">Made of <paramref name="Parts"/>; null where there is nothing to show. It reads nothing itself.</param>
public sealed record PatientCard(int Place, IReadOnlyList<RecordPart> Parts, Func<PersonInView, PatientCardText?> Of);

/// <param name="Title">What it is about: "Next visit".</param>
/// <param name="Main">The one thing to see, in large type: a day and an hour.</param>
/// <param name="Detail">A sentence or two, of words that most people read.</param>
/// <param name="Href">Where it leads; null for nowhere.</param>
/// <param name="LinkWords">Of <paramref name="Href"/>.</param>
public sealed record PatientCardText(string Title, string Main, string? Detail = null, string? Href = null, string? LinkWords = null);

/// <summary>What the page of a person in care tells them to take until there is an approved plan. Never a number.</summary>
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
}

/// <summary>Where a person in care begins.</summary>
internal sealed class HomeService(Store store, RecordAccess access, CurrentActor who, IEnumerable<PatientCard> cards)
    : PatientSubject(store, access, who)
{
    private static readonly RecordPart<CareTeamMember> Team = RecordPart.All<CareTeamMember>();

    private readonly IReadOnlyList<PatientCard> _cards = [.. cards.OrderBy(c => c.Place)];

    /// <returns>Null for an account that belongs to no record, or of one that is closed to it.</returns>
    public async Task<HomeView?> SeeAsync(CancellationToken cancellationToken)
    {
        var account = Actor.AccountId;
        Guid? own;
        await using (var db = Store.CreateDbContext())
            own = await db.Users.Where(u => u.Id == account).Select(u => u.PatientId).SingleOrDefaultAsync(cancellationToken);
        if (own is { } patientId)
            return await Access.RunAsync(
                Actor,
                Who.RequestId,
                patientId,
                [(Read, RecordClass.Demographics), (Read, RecordClass.PresenceInTreatment)],
                db => ViewAsync(db, patientId, cancellationToken),
                cancellationToken
            );
        // That there is nothing is an answer too.
        await Store.Records.NoteAsync(Who.ForAudit, new AuditEntry(AuditAction.Read, nameof(HomeView)), cancellationToken);
        return null;
    }

    private async Task<HomeView> ViewAsync(GlidepathDbContext db, Guid patientId, CancellationToken cancellationToken)
    {
        var parts = _cards.SelectMany(c => c.Parts).Append(Team).ToList();
        var may = await Access.AllowedAsync(db, Actor, patientId, Read, parts.SelectMany(p => p.Needs).Distinct(), cancellationToken);
        var (patient, latest) = await db.PersonAsync(patientId, Now, cancellationToken);
        var head = PatientHead.Of(patient, latest, Today);
        var person = (await Gathered.ReadAsync(db, Gathered.For(patientId, may), parts, cancellationToken)).Of(patientId);
        var prescriber = person.Of(Team).Where(m => m.IsOn(Today) && m.Role is CareTeamRole.Prescriber).MinBy(m => m.From)?.AccountId;
        var names = prescriber is { } by ? await NamesAsync(db, [by], cancellationToken) : [];
        var view = new PersonInView(head, LocalNow, person);
        return new HomeView(
            patient.PreferredName ?? patient.GivenName,
            Today,
            Take(head),
            names.Values.FirstOrDefault(),
            [.. _cards.Select(c => c.Of(view)).OfType<PatientCardText>()]
        );
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
public sealed record HomeView(string? Name, DateOnly Today, WhatToTake Take, string? Prescriber, IReadOnlyList<PatientCardText> Cards);
