namespace Glidepath.Treatment.Privacy;

/// <summary>
/// What a piece of the record is about. A consent, an agreement and a disclosure name categories, and nothing outside them is sent (minimum
/// necessary, 45 CFR 164.502(b)).
/// <see cref="PresenceInTreatment"/> is the fact alone that the person is or was a patient: 42 CFR 2.13(c) protects it like any record.
/// </summary>
[Flags]
public enum InformationCategory
{
    None = 0,
    Demographics = 1 << 0,
    Contact = 1 << 1,
    PresenceInTreatment = 1 << 2,
    Diagnoses = 1 << 3,
    Medications = 1 << 4,
    TaperPlan = 1 << 5,
    DoseTaken = 1 << 6,
    Assessments = 1 << 7,
    VitalSigns = 1 << 8,
    Progress = 1 << 9,
    CarePlan = 1 << 10,
    Appointments = 1 << 11,
    CheckIns = 1 << 12,
    MoodLight = 1 << 13,
    TherapyWork = 1 << 14,
    Referrals = 1 << 15,
    Documents = 1 << 16,
    Outcomes = 1 << 17,
    Billing = 1 << 18,

    /// <summary>
    /// SUD counselling notes, 42 CFR 2.11: a therapist's analysis of a session, kept apart. Structured therapy data are
    /// <see cref="TherapyWork"/>.
    /// </summary>
    CounsellingNotes = 1 << 19,

    /// <summary>What the patient and the care team write to each other.</summary>
    Messages = 1 << 20,
}

public static class InformationCategories
{
    public static readonly InformationCategory All = Enum.GetValues<InformationCategory>().Aggregate((a, b) => a | b);

    public static readonly InformationCategory AllButCounsellingNotes = All & ~InformationCategory.CounsellingNotes;

    public static IEnumerable<InformationCategory> Each(InformationCategory categories) =>
        Enum.GetValues<InformationCategory>().Where(c => c != InformationCategory.None && categories.HasFlag(c));

    /// <summary>In words, for a notice or an accounting entry; a category is never named by its number.</summary>
    public static string InWords(InformationCategory categories) => string.Join(", ", Each(categories).Select(InWordsOfOne));

    private static string InWordsOfOne(InformationCategory category) =>
        category switch
        {
            InformationCategory.Demographics => "name and demographics",
            InformationCategory.Contact => "contact details",
            InformationCategory.PresenceInTreatment => "the fact of being in treatment",
            InformationCategory.Diagnoses => "diagnoses",
            InformationCategory.Medications => "medications",
            InformationCategory.TaperPlan => "taper plan",
            InformationCategory.DoseTaken => "doses taken",
            InformationCategory.Assessments => "assessments and scores",
            InformationCategory.VitalSigns => "vital signs and test results",
            InformationCategory.Progress => "progress",
            InformationCategory.CarePlan => "care plan",
            InformationCategory.Appointments => "appointments",
            InformationCategory.CheckIns => "check-ins",
            InformationCategory.MoodLight => "mood light",
            InformationCategory.TherapyWork => "exercises and plans from therapy",
            InformationCategory.Referrals => "referrals",
            InformationCategory.Documents => "documents and letters",
            InformationCategory.Outcomes => "outcomes",
            InformationCategory.Billing => "billing",
            InformationCategory.CounsellingNotes => "counseling notes",
            InformationCategory.Messages => "messages with the care team",
            _ => throw new ArgumentOutOfRangeException(nameof(category), category, null),
        };
}
