using Glidepath.Pharmacology.Drugs;
using static Glidepath.Treatment.Patients.ConditionKind;

namespace Glidepath.Treatment.Patients;

/// <param name="Code">ICD-10-CM; null where no code says just this.</param>
public sealed record ConditionCode(ConditionKind Kind, string? Code, string Title, Source Source, Confidence Confidence)
{
    public bool IsUseDisorder => Kind is UseDisorder || ProblemList.IsUseDisorderCode(Code);
}

/// <param name="MayDiagnose">The account's role and licence allow a diagnosis in this programme.</param>
public sealed record Diagnostician(Guid AccountId, bool MayDiagnose);

/// <summary>
/// Which codes are offered, and what a use disorder asks for. What each code was read in, or that it was not: docs/clinical/intake.md.
/// </summary>
public static class ProblemList
{
    public static readonly Source Icd = new(
        "icd-10-cm",
        "ICD-10-CM",
        "cdc.gov/nchs/icd; not read here, compare with the current tabular list before use"
    );

    public static readonly Source IcdPages = new(
        "icd-10-cm-pages",
        "ICD-10-CM, as public code pages give it",
        "icd10.blog and littleden.blog (2026), icdlist.com F13.931 (2022), autoicdapi.com T42.4X and F13.23; not the tabular list itself"
    );

    private static readonly IReadOnlyList<ConditionCode> WithoutUseDisorder =
    [
        Read(LongTermUse, "Z79.899", "Long-term use of a prescribed medicine"),
        Read(AdverseEffect, "T42.4X5A", "Adverse effect of a benzodiazepine, first encounter"),
        new(AdverseEffect, "T42.4X5D", "Adverse effect of a benzodiazepine, later encounter", IcdPages, Confidence.Derived),
        new(AdverseEffect, "T42.4X5S", "Adverse effect of a benzodiazepine, late effect", IcdPages, Confidence.Derived),
        new(
            PhysicalDependence,
            null,
            "Physical dependence on a benzodiazepine, without use disorder",
            Sources.AsamTables,
            Confidence.Derived
        ),
        Read(Withdrawal, "F13.930", "Withdrawal from a sedative, without use disorder, uncomplicated"),
        Read(Withdrawal, "F13.931", "Withdrawal from a sedative, without use disorder, with delirium"),
        Read(Withdrawal, "F13.932", "Withdrawal from a sedative, without use disorder, with perceptual disturbance"),
    ];

    private static readonly IReadOnlyList<ConditionCode> UseDisorders =
    [
        Read(UseDisorder, "F13.10", "Sedative use disorder, mild"),
        Read(UseDisorder, "F13.20", "Sedative use disorder, moderate or severe"),
        Read(UseDisorder, "F13.21", "Sedative use disorder, moderate or severe, in remission"),
    ];

    private static readonly IReadOnlyList<ConditionCode> Beside =
    [
        Unverified(Anxiety, "F41.0", "Panic disorder"),
        Read(Anxiety, "F41.1", "Generalized anxiety disorder"),
        Unverified(Anxiety, "F41.9", "Anxiety disorder, unspecified"),
        Unverified(Depression, "F32.A", "Depression, unspecified"),
        Unverified(TraumaRelated, "F43.10", "Post-traumatic stress disorder, unspecified"),
        Unverified(Sleep, "G47.00", "Insomnia, unspecified"),
        Unverified(Pain, "G89.4", "Chronic pain syndrome"),
        Unverified(Bipolar, "F31.9", "Bipolar disorder, unspecified"),
        Unverified(Psychosis, "F29", "Psychosis, unspecified"),
    ];

    /// <summary>
    /// In the order in which they are shown. By the prescribed pathway, and while the pathway is not known, no use disorder is among them until a
    /// clinician asks for it.
    /// </summary>
    public static IReadOnlyList<ConditionCode> Offered(Pathway? pathway, bool clinicianDiagnosesUseDisorder = false) =>
        clinicianDiagnosesUseDisorder || pathway is Pathway.NotPrescribed
            ? [.. WithoutUseDisorder, .. Beside, .. UseDisorders]
            : [.. WithoutUseDisorder, .. Beside];

    /// <summary>F13.1-, F13.2-, and the same of every other substance (F10 to F19).</summary>
    public static bool IsUseDisorderCode(string? code) => code?.Trim() is [('F' or 'f'), '1', >= '0' and <= '9', '.', '1' or '2', ..];

    internal static void Check(ConditionCode code, string? basis, Diagnostician recorder)
    {
        if (!code.IsUseDisorder)
            return;
        if (code.Kind is not UseDisorder)
            throw new RuleViolationException("condition.use-disorder.kind");
        if (!recorder.MayDiagnose)
            throw new RuleViolationException("condition.use-disorder.not-diagnosed");
        if (string.IsNullOrWhiteSpace(basis))
            throw new RuleViolationException("condition.use-disorder.basis-missing");
    }

    private static ConditionCode Read(ConditionKind kind, string code, string title) =>
        new(kind, code, title, IcdPages, Confidence.Secondary);

    private static ConditionCode Unverified(ConditionKind kind, string code, string title) =>
        new(kind, code, title, Icd, Confidence.Unverified);
}
