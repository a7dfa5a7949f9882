namespace Glidepath.Treatment.Privacy;

/// <summary>How an actor stands to one patient.</summary>
public sealed record PatientRelation
{
    /// <summary>The patient's file; family sees through its consents only.</summary>
    public required PrivacyFile File { get; init; }

    /// <summary>The episode of care has not passed its enquiry.</summary>
    public bool IsEnquiry { get; init; }

    /// <summary>Clinicians who were asked to take the person over and have not answered.</summary>
    public IReadOnlySet<Guid> Proposed { get; init; } = new HashSet<Guid>();

    /// <summary>Care is open and no clinician is on the team today.</summary>
    public bool HasNoClinician { get; init; }

    /// <summary>An episode of care is open, from the inquiry on.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Care has begun, and the helpline still follows up a referral.</summary>
    public bool IsFollowedUp { get; init; }

    /// <summary>Clinicians on duty who were told of an alert of the person and cover for the care team now.</summary>
    public IReadOnlySet<Guid> Covering { get; init; } = new HashSet<Guid>();

    /// <summary>The record that goes on, where this one was merged into it: what lets somebody in must let them in there too.</summary>
    public PatientRelation? GoesOn { get; init; }

    /// <summary>Records that were merged into this one, the first merged first.</summary>
    public IReadOnlyList<MergedRecord> Merged { get; init; } = [];

    /// <summary>Who wrote the counselling notes in question.</summary>
    public Guid? NotesWrittenBy { get; init; }
}

/// <param name="At">UTC. Since when what it holds is shown with the record that goes on.</param>
/// <param name="Into">The record it was merged into itself, which may have been merged further since.</param>
/// <param name="LinkedAt">UTC. When that was.</param>
/// <param name="TeamsJoined">By that merge.</param>
public sealed record MergedRecord(Guid PatientId, DateTime At, Guid Into, DateTime LinkedAt, bool TeamsJoined)
{
    /// <summary>
    /// Since when the care team of one record looks at what another holds: every merge on the way between them joined the teams.
    /// </summary>
    /// <param name="merged">All that were merged into the record that is looked at, one after the other.</param>
    /// <returns>Of a record itself, always; null where never.</returns>
    public static DateTime? JoinedSince(IReadOnlyCollection<MergedRecord> merged, Guid held, Guid seenIn)
    {
        var (at, since) = (held, DateTime.MinValue);
        // Merges do not go round; a store that was changed from outside must not hang the program.
        for (var steps = 0; at != seenIn; steps++)
        {
            if (steps == merged.Count || merged.FirstOrDefault(m => m.PatientId == at) is not { TeamsJoined: true } link)
                return null;
            (at, since) = (link.Into, link.LinkedAt > since ? link.LinkedAt : since);
        }
        return since;
    }
}

/// <param name="Reason">Stable code for the audit. Outside, a denial is "no such person".</param>
/// <param name="ByBreakGlass">The grant that opened it; the audit marks the row.</param>
public sealed record AccessDecision(bool IsAllowed, string Reason, Guid? ByBreakGlass = null);

/// <summary>
/// Whether someone may touch a kind of data here. What leaves, or is seen by someone outside the programme, is
/// <see cref="DisclosureGate"/>'s to decide as well.
/// </summary>
public static class AccessPolicy
{
    /// <param name="relation">Null where the data are about no single patient.</param>
    public static AccessDecision Decide(Actor actor, PatientRelation? relation, AccessAction action, DataClass dataClass, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(actor);
        Required.Utc(now);
        if (dataClass == DataClass.CounsellingNotes)
            return CounsellingNotes(actor, relation, action);
        var rows = RolePermissions
            .All.Where(p => p.Role == actor.Role && p.DataClasses.Contains(dataClass) && p.Actions.Contains(action))
            .ToList();
        if (rows.Find(p => Holds(p.Relation, actor, relation, dataClass, now)) is { } row)
            return new(true, $"allowed.{Code(row.Relation)}");
        if (Glass(actor, relation, action, dataClass, now) is { } glass)
            return new(true, "allowed.break-glass", glass.Id);
        return new(false, rows.Count == 0 ? "denied.role" : $"denied.not-{Code(rows[0].Relation)}");
    }

