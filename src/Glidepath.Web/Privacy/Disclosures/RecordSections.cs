using System.Globalization;
using Glidepath.Paper.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Assessments;
using Glidepath.Treatment.Facilities;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;
using static Glidepath.Treatment.Privacy.InformationCategory;

namespace Glidepath.Web.Privacy.Disclosures;

/// <summary>
/// What there is of each category. An area that comes to hold more adds a row here and is in every channel at once. Counselling notes have
/// no row: they never travel with a summary.
/// Only the categories of a permit are read.
/// </summary>
internal static class RecordSections
{
    private const string NothingYet = "Nothing on file yet.",
        NoAppointment = "No appointment is written down here.";

    /// <summary>
    /// Of a category without a row here: the record may well hold some of it, so its empty part must not read as an answer.
    /// </summary>
    private const string NotShared = "We do not share this here yet. That does not mean there is nothing.";

    private static readonly Dictionary<
        InformationCategory,
        (string Title, string[] Columns, Func<GlidepathDbContext, Guid, DateOnly, CancellationToken, Task<IEnumerable<string?[]>>> Read)
    > Known = new()
    {
        [Demographics] = ("Name and birth date", ["What", "On file"], (db, id, _, cancel) => PersonAsync(db, id, cancel)),
        [InformationCategory.Contact] = ("How to reach", ["What", "On file"], (db, id, _, cancel) => ContactAsync(db, id, cancel)),
        [PresenceInTreatment] = ("Times in care", ["Began", "Now", "Since"], (db, id, _, cancel) => EpisodesAsync(db, id, cancel)),
        [Diagnoses] = ("Conditions", ["Condition", "Code", "Status", "Since"], (db, id, _, cancel) => ConditionsAsync(db, id, cancel)),
        [Treatment.Privacy.InformationCategory.Assessments] = (
            "Scores",
            ["Day", "Form", "Score", "Band"],
            (db, id, _, cancel) => ScoresAsync(db, id, cancel)
        ),
        [InformationCategory.Appointments] = ("Appointments", ["Day", "Place", "When"], AppointmentsAsync),
    };

    /// <param name="today">Divides what is to come from what is past.</param>
    /// <param name="isOwn">The patient's own copy: all of the record, and what is left out by name.</param>
    public static async Task<IReadOnlyList<RecordSection>> ReadAsync(
        GlidepathDbContext db,
        Guid patientId,
        InformationCategory permitted,
        DateOnly today,
        bool isOwn,
        CancellationToken cancellationToken
    )
    {
        var sections = new List<RecordSection>();
        var asked = permitted & InformationCategories.AllButCounsellingNotes;
        // The patient's own copy has the rest behind it: a category of which there is nothing needs no empty part.
        var categories = InformationCategories.Each(asked).Where(c => !isOwn || Known.ContainsKey(c));
        foreach (var category in categories)
            sections.Add(
                Known.TryGetValue(category, out var known)
                    ? new(
                        category,
                        known.Title,
                        known.Columns,
                        [.. (await known.Read(db, patientId, today, cancellationToken)).Select(r => r.Select(c => c ?? "").ToArray())]
                    )
                    {
                        Empty = category is InformationCategory.Appointments ? NoAppointment : NothingYet,
                    }
                    : new(category, Letters.Capital(InformationCategories.InWords(category)), ["On file"], []) { Empty = NotShared }
            );
        return isOwn ? [.. sections, .. await OwnCopy.ReadAsync(db, patientId, asked, cancellationToken)] : sections;
    }

    private static async Task<IEnumerable<string?[]>> PersonAsync(
        GlidepathDbContext db,
        Guid patientId,
        CancellationToken cancellationToken
    ) =>
        (await db.Set<Patient>().AsNoTracking().Where(p => p.Id == patientId).ToListAsync(cancellationToken)).SelectMany(p =>
            Filled(
                ("Name", p.DisplayName),
                ("Born", p.DateOfBirthText),
                ("Pronouns", p.Pronouns),
                (
                    "Language",
                    p.Language switch
                    {
                        "en" => "English",
                        "es" => "Spanish",
                        var other => other,
                    }
                )
            )
        );

