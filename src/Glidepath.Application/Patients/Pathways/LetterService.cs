using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Tapering;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Patients;

/// <summary>The letter to the prescriber.</summary>
public sealed class LetterService(Store store, RecordAccess access, CurrentActor who, DisclosureService disclosures)
    : PatientSubject(store, access, who)
{
    private static readonly DataClass[] Reads = [DataClass.Medications, DataClass.Assessments, DataClass.Documents];

    /// <summary>What a draft holds besides.</summary>
    private static readonly DataClass[] OfDraft = [DataClass.TaperPlan, .. IntakeService.Holds];

    /// <summary>What the person said, as a letter to the prescriber, to be read on the screen.</summary>
    /// <param name="draftId">A taper draft that the letter tells of; null for none.</param>
    /// <returns>Null: no such person, or no such draft that stands.</returns>
    public async Task<LetterView?> LetterAsync(
        Guid patientId,
        IReadOnlySet<string> leaveOut,
        Guid? draftId,
        CancellationToken cancellationToken
    ) =>
        await OpenAsync(
            patientId,
            draftId is null ? Reads : [.. Reads.Union(OfDraft)],
            (db, head) => LetterAsync(db, head, leaveOut, draftId, cancellationToken),
            cancellationToken
        )
            is { IsMissing: false } view
            ? view
            : null;

    /// <summary>The same on paper. The person takes it, so it leaves on their own access, and the accounting says so.</summary>
    /// <returns>Null: no such person.</returns>
    public Task<DisclosedPaper?> PrintLetterAsync(
        Guid patientId,
        IReadOnlySet<string> leaveOut,
        Guid? draftId,
        CancellationToken cancellationToken
    ) =>
        disclosures.DiscloseAsync(
            patientId,
            new DisclosureAsk
            {
                Channel = DisclosureChannel.Print,
                Basis = DisclosureBasis.PatientAccess,
                Categories =
                    InformationCategory.Demographics
                    | InformationCategory.PresenceInTreatment
                    | InformationCategory.Medications
                    | InformationCategory.Assessments
                    | (draftId is null ? InformationCategory.None : InformationCategory.Diagnoses | InformationCategory.TaperPlan),
                IsWholeOrNothing = true,
                PurposeText = draftId is null
                    ? "A letter to the prescriber, which the person hands over"
                    : "A letter to the prescriber with a taper draft, which the person hands over",
            },
            async (db, _) =>
                (await LetterAsync(db, await HeadAsync(db, patientId, cancellationToken), leaveOut, draftId, cancellationToken)).Text
                ?? throw new RuleViolationException("letter.no-episode"),
            cancellationToken
        );

    private async Task<LetterView> LetterAsync(
        GlidepathDbContext db,
        PatientHead head,
        IReadOnlySet<string> leaveOut,
        Guid? draftId,
        CancellationToken cancellationToken
    )
    {
        var (_, episode) = await db.PersonAsync(head.Id, Now, cancellationToken);
        var pathway = episode is null
            ? null
            : await db.Set<PrescribedPathway>().AsNoTracking().SingleOrDefaultAsync(d => d.EpisodeId == episode.Id, cancellationToken);
        pathway ??= episode is null ? null : PrescribedPathway.Open(Guid.CreateVersion7(), episode);
        var answers = IntakeReview.Together(await SectionsAsync(db, head.EpisodeId, cancellationToken));
        var draft = draftId is null
            ? null
            : await db.Set<TaperDraft>()
                .AsNoTracking()
                .SingleOrDefaultAsync(d => d.PatientId == head.Id && d.Id == draftId && d.SetAsideAt == null, cancellationToken);
        return new LetterView(
            head,
            pathway is null
                ? null
                : PrescriberLetter.Write(
                    head.DisplayName,
                    pathway,
                    answers,
                    Today,
                    leaveOut,
                    PatientZone.Of(head.TimeZone, Store.Zone, Now)?.Place,
                    draft is null ? null : Told(draft.Plan)
                ),
            pathway?.OwnQuestions ?? []
        )
        {
            IsMissing = draftId is not null && draft is null,
            MayBeLeftOut =
            [
                .. PrescriberLetter.MayBeLeftOut.Where(m => answers.TryGetValue(m.Id, out var a) && a.State is AnswerState.Given),
            ],
        };
    }

    private static LetterDraft Told(DraftedTaper plan) =>
        new(
            plan.Drug,
            plan.FromMg,
            plan.Change is [var first, ..] ? first.OldDrug : null,
            plan.Cuts,
            plan.Weeks,
            plan.LargestPercentOfCurrent
        );
}
