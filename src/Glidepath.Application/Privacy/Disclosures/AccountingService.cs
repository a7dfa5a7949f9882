using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;
using static Glidepath.Application.Shared.ApplicationText;
using Glass = Glidepath.Treatment.Privacy.BreakGlass;

namespace Glidepath.Application.Privacy;

/// <param name="What">In plain words.</param>
/// <param name="IsGlass">The record was opened by somebody off the care team.</param>
public sealed record Look(DateTime At, string Who, string What, bool IsGlass, string? Reason);

/// <summary>What left, to whom and why; and who looked.</summary>
public sealed class AccountingService(RecordAccess access, CurrentActor current, Store store, IEnumerable<RecordName> records)
{
    /// <summary>A glass that was broken is shown however long ago it was, beside these.</summary>
    public const int MostLooks = 500;

    private DateTime Now => store.Clock.GetUtcNow().UtcDateTime;

    /// <summary>All that was disclosed of one patient, newest first.</summary>
    /// <returns>Null: no such person.</returns>
    public Task<IReadOnlyList<DisclosureRecord>?> OfPatientAsync(Guid patientId, CancellationToken cancellationToken) =>
        access.RunAsync<IReadOnlyList<DisclosureRecord>>(
            current.Actor,
            current.RequestId,
            patientId,
            AccessAction.Read,
            DataClass.Disclosures,
            async db => [.. (await AllAsync(db, patientId, cancellationToken)).OrderByDescending(d => d.DisclosedAt)],
            cancellationToken
        );

    /// <summary>
    /// Of all records of the person. What left since a merge is accounted in the record that goes on, and in the other for the day that
    /// they are taken apart: it is listed once.
    /// </summary>
    private async Task<IReadOnlyList<DisclosureRecord>> AllAsync(GlidepathDbContext db, Guid patientId, CancellationToken cancellationToken)
    {
        var open = await access.OpenAsync(db, current.Actor, patientId, AccessAction.Read, [DataClass.Disclosures], cancellationToken);
        var ids = open.Where(o => o.Value.Count > 0).Select(o => o.Key).ToList();
        // From its own merge on: of one that was merged further, the record between accounts for the time until then.
        var since = db.MergedInto(patientId).ToDictionary(m => m.PatientId, m => m.LinkedAt);
        return
        [
            .. (await db.Set<DisclosureRecord>().AsNoTracking().Where(d => ids.Contains(d.PatientId)).ToListAsync(cancellationToken)).Where(
                d => !since.TryGetValue(d.PatientId, out var at) || d.DisclosedAt < at
            ),
        ];
    }

    /// <summary>The report that a patient may ask for: 42 CFR 2.25 over three years, or 45 CFR 164.528 over six.</summary>
    /// <returns>Null: no such person.</returns>
    public Task<IReadOnlyList<DisclosureRecord>?> ReportAsync(
        Guid patientId,
        bool part2,
        DateTime? from,
        CancellationToken cancellationToken
    ) =>
        access.RunAsync<IReadOnlyList<DisclosureRecord>>(
            current.Actor,
            current.RequestId,
            patientId,
            AccessAction.Read,
            DataClass.Disclosures,
            async db =>
            {
                var all = await AllAsync(db, patientId, cancellationToken);
                return
                [
                    .. db.RecordsOf(patientId)
                        .SelectMany(id =>
                            part2
                                ? DisclosureAccounting.Part2Report(all, id, Now, from)
                                : DisclosureAccounting.HipaaReport(all, id, Now, from)
                        ),
                ];
            },
            cancellationToken
        );

    /// <summary>
    /// The audit of one record as its patient reads it. Showing a broken glass here is how the patient is told of it, so only one that is
    /// shown counts as told.
    /// </summary>
    /// <returns>Null: no such person.</returns>
    public async Task<IReadOnlyList<Look>?> WhoLookedAsync(Guid patientId, CancellationToken cancellationToken)
    {
        List<(Guid PatientId, Guid Id)> untold = [];
        var looks = await access.RunAsync<IReadOnlyList<Look>>(
            current.Actor,
            current.RequestId,
            patientId,
            AccessAction.Read,
            DataClass.AuditTrail,
            async db =>
            {
                var me = current.Actor.AccountId;
                var open = await access.OpenAsync(
                    db,
                    current.Actor,
                    patientId,
                    AccessAction.Read,
                    [DataClass.AuditTrail],
                    cancellationToken
                );
                var ids = open.Where(o => o.Value.Count > 0).Select(o => o.Key).ToList();
                var ofOthers = db
                    .AuditEvents.AsNoTracking()
                    .Where(e =>
                        e.PatientId != null
                        && ids.Contains(e.PatientId.Value)
                        && e.ActorId != null
                        && e.ActorId != me
                        && e.Outcome == AuditOutcome.Permitted
                    );
                var newest = await ofOthers.OrderByDescending(e => e.Sequence).Take(MostLooks).ToListAsync(cancellationToken);
                var ofGlass = await ofOthers
                    .Where(e =>
                        e.Target == Opened
                        || EF.Functions.Like(e.Reason, ReadThrough + "%")
                        || EF.Functions.Like(e.Reason, SeenThrough + "%")
                    )
                    .ToListAsync(cancellationToken);
                var rows = newest.UnionBy(ofGlass, e => e.Sequence).OrderByDescending(e => e.Sequence).ToList();
                var people = rows.Select(r => r.ActorId!.Value).Distinct().ToList();
                var names = await db
                    .Users.Where(u => people.Contains(u.Id))
                    .ToDictionaryAsync(u => u.Id, u => $"{u.DisplayName} ({Role(u.Role)})", cancellationToken);
                foreach (var id in ids)
                    db.Grant(id, AccessAction.Read, DataClass.BreakGlassReviews);
                var glasses = await db.Set<Glass>().AsNoTracking().Where(b => ids.Contains(b.PatientId)).ToListAsync(cancellationToken);
                var shown = rows.Where(IsOpening).Select(r => r.TargetId).ToHashSet();
                untold = [.. glasses.Where(b => b.PatientToldAt is null && shown.Contains(b.Id)).Select(b => (b.PatientId, b.Id))];
                return
                [
                    .. rows.GroupBy(r => (r.RequestId, r.ActorId))
                        .SelectMany(g => OfRequest([.. g], names, glasses))
                        .OrderByDescending(l => l.At),
                ];
            },
            cancellationToken
        );
        if (looks is not null && untold.Count > 0 && current.Actor.Role is Treatment.Privacy.Role.Patient)
            foreach (var of in untold.GroupBy(b => b.PatientId, b => b.Id))
                await ToldAsync(of.Key, [.. of], cancellationToken);
        return looks;
    }