    private static async Task<IEnumerable<string?[]>> ContactAsync(
        GlidepathDbContext db,
        Guid patientId,
        CancellationToken cancellationToken
    )
    {
        var own = (await db.Set<Patient>().AsNoTracking().Where(p => p.Id == patientId).ToListAsync(cancellationToken)).SelectMany(p =>
            Filled(("Phone", p.Phone), ("E-mail", p.Email), ("Address", p.Address))
        );
        var others = (
            await db.Set<Treatment.Patients.Contact>()
                .AsNoTracking()
                .Where(c => c.PatientId == patientId && c.EndedOn == null)
                .ToListAsync(cancellationToken)
        ).Select(c => new[] { "Contact person", string.Join(", ", new[] { c.Name, c.Relation, c.Phone }.OfType<string>()) });
        return own.Concat(others);
    }

    private static async Task<IEnumerable<string?[]>> EpisodesAsync(
        GlidepathDbContext db,
        Guid patientId,
        CancellationToken cancellationToken
    ) =>
        (await db.Set<EpisodeOfCare>().AsNoTracking().Where(e => e.PatientId == patientId).ToListAsync(cancellationToken))
            .OrderBy(e => e.OpenedOn)
            .Select(e => new[] { Day(e.OpenedOn), Phase(e.Phase), Day(e.PhaseSince) });

    private static async Task<IEnumerable<string?[]>> ConditionsAsync(
        GlidepathDbContext db,
        Guid patientId,
        CancellationToken cancellationToken
    ) =>
        (
            await db.Set<Condition>()
                .AsNoTracking()
                .Where(c => c.PatientId == patientId && c.Status != ConditionStatus.EnteredInError)
                .ToListAsync(cancellationToken)
        )
            .OrderBy(c => c.On)
            .Select(c => new[] { c.Title, c.Code, c.Status is ConditionStatus.Active ? "active" : "resolved", Day(c.On) });

    private static async Task<IEnumerable<string?[]>> ScoresAsync(
        GlidepathDbContext db,
        Guid patientId,
        CancellationToken cancellationToken
    )
    {
        var all = await db.Set<ScoredAssessment>().AsNoTracking().Where(a => a.PatientId == patientId).ToListAsync(cancellationToken);
        return all.Where(a => all.TrueForAll(other => other.AmendsId != a.Id))
            .OrderBy(a => a.On)
            .Select(a => new[] { Day(a.On), FormName(a.InstrumentId), a.TotalText, a.BandName });
    }

    /// <summary>Of referrals that hold or were kept: one that was declined, withdrawn or not kept has no appointment any more.</summary>
    private static async Task<IEnumerable<string?[]>> AppointmentsAsync(
        GlidepathDbContext db,
        Guid patientId,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        // Of a referral, the appointment that stands in it is an appointment; nothing else of it is told.
        db.Grant(patientId, AccessAction.Read, RecordClass.Referrals);
        var standing = await db.Set<Referral>()
            .AsNoTracking()
            .Where(r => r.PatientId == patientId && (r.State == ReferralState.Appointment || r.State == ReferralState.Arrived))
            .ToListAsync(cancellationToken);
        return standing
            .OrderBy(r => r.AppointmentOn)
            .SelectMany(r =>
                r.AppointmentOn is { } on
                    ?
                    [
                        [Day(on), r.PlaceName, on < today ? "past" : "to come"],
                    ]
                    : Array.Empty<string[]>()
            );
    }

    // The text of a loaded scale is in a file, its name is not.
    private static string FormName(string instrumentId) =>
        InstrumentTable.Find(instrumentId)?.Title ?? FileScheme.Find(instrumentId)?.Title ?? instrumentId;

    internal static IEnumerable<string?[]> Filled(params (string What, string? Value)[] lines) =>
        lines.Where(l => !string.IsNullOrWhiteSpace(l.Value)).Select(l => new[] { l.What, l.Value });

    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static string Phase(EpisodePhase phase) =>
        phase switch
        {
            EpisodePhase.Enquiry => "first contact",
            EpisodePhase.Intake => "intake",
            EpisodePhase.WithdrawalManagement => "withdrawal management",
            EpisodePhase.Treatment => "treatment",
            EpisodePhase.ContinuingCare => "continuing care",
            EpisodePhase.Discharged => "care ended",
        };
}
