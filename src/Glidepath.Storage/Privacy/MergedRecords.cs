using Glidepath.Storage.Patients;
using Glidepath.Treatment;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Glass = Glidepath.Treatment.Privacy.BreakGlass;

namespace Glidepath.Storage.Privacy;

/// <summary>
/// A record that was merged into another takes no new entry, whoever writes and by whatever way: it is made in the record that goes on.
/// </summary>
internal static class MergedRecords
{
    /// <summary>New entries that a merged record takes all the same: they tell what became of it, or close something.</summary>
    private static readonly IReadOnlySet<Type> Taken = new HashSet<Type>
    {
        typeof(PatientLink),
        typeof(SamePersonNote),
        // What left is accounted where it stands.
        typeof(DisclosureRecord),
        // The end of a consent works at once, wherever it was signed, and whoever got something by it is told.
        typeof(ConsentEnd),
        typeof(RecipientTold),
        typeof(KeyDestruction),
        // How something ended that was open before is a step beside it.
        typeof(Treatment.Visits.AppointmentStep),
        typeof(Treatment.Assessments.SafetyAction),
        typeof(Treatment.Monitoring.AlertEvent),
        typeof(Treatment.Monitoring.AlertCover),
        typeof(Treatment.Facilities.ReferralMove),
        // What was due on a ward before is decided where it was ordered.
        typeof(Treatment.Medications.MedicationAdministration),
        typeof(Treatment.Medications.DoseDecision),
    };

    /// <summary>What was open before the merge may be finished where it is.</summary>
    private static readonly IReadOnlySet<Type> Finished = new HashSet<Type>
    {
        typeof(Treatment.Tasks.CareTask),
        typeof(Treatment.Messages.MessageTurn),
        typeof(Treatment.Visits.Appointment),
        typeof(Treatment.Assessments.SafetyStep),
        typeof(Treatment.Facilities.Referral),
        typeof(Glass),
        typeof(Restriction),
        typeof(CareTeamMember),
        typeof(Treatment.Monitoring.Alert),
        typeof(Treatment.Monitoring.AlertCover),
        typeof(Treatment.Medications.MedicationStatement),
        typeof(Treatment.Medications.MedicationRequest),
        typeof(Stay),
        typeof(Condition),
        // Filed in the wrong record: it leaves every list and copy.
        typeof(DocumentReference),
        typeof(KeyDestruction),
        // What a person shared is taken back in all of their records.
        typeof(Treatment.Therapy.TherapySharing),
    };

    /// <summary>Call it before a save.</summary>
    /// <exception cref="RuleViolationException"><c>record.merged</c></exception>
    public static async Task RefuseAsync(GlidepathDbContext db, CancellationToken cancellationToken)
    {
        if (db.Scope is not { IsOfTheStore: false } scope)
            return;
        var entries = db
            .ChangeTracker.Entries<IPatientRecord>()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && e.Entity is not PatientIndex)
            .Where(e => !(e.State is EntityState.Added ? Taken : Finished).Contains(e.Entity.GetType()))
            // A safety concern is closed where it is open, with its step or by a look; no new answer is told here.
            .Where(e => e is not { State: EntityState.Added, Entity: SafetyEntry { Kind: SafetyEntryKind.Closed } })
            .Where(e => !IsTakenBack(e))
            .ToList();
        foreach (var made in entries.Where(e => e is { State: EntityState.Added, Entity: Patient }))
            scope.MergedInto[made.Entity.PatientId] = null;
        var unknown = entries.Select(e => e.Entity.PatientId).Where(id => !scope.MergedInto.ContainsKey(id)).Distinct().ToList();
        if (unknown.Count > 0)
            await LookAsync(db, scope, unknown, cancellationToken);
        if (entries.Select(e => scope.MergedInto[e.Entity.PatientId]).OfType<Guid>().FirstOrDefault() is var into && into != Guid.Empty)
            throw new RuleViolationException("record.merged", ("number", RecordNumber.Of(into)));
    }

    private static bool IsTakenBack(EntityEntry entry) =>
        entry is { State: EntityState.Modified, Entity: Treatment.Therapy.OwnWork { IsShared: false } }
        && entry.Property(nameof(Treatment.Therapy.OwnWork.Holds)).IsModified;

    /// <summary>Where nobody asked who may see them: a register that is opened by duty.</summary>
    private static async Task LookAsync(GlidepathDbContext db, RecordScope scope, List<Guid> ids, CancellationToken cancellationToken)
    {
        using var deciding = db.BeginDeciding();
        var links = await db.Set<PatientLink>().AsNoTracking().Where(l => ids.Contains(l.PatientId)).ToListAsync(cancellationToken);
        var one = new OnePerson(links);
        foreach (var id in ids)
            scope.MergedInto[id] = one.GoesOnAs(id) is var on && on != id ? on : null;
    }
}
