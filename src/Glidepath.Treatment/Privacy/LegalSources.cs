using Glidepath.Pharmacology.Drugs;

namespace Glidepath.Treatment.Privacy;

/// <summary>Every source that a rule of law here names.</summary>
public static class LegalSources
{
    public static readonly Source Part2 = new(
        "42-cfr-2",
        "42 CFR part 2, final rule 89 FR 12472 (16 Feb 2024)",
        "ecfr.gov/current/title-42/part-2"
    );
    public static readonly Source HipaaAccounting = new(
        "45-cfr-164-528",
        "45 CFR 164.528, accounting of disclosures",
        "ecfr.gov/current/title-45/section-164.528"
    );
    public static readonly Source HipaaRetention = new(
        "45-cfr-164-530j",
        "45 CFR 164.530(j) and 164.316(b)(2), six years for what must be documented",
        "ecfr.gov/current/title-45/section-164.530"
    );
    public static readonly Source BreachNotification = new(
        "45-cfr-164-d",
        "45 CFR 164.400 to 164.414, notification of breaches of unsecured records",
        "ecfr.gov/current/title-45/part-164/subpart-D"
    );
    public static readonly Source PatientAccess = new(
        "45-cfr-164-524",
        "45 CFR 164.524, access of individuals to their records",
        "ecfr.gov/current/title-45/section-164.524"
    );
    public static readonly Source Guttmacher = new(
        "guttmacher-2000",
        "Minors' right to consent to health care, table by state, 2000",
        "guttmacher.org/graphics/gr030406t/maina.html"
    );
    public static readonly Source Weisleder = new(
        "weisleder-2007",
        "Weisleder 2007, ages at which minors can consent, table 1",
        "J Am Acad Psychiatry Law 2007;35:317"
    );
    public static readonly Source NotRead = new("unverified", "No source read yet", "ask counsel");
    public static readonly Source OwnRule = new("glidepath", "Glidepath's own rule", "docs/security/disclosure.md");
}
