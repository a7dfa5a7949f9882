using Glidepath.Application.Patients;
using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Tapering;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Tapering;

/// <summary>Papers of the version in force. Each leaves by the disclosure check, whoever prints it.</summary>
public sealed class CoursePapersService(Store store, RecordAccess access, CurrentActor who, DisclosureService disclosures)
    : PatientSubject(store, access, who)
{
    private const InformationCategory OfOrder =
        InformationCategory.Demographics
        | InformationCategory.PresenceInTreatment
        | InformationCategory.Medications
        | InformationCategory.Assessments
        | InformationCategory.Diagnoses
        | InformationCategory.TaperPlan;

    /// <summary>A week is printed so many days ahead, at most: each step waits for a person.</summary>
    private const int MostDaysAhead = 28;

    /// <summary>For the person, who takes it home.</summary>
    /// <param name="from">First day of a week; null is today.</param>
    /// <returns>Null for a refusal, and where no dose of a course is taken.</returns>
    /// <exception cref="RuleViolationException"><c>course.week</c>: neither today nor a Monday that is near.</exception>
    public async Task<PrintedCourse?> PrintAsync(Guid patientId, CoursePaper paper, DateOnly? from, CancellationToken cancellationToken)
    {
        PrintedCourse? printed = null;
        var let = await disclosures.DiscloseAsync(
            patientId,
            new DisclosureAsk
            {
                Channel = DisclosureChannel.Pdf,
                Basis = DisclosureBasis.PatientAccess,
                Categories = InformationCategory.PresenceInTreatment | InformationCategory.TaperPlan,
                IsWholeOrNothing = true,
                PurposeText = Purpose(paper),
            },
            async (db, _) =>
            {
                printed = await PrintedAsync(db, patientId, cancellationToken);
                if (from is { } first && printed is { Today: var today })
                    printed = printed with { From = Week(first, today) };
                return "";
            },
            cancellationToken
        );
        return let is null ? null : printed;
    }

    /// <summary>For the prescriber who prints it, and signs it by hand.</summary>
    /// <returns>Null for a refusal, and where no dose of a course is taken.</returns>
    public async Task<PrintedOrder?> OrderAsync(Guid patientId, CancellationToken cancellationToken)
    {
        PrintedCourse? printed = null;
        Patient? patient = null;
        var prescriber = "";
        var let = await disclosures.DiscloseAsync(
            patientId,
            new DisclosureAsk
            {
                Channel = DisclosureChannel.Pdf,
                Basis = DisclosureBasis.CareTeam,
                Categories = OfOrder,
                IsWholeOrNothing = true,
                PurposeText = "Order sheet of the approved taper, for the prescriber to sign",
            },
            async (db, _) =>
            {
                printed = await PrintedAsync(db, patientId, cancellationToken);
                patient = await db.Set<Patient>().AsNoTracking().SingleAsync(p => p.Id == patientId, cancellationToken);
                prescriber = (await NamesAsync(db, [Actor.AccountId], cancellationToken)).GetValueOrDefault(Actor.AccountId, "");
                return "";
            },
            cancellationToken
        );
        return let is null || printed is null || patient is null
            ? null
            : new PrintedOrder(printed, $"{patient.GivenName} {patient.FamilyName}", patient.DateOfBirth, prescriber, let.Notices)
            {
                ClockIn = PatientZone.Of(patient.TimeZone, Store.Zone, Now)?.Place,
            };
    }

    private async Task<PrintedCourse?> PrintedAsync(GlidepathDbContext db, Guid patientId, CancellationToken cancellationToken)
    {
        if (await CoursesService.FileAsync(db, patientId, cancellationToken) is not { } file || !file.Course.State.HasDose())
            return null;
        var names = await NamesAsync(db, [file.InForce.RecordedBy], cancellationToken);
        PatientHead head;
        using (db.BeginDeciding())
            head = await HeadAsync(db, patientId, cancellationToken);
        var today = LocalNow.DayThere(head.TimeZone);
        return new(file, today, names.GetValueOrDefault(file.InForce.RecordedBy, "?"), Store.Zone);
    }

    private static DateOnly Week(DateOnly first, DateOnly today) =>
        first == today || (first.DayOfWeek is DayOfWeek.Monday && first > today.AddDays(-7) && first <= today.AddDays(MostDaysAhead))
            ? first
            : throw new RuleViolationException("course.week", ("given", first), ("to", today.AddDays(MostDaysAhead)));

    private static string Purpose(CoursePaper paper) =>
        paper switch
        {
            CoursePaper.Calendar => "Calendar of the approved taper, for the person",
            CoursePaper.StepCard => "Card of one step of the approved taper, for the person",
            CoursePaper.WeekSheet => "A week of the approved taper, for the person",
        };
}

/// <summary>What the person takes home.</summary>
public enum CoursePaper
{
    Calendar,
    StepCard,
    WeekSheet,
}

/// <summary>What a paper of a course may hold, after the disclosure check.</summary>
/// <param name="Today">Where the person is.</param>
/// <param name="Prescriber">Who approved the version in force.</param>
public sealed record PrintedCourse(CourseFile File, DateOnly Today, string Prescriber, TimeZoneInfo Zone)
{
    /// <summary>First day of the paper.</summary>
    public DateOnly From { get; init; } = Today;
}

/// <summary>The same with whose it is.</summary>
/// <param name="Prescriber">Who prints it.</param>
public sealed record PrintedOrder(
    PrintedCourse Course,
    string Patient,
    DateOnly? Born,
    string Prescriber,
    IReadOnlyList<DisclosureNotice> Notices
)
{
    /// <summary>Where the person takes the doses, if the clock there is another than the program's.</summary>
    public string? ClockIn { get; init; }
}
