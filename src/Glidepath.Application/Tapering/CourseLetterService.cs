using Glidepath.Application.Patients;
using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Medications;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Tapering;

/// <summary>The course of a person as a letter to a prescriber elsewhere, and as text for another record.</summary>
public sealed class CourseLetterService(Store store, RecordAccess access, CurrentActor who, DisclosureService disclosures)
    : PatientSubject(store, access, who)
{
    /// <summary>Letters of the name of whom a letter is for.</summary>
    public const int LongestName = 200;

    private static readonly DataClass[] OfLetter = [DataClass.TaperPlan, .. IntakeService.Holds];

    private static readonly DataClass[] OfText = [DataClass.TaperPlan];

    /// <summary>Nothing that a taper needs to know, and not for a paper that the person carries home.</summary>
    private static readonly SafetyConcern[] AtHome =
    [
        SafetyConcern.NotSafeAtHome,
        SafetyConcern.NobodyWithThem,
        SafetyConcern.MedicineNotLocked,
        SafetyConcern.GunAtHome,
    ];

    /// <summary>To be read on the screen: nothing has left.</summary>
    /// <returns>Null: no such person, or no course of theirs.</returns>
    public Task<CourseTextView?> ReadAsync(
        Guid patientId,
        CourseText kind,
        string? to,
        ClinicContact clinic,
        CancellationToken cancellationToken
    ) =>
        OpenedAsync(
            OpenAsync(
                patientId,
                kind is CourseText.Letter ? OfLetter : OfText,
                async (db, head) => new CourseTextView(head, await WrittenAsync(db, head, kind, to, clinic, cancellationToken)),
                cancellationToken
            )
        );

    /// <summary>The same as it leaves. A letter that the person takes goes on their own access, one that is sent on a consent of theirs;
    /// text for a record of this program is a use inside it.</summary>
    /// <param name="consent">Which lets the letter out to the prescriber; null where the person takes it.</param>
    /// <returns>Null for a refusal.</returns>
    public Task<DisclosedPaper?> PrintAsync(
        Guid patientId,
        CourseText kind,
        string? to,
        LetterConsent? consent,
        ClinicContact clinic,
        CancellationToken cancellationToken
    ) =>
        disclosures.DiscloseAsync(
            patientId,
            kind is CourseText.Letter ? Letter(to, consent) : Text,
            async (db, _) =>
                await WrittenAsync(db, await HeadAsync(db, patientId, cancellationToken), kind, to, clinic, cancellationToken)
                ?? throw new RuleViolationException("course.none"),
            cancellationToken
        );

    private static DisclosureAsk Letter(string? to, LetterConsent? consent) =>
        new()
        {
            Channel = DisclosureChannel.Print,
            Basis = consent?.Basis ?? DisclosureBasis.PatientAccess,
            Reference = consent?.Id,
            Categories =
                InformationCategory.Demographics
                | InformationCategory.PresenceInTreatment
                | InformationCategory.Medications
                | InformationCategory.Assessments
                | InformationCategory.Diagnoses
                | InformationCategory.TaperPlan,
            IsWholeOrNothing = true,
            Purpose = consent is null ? DisclosurePurpose.None : DisclosurePurpose.Treatment,
            PurposeText = consent is null
                ? "A letter about the taper to another prescriber, which the person hands over"
                : "A letter about the taper to another prescriber",
            RecipientName = to,
            RecipientClass = consent is null ? RecipientClass.None : RecipientClass.TreatingProvider,
        };

    private static DisclosureAsk Text { get; } =
        new()
        {
            Channel = DisclosureChannel.Print,
            Basis = DisclosureBasis.CareTeam,
            Categories = InformationCategory.Demographics | InformationCategory.PresenceInTreatment | InformationCategory.TaperPlan,
            IsWholeOrNothing = true,
            PurposeText = "Text about the taper, for another record of this program",
        };

    private static async Task<CourseTextView?> OpenedAsync(Task<CourseTextView?> opened) =>
        await opened is { Text: not null } view ? view : null;

    /// <returns>Null where there is no course.</returns>
    private async Task<string?> WrittenAsync(
        GlidepathDbContext db,
        PatientHead head,
        CourseText kind,
        string? to,
        ClinicContact clinic,
        CancellationToken cancellationToken
    )
    {
        if (await CoursesService.FileAsync(db, head.Id, cancellationToken) is not { } file)
            return null;
        var patient = await db.Set<Patient>().AsNoTracking().SingleAsync(p => p.Id == head.Id, cancellationToken);
        var names = await NamesAsync(db, [file.InForce.RecordedBy], cancellationToken);
        var told = new CourseTold(
            file,
            $"{patient.GivenName} {patient.FamilyName}",
            patient.DateOfBirth,
            LocalNow.DayThere(patient.TimeZone),
            LocalDay.Of(file.InForce.RecordedAt, Store.Zone),
            names.GetValueOrDefault(file.InForce.RecordedBy, "?"),
            PatientZone.Of(patient.TimeZone, Store.Zone, Now)?.Place
        );
        if (kind is CourseText.ForRecord)
            return CourseLetter.ForRecord(told);
        var entries = await SafetyService.EntriesAsync(db, [head.Id], cancellationToken);
        var states = await SafetyService.StatesAsync(db, head.Id, [head.Id], entries, cancellationToken);
        var medicines = await db.Set<MedicationStatement>()
            .AsNoTracking()
            .Where(m => m.PatientId == head.Id && m.Status == MedicationStatus.Active)
            .ToListAsync(cancellationToken);
        return CourseLetter.ToPrescriber(
            told,
            to,
            SafetyFirst.Of(states.Where(s => !AtHome.Contains(s.Concern)), LocalNow),
            // The dose of the approved version stands for what the list says of the same medicine.
            [
                .. medicines
                    .Where(m => m.Details.Drug?.Name != file.Course.Now.Drug)
                    .OrderBy(m => m.Details.Name, StringComparer.OrdinalIgnoreCase)
                    .Select(m => $"{m.Details.Name}, {m.Details.HowTaken}"),
            ],
            clinic
        );
    }
}

public enum CourseText
{
    /// <summary>To a prescriber elsewhere.</summary>
    Letter,

    /// <summary>To be copied into another record.</summary>
    ForRecord,
}

/// <summary>A consent that lets a letter out.</summary>
/// <param name="Basis">Of its kind.</param>
public sealed record LetterConsent(DisclosureBasis Basis, Guid Id);

/// <param name="Text">As it would leave; null where there is no course.</param>
public sealed record CourseTextView(PatientHead Head, string? Text);
