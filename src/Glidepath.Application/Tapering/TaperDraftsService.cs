using Glidepath.Application.Patients;
using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Medications;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Tapering;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Tapering;

/// <summary>
/// Tapers planned from the record of one person: what the planner is told of them, and the drafts that were kept. Only prescribers write
/// one.
/// </summary>
public sealed class TaperDraftsService(Store store, RecordAccess access, CurrentActor who, DisclosureService disclosures)
    : PatientSubject(store, access, who)
{
    /// <summary>The drafts, and what the record fills in of the planner's questions.</summary>
    public Task<TaperDraftsView?> DraftsAsync(Guid patientId, CancellationToken cancellationToken) =>
        OpenAsync(
            patientId,
            [DataClass.TaperPlan],
            async (db, head) =>
            {
                var may = await Access.AllowedAsync(db, Actor, head.Id, Read, IntakeService.Holds, cancellationToken);
                var isOpen = IntakeService.Holds.All(may.Contains);
                List<TaperDraft> drafts = isOpen
                    ? await db.Set<TaperDraft>().AsNoTracking().Where(d => d.PatientId == patientId).ToListAsync(cancellationToken)
                    : [];
                var people = drafts.SelectMany(d => new[] { d.RecordedBy, d.SetAsideBy }).OfType<Guid>();
                return new TaperDraftsView(
                    head,
                    [.. drafts.OrderByDescending(d => d.Stands).ThenByDescending(d => d.RecordedAt)],
                    await KnownAsync(db, head, may, cancellationToken),
                    await NamesAsync(db, people, cancellationToken)
                )
                {
                    IsOpen = isOpen,
                };
            },
            cancellationToken
        );

    /// <returns>Null: no such person, or no such draft of theirs.</returns>
    public Task<TaperDraftView?> DraftAsync(Guid patientId, Guid id, CancellationToken cancellationToken) =>
        OpenAsync(
            patientId,
            [DataClass.TaperPlan, .. IntakeService.Holds],
            async (db, head) =>
            {
                var draft = await FindAsync(db, patientId, id, cancellationToken);
                var people = new[] { draft?.RecordedBy, draft?.SetAsideBy }.OfType<Guid>();
                return new TaperDraftView(head, draft, await NamesAsync(db, people, cancellationToken));
            },
            cancellationToken
        );

    public Task<Saved?> KeepAsync(
        Guid patientId,
        IReadOnlyDictionary<string, string> answers,
        TaperPlan plan,
        Once once,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            patientId,
            DataClass.TaperPlan,
            once,
            async db =>
            {
                var episode = await EpisodeAsync(db, patientId, cancellationToken);
                var draft = TaperDraft.Keep(episode, answers, plan, CourseWords.Kept.OfStep, NewEntry());
                db.Add(draft);
                return await SavedAsync(db, draft, draft.Id, cancellationToken);
            },
            cancellationToken
        );

    public Task<Saved?> SetAsideAsync(Guid patientId, Guid id, Guid? version, string why, CancellationToken cancellationToken) =>
        ChangeAsync(
            patientId,
            DataClass.TaperPlan,
            null,
            async db =>
            {
                var draft = Expected(await OwnAsync<TaperDraft>(db, patientId, d => d.Id == id, "taper-draft", cancellationToken), version);
                draft.SetAside(why, Now, Actor.AccountId);
                return await SavedAsync(db, draft, id, cancellationToken);
            },
            cancellationToken
        );

    /// <summary>
    /// The order sheet is for the prescriber, who is on the care team: it leaves by the disclosure check, as every paper of a person.
    /// </summary>
    /// <returns>Null for a refusal, and where there is no such draft.</returns>
    public async Task<PrintedDraft?> PrintAsync(Guid patientId, Guid id, CancellationToken cancellationToken)
    {
        TaperDraft? draft = null;
        Patient? patient = null;
        var prescriber = "";
        var paper = await disclosures.DiscloseAsync(
            patientId,
            new DisclosureAsk
            {
                Channel = DisclosureChannel.Pdf,
                Basis = DisclosureBasis.CareTeam,
                Categories =
                    InformationCategory.Demographics
                    | InformationCategory.PresenceInTreatment
                    | InformationCategory.Medications
                    | InformationCategory.Assessments
                    | InformationCategory.Diagnoses
                    | InformationCategory.TaperPlan,
                IsWholeOrNothing = true,
                PurposeText = "Order sheet of a taper draft, for the prescriber to check",
            },
            async (db, _) =>
            {
                draft = await FindAsync(db, patientId, id, cancellationToken);
                patient = await db.Set<Patient>().AsNoTracking().SingleAsync(p => p.Id == patientId, cancellationToken);
                prescriber = draft is null
                    ? ""
                    : (await NamesAsync(db, [draft.RecordedBy], cancellationToken)).GetValueOrDefault(draft.RecordedBy, "");
                return "";
            },
            cancellationToken
        );
        return paper is null || draft is null || patient is null
            ? null
            : new PrintedDraft(draft, $"{patient.GivenName} {patient.FamilyName}", patient.DateOfBirth, prescriber, paper.Notices)
            {
                ClockIn = PatientZone.Of(patient.TimeZone, Store.Zone, Now)?.Place,
            };
    }

    private static Task<TaperDraft?> FindAsync(GlidepathDbContext db, Guid patientId, Guid id, CancellationToken cancellationToken) =>
        db.Set<TaperDraft>().AsNoTracking().SingleOrDefaultAsync(d => d.PatientId == patientId && d.Id == id, cancellationToken);

    /// <summary>What is withheld fills nothing in.</summary>
    private async Task<IReadOnlyList<FilledIn>> KnownAsync(
        GlidepathDbContext db,
        PatientHead head,
        IReadOnlySet<DataClass> may,
        CancellationToken cancellationToken
    )
    {
        var all = IntakeService.Holds.All(may.Contains);
        // What any of the person's records says bears on a plan.
        List<Guid> records = [.. (await ReadableAsync(db, head.Id, IntakeService.Holds, cancellationToken)).Union([head.Id])];
        List<MedicationStatement> medicines = may.Contains(DataClass.Medications)
            ? await db.Set<MedicationStatement>()
                .AsNoTracking()
                .Where(m => records.Contains(m.PatientId) && m.Status == MedicationStatus.Active)
                .ToListAsync(cancellationToken)
            : [];
        List<Condition> problems = may.Contains(DataClass.Diagnoses)
            ? await db.Set<Condition>()
                .AsNoTracking()
                .Where(c => records.Contains(c.PatientId) && c.Status == ConditionStatus.Active)
                .ToListAsync(cancellationToken)
            : [];
        var entries = all ? await SafetyService.EntriesAsync(db, records, cancellationToken) : [];
        return new KnownOfPerson(
            head.Age,
            medicines,
            all ? await SectionsAsync(db, head.EpisodeId, cancellationToken) : [],
            all ? await SafetyService.StatesAsync(db, head.Id, records, entries, cancellationToken) : [],
            problems,
            LocalNow
        ).Answers;
    }
}

/// <param name="All">Those that stand first, the newest first.</param>
/// <param name="Known">What the record says to the planner's questions.</param>
public sealed record TaperDraftsView(
    PatientHead Head,
    IReadOnlyList<TaperDraft> All,
    IReadOnlyList<FilledIn> Known,
    IReadOnlyDictionary<Guid, string> Names
)
{
    /// <summary>False where something is withheld that a draft holds: then none is shown, and there may be some.</summary>
    public bool IsOpen { get; init; }
}

/// <param name="Draft">Null where there is none of this id.</param>
public sealed record TaperDraftView(PatientHead Head, TaperDraft? Draft, IReadOnlyDictionary<Guid, string> Names);

/// <summary>What a paper of a draft may hold, after the disclosure check.</summary>
public sealed record PrintedDraft(
    TaperDraft Draft,
    string Patient,
    DateOnly? Born,
    string Prescriber,
    IReadOnlyList<DisclosureNotice> Notices
)
{
    /// <summary>Where the person takes the doses, if the clock there is another than the program's.</summary>
    public string? ClockIn { get; init; }
}