    private static bool Holds(RelationNeeded needed, Actor actor, PatientRelation? relation, DataClass dataClass, DateTime now) =>
        needed switch
        {
            RelationNeeded.NoPatient => relation is null,
            RelationNeeded.ByDuty => true,
            RelationNeeded.CareTeam => relation is not null
                && relation.File.CareTeam.Contains(actor.AccountId)
                && !IsRestricted(actor, relation.File, dataClass),
            RelationNeeded.Covering => relation is not null
                && relation.Covering.Contains(actor.AccountId)
                && !IsRestricted(actor, relation.File, dataClass),
            // A record may have been merged by mistake: what someone wrote for themselves in it opens to no other account by that.
            RelationNeeded.Own => relation is not null
                && relation.File.PatientAccountId == actor.AccountId
                && (dataClass is not DataClass.OwnWork || relation.GoesOn is null),
            RelationNeeded.EnquiryPhase => relation is { IsEnquiry: true, GoesOn: null or { IsEnquiry: true } },
            RelationNeeded.Proposed => relation is not null && relation.Proposed.Contains(actor.AccountId),
            RelationNeeded.NoClinician => relation is { HasNoClinician: true },
            RelationNeeded.FollowUp => relation is { IsFollowedUp: true },
            RelationNeeded.OpenCare => relation is { IsOpen: true, GoesOn: null or { IsOpen: true } }
                && !IsRestricted(actor, relation.File, dataClass),
            RelationNeeded.LiveConsent => relation is not null
                && IsListedForFamily(actor, relation.File, dataClass, now)
                && (relation.GoesOn is not { } on || IsListedForFamily(actor, on.File, dataClass, now)),
            _ => false,
        };

    /// <summary>Only their writer, while on the care team; not even another clinician by break-glass.</summary>
    private static AccessDecision CounsellingNotes(Actor actor, PatientRelation? relation, AccessAction action)
    {
        if (actor.Role is not (Role.Therapist or Role.Counsellor) || action is not (AccessAction.Read or AccessAction.Write))
            return new(false, "denied.role");
        if (relation is null || !relation.File.CareTeam.Contains(actor.AccountId))
            return new(false, "denied.not-care-team");
        return relation.NotesWrittenBy == actor.AccountId ? new(true, "allowed.writer") : new(false, "denied.not-writer");
    }

    private static BreakGlass? Glass(Actor actor, PatientRelation? relation, AccessAction action, DataClass dataClass, DateTime now) =>
        action == AccessAction.Read
        && relation is { File: var file }
        && BasisTable.Of(DisclosureBasis.BreakGlass) is var rule
        && rule.Roles.Contains(actor.Role)
        && (rule.Ceiling & DataClasses.Category(dataClass)) != 0
            ? file.BreakGlass.FirstOrDefault(b => file.IsOf(b.PatientId) && b.OpenedBy == actor.AccountId && b.IsLive(now))
            : null;

    private static bool IsRestricted(Actor actor, PrivacyFile file, DataClass dataClass) =>
        DataClasses.Category(dataClass) is not InformationCategory.None and var category
        && file.Restrictions.Any(r =>
            (r.Categories & category) != 0 && r.Withholds(new Recipient("", RecipientClass.Programme, actor.AccountId))
        );

    private static bool IsListedForFamily(Actor actor, PrivacyFile file, DataClass dataClass, DateTime now) =>
        DataClasses.Category(dataClass) is not InformationCategory.None and var category
        && !file.Restrictions.Any(r =>
            (r.Categories & category) != 0 && r.Withholds(new Recipient("", RecipientClass.Family, actor.AccountId))
        )
        && file.Consents.Any(c =>
            c.Kind == ConsentKind.SpecificDisclosure
            && c.RecipientPartyId == actor.AccountId
            && (c.RecipientClasses & RecipientClass.Family) != 0
            && c.Categories.HasFlag(category)
            && ConsentReliance.Refusal(c, file, now) is null
        );

    private static string Code(RelationNeeded relation) =>
        relation switch
        {
            RelationNeeded.NoPatient => "no-patient",
            RelationNeeded.ByDuty => "by-duty",
            RelationNeeded.CareTeam => "care-team",
            RelationNeeded.Own => "own-record",
            RelationNeeded.EnquiryPhase => "enquiry",
            RelationNeeded.Proposed => "proposed",
            RelationNeeded.NoClinician => "no-clinician",
            RelationNeeded.FollowUp => "follow-up",
            RelationNeeded.OpenCare => "open-care",
            RelationNeeded.Covering => "covering",
            RelationNeeded.LiveConsent => "live-consent",
        };
}
