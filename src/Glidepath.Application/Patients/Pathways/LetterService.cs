using Glidepath.Application.Privacy;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Patients;

/// <summary>The letter to the prescriber.</summary>
public sealed class LetterService(Store store, RecordAccess access, CurrentActor who, DisclosureService disclosures)
    : PatientSubject(store, access, who)
{
    /// <summary>What the person said, as a letter to the prescriber, to be read on the screen.</summary>
    public Task<LetterView?> LetterAsync(Guid patientId, IReadOnlySet<string> leaveOut, CancellationToken cancellationToken) =>
        OpenAsync(
            patientId,
            [RecordClass.Medications, RecordClass.Assessments, RecordClass.Documents],
            (db, head) => LetterAsync(db, head, leaveOut, cancellationToken),
            cancellationToken
        );

    /// <summary>The same on paper. The person takes it, so it leaves on their own access, and the accounting says so.</summary>
    /// <returns>Null: no such person.</returns>
    public Task<DisclosedPaper?> PrintLetterAsync(Guid patientId, IReadOnlySet<string> leaveOut, CancellationToken cancellationToken) =>
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
                    | InformationCategory.Assessments,
                IsWholeOrNothing = true,
                PurposeText = "A letter to the prescriber, which the person hands over",
            },
            async (db, _) =>
                (await LetterAsync(db, await HeadAsync(db, patientId, cancellationToken), leaveOut, cancellationToken)).Text
                ?? throw new RuleViolationException("letter.no-episode"),
            cancellationToken
        );

    private async Task<LetterView> LetterAsync(
        GlidepathDbContext db,
        PatientHead head,
        IReadOnlySet<string> leaveOut,
        CancellationToken cancellationToken
    )
    {
        var (_, episode) = await db.PersonAsync(head.Id, Now, cancellationToken);
        var pathway = episode is null
            ? null
            : await db.Set<PrescribedPathway>().AsNoTracking().SingleOrDefaultAsync(d => d.EpisodeId == episode.Id, cancellationToken);
        pathway ??= episode is null ? null : PrescribedPathway.Open(Guid.CreateVersion7(), episode);
        var answers = IntakeReview.Together(await SectionsAsync(db, head.EpisodeId, cancellationToken));
        return new LetterView(
            head,
            pathway is null ? null : PrescriberLetter.Write(head.DisplayName, pathway, answers, Today, leaveOut),
            pathway?.OwnQuestions ?? []
        )
        {
            MayBeLeftOut =
            [
                .. PrescriberLetter.MayBeLeftOut.Where(m => answers.TryGetValue(m.Id, out var a) && a.State is AnswerState.Given),
            ],
        };
    }
}