    /// <summary>The patient reads here that somebody broke the glass, and that they were told is written down before they do.</summary>
    private Task<int> ToldAsync(Guid patientId, List<Guid> untold, CancellationToken cancellationToken) =>
        store.Records.RunAsync(
            current.ForAudit,
            new AuditEntry(AuditAction.Update, Opened, patientId, Reason: "patient.told"),
            async db =>
            {
                db.Grant(patientId, AccessAction.Write, DataClass.BreakGlassReviews);
                var glasses = await db.Set<Glass>()
                    .Where(b => b.PatientId == patientId && untold.Contains(b.Id) && b.PatientToldAt == null)
                    .ToListAsync(cancellationToken);
                glasses.ForEach(b => b.PatientTold(Now));
                return glasses.Count;
            },
            cancellationToken
        );

    private const string Opened = nameof(Treatment.Privacy.BreakGlass),
        ReadThrough = "allowed.break-glass",
        SeenThrough = "BreakGlass.";

    private static bool IsOpening(AuditEvent row) => row is { Target: Opened, Action: AuditAction.Create };

    /// <summary>The caller chooses what ties requests together, so that one may hold several that were opened: each is shown.</summary>
    private IEnumerable<Look> OfRequest(List<AuditEvent> rows, Dictionary<Guid, string> names, List<Glass> glasses)
    {
        var who = names.GetValueOrDefault(rows[0].ActorId!.Value, T["SomeoneNoLongerHere"]);
        if (rows.Exists(IsOpening))
            return rows.Where(IsOpening)
                .Select(r => new Look(
                    r.At,
                    who,
                    T["OpenedYourRecordWithoutBeingOnYourCare"],
                    true,
                    glasses.Find(b => b.Id == r.TargetId)?.Reason
                ));
        var through = rows.Exists(r =>
            r.Reason.StartsWith(ReadThrough, StringComparison.Ordinal) || r.Reason.StartsWith(SeenThrough, StringComparison.Ordinal)
        );
        return [new Look(rows[0].At, who, string.Join(". ", rows.Select(What).Distinct()), through, null)];
    }

    private string What(AuditEvent row) =>
        row.Action switch
        {
            AuditAction.Read => T["LookedAt", Targets(row.Target)],
            AuditAction.Create or AuditAction.Amend or AuditAction.Update => T["WroteWord", Targets(row.Target)],
            AuditAction.Print => T["MadeAPrintForSomeone"],
            AuditAction.Export => T["MadeAFileForSomeone"],
            AuditAction.Disclose => T["SharedSomethingSeeWhoGotWhat"],
            AuditAction.Delete => T["RemovedSomething"],
            _ => T["DidSomethingElseWithYourRecord"],
        };

    private readonly Dictionary<string, string> _names = records.ToDictionary(
        r => StoredAsAttribute.NameOf(r.Record),
        r => r.Words,
        StringComparer.Ordinal
    );

    /// <summary>Names of entries as words; what is no entry by its own name: <c>CarePlan</c> is care plan.</summary>
    private string Targets(string targets) =>
        string.Join(
            ", ",
            targets
                .Split(',')
                .Select(t =>
                    _names.GetValueOrDefault(t)
                    ?? string.Concat(
                        t.Select((c, i) => i > 0 && char.IsUpper(c) ? " " + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString())
                    )
                )
        );

    internal static string Role(string role) =>
        role switch
        {
            "PrivacyOfficer" => T["PrivacyOfficer"],
            "Counsellor" => T["CounselorWord"],
            "Administrator" => T["AdministratorWord"],
            "Director" => T["DirectorWord"],
            "Prescriber" => T["PrescriberWord"],
            "Nurse" => T["NurseWord"],
            "Therapist" => T["TherapistWord"],
            "Helpline" => T["HelplineWord"],
            "FrontDesk" => T["FrontDeskWord"],
            "Patient" => T["PatientWord"],
            "Family" => T["FamilyWord"],
            _ => role.ToLowerInvariant(),
        };
}
