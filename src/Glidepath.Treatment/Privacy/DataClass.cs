namespace Glidepath.Treatment.Privacy;

/// <summary>
/// What a page or an endpoint touches. The first block is one for each <see cref="InformationCategory"/>, under the same name.
/// </summary>
public enum DataClass
{
    None,
    Demographics,
    Contact,
    PresenceInTreatment,
    Diagnoses,
    Medications,
    TaperPlan,
    DoseTaken,
    Assessments,
    VitalSigns,
    Progress,
    CarePlan,
    Appointments,
    CheckIns,
    MoodLight,
    TherapyWork,
    Referrals,
    Documents,
    Outcomes,
    Billing,
    CounsellingNotes,
    Messages,

    /// <summary>
    /// What a person writes for themselves and has not shared: theirs alone. No role of staff has it, no consent, restriction or break-glass
    /// access names it, and no summary for others holds it.
    /// </summary>
    OwnWork,

    /// <summary>A call or a message before admission.</summary>
    Enquiry,
    Consents,
    Restrictions,
    Disclosures,
    LegalDemands,
    BreakGlassReviews,
    AuditTrail,
    Accounts,
    Organisation,
    CareTeamMembership,

    /// <summary>Which records are of one person.</summary>
    RecordLinks,
    Keys,
    Backups,

    /// <summary>Counts that name no person.</summary>
    Statistics,
    Directory,
}

public enum AccessAction
{
    None,
    Read,
    Write,

    /// <summary>Take out of the programme; the gate decides what.</summary>
    Export,

    /// <summary>Give or end a consent, agree a restriction, review, approve.</summary>
    Decide,
}

public static class DataClasses
{
    /// <returns><see cref="InformationCategory.None"/> for what is not part of a patient's record.</returns>
    public static InformationCategory Category(DataClass dataClass) =>
        Enum.TryParse<InformationCategory>(dataClass.ToString(), out var category) && Enum.IsDefined(category)
            ? category
            : InformationCategory.None;

    /// <summary>The kinds of data of several categories.</summary>
    public static IEnumerable<DataClass> In(InformationCategory categories) =>
        Enum.GetValues<DataClass>()
            .Where(c => Category(c) is not InformationCategory.None and var category && categories.HasFlag(category));

    public static DataClass Of(InformationCategory category) => Enum.Parse<DataClass>(category.ToString());
}
