using Glidepath.Pharmacology.Drugs;

namespace Glidepath.Treatment.Assessments;

/// <summary>Where wordings, scoring and bands were read.</summary>
internal static class InstrumentSources
{
    public static readonly Source PhqForm = new(
        "phq-gad-form",
        "PHQ-9 and GAD-7, printed form with scoring",
        "hamiltonfht.ca PHQ-GAD form; form.jotform.com/221654279772061"
    );
    public static readonly Source PhqBands = new(
        "phq-9-bands",
        "PHQ-9 bands, as printed on a calculator page",
        "wikimsk.org Calculators/PHQ-9"
    );
    public static readonly Source CamCops = new(
        "camcops",
        "CamCOPS notes on licences of scales",
        "github ucam-department-of-psychiatry/camcops, docs/source/tasks"
    );
    public static readonly Source CoreTrust = new(
        "core-trust",
        "CORE System Trust, scoring of CORE measures",
        "coresystemtrust.org.uk/whats-in-a-name-1-scoring-core-measures"
    );
    public static readonly Source CoreBands = new(
        "core-10-bands",
        "CORE-10 scoring, SOCAS resource hub",
        "socasresourcehub.com section 5b-2"
    );
    public static readonly Source Sds2000 = new(
        "sds-2000",
        "SDS in benzodiazepine users, 2000",
        "scribd 507756234, as noted in the project's reference"
    );
    public static readonly Source Sds2019 = new("sds-2019", "SDS in older inpatients on CNS depressants, 2019", "PMC6591833");
    public static readonly Source Pcl5 = new(
        "pcl-5-comorbidity",
        "PCL-5, Comorbidity Guidelines",
        "comorbidityguidelines.org.au, PTSD checklist for DSM-5"
    );
    public static readonly Source AsamAlcohol = new(
        "asam-awm",
        "ASAM alcohol withdrawal pocket guide",
        "eguideline.guidelinecentral.com/i/1254278"
    );
    public static readonly Source Cows = new(
        "cows",
        "COWS, scores and bands (Wesson and Ling 2003)",
        "help.valant.com/79967-measures; rdocumentation.org cliot cows_opiate_withdrawal; abcdocz.com/doc/1591907 (PCSS-MAT "
            + "form); tabletwise.com/calculators/cows-score-for-opiate-withdrawal"
    );
    public static readonly Source AuditCCutOffs = new(
        "audit-c",
        "AUDIT-C, items and scoring (Bush 1998, Bradley 2003)",
        "hepatitis.va.gov/alcohol/treatment/audit-c.asp; primarycare.ementalhealth.ca, scoring key of survey 58"
    );
    public static readonly Source CiwaAr = new(
        "ciwa-ar",
        "CIWA-Ar, items and range (Sullivan 1989)",
        "rdocumentation.org cliot ciwa_ar_alcohol_withdrawal"
    );
}
