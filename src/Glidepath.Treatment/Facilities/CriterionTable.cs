using Glidepath.Pharmacology.Drugs;
using static Glidepath.Treatment.Facilities.CriterionGroup;
using static Glidepath.Treatment.Facilities.CriterionRole;

namespace Glidepath.Treatment.Facilities;

/// <summary>
/// Everything a caller can ask for by name. Traps of the codes: MD is Medicaid and MC Medicare; SF is cash and SS the sliding scale; MI is
/// TRICARE and MOTI the interviewing.
/// </summary>
public static partial class CriterionTable
{
    public static IReadOnlyList<Criterion> All { get; } =
    [
        .. Withdrawal(),
        .. TaperCare(),
        .. Settings(),
        .. Therapies(),
        .. MentalHealthCare(),
        .. Families(),
        .. Payments(),
        .. People(),
        .. Languages(),
        .. Houses(),
        .. Exclusive(),
        .. Owners(),
    ];

    private static readonly Dictionary<string, Criterion> Named = All.SelectMany(c => c.Aliases.Prepend(c.Id).Select(name => (name, c)))
        .ToDictionary(n => n.name, n => n.c, StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Shown = [.. All.Where(c => c.Role is CriterionRole.Shown).SelectMany(c => c.Codes)];

    /// <summary>Ids only, for lists and for "did you mean".</summary>
    public static IReadOnlyList<string> Ids { get; } = [.. All.Select(c => c.Id)];

    /// <summary>Ways to pay, and help with paying: what <see cref="CallerNeeds.Payers"/> takes.</summary>
    public static IReadOnlyList<Criterion> Payers { get; } = [.. All.Where(c => c.Group is Payment)];

    /// <summary>Serves only people with another problem than a benzodiazepine: AUDO, OUDO, DUO.</summary>
    public static IReadOnlyList<Criterion> ExclusiveClientCodes { get; } = [.. All.Where(c => c.Group is ExclusiveClients)];

    /// <summary>By id or alias, in any case; null where there is none.</summary>
    public static Criterion? Find(string name) => Named.GetValueOrDefault(name.Trim());

    /// <exception cref="ArgumentException">There is no such criterion: the caller's mistake.</exception>
    public static Criterion Get(string id) => Find(id) ?? throw new ArgumentException($"no criterion is called {id}", nameof(id));

    public static IEnumerable<Criterion> Of(CriterionGroup group) => All.Where(c => c.Group == group);

    internal static bool IsExclusiveClient(string code) => code is "AUDO" or "OUDO" or "DUO";

    internal static bool IsNeverAnInput(string code) => Shown.Contains(code);

    private static Criterion Row(
        string id,
        CriterionGroup group,
        CriterionRole role,
        string codes,
        string label,
        string question,
        double weight = 1,
        string aliases = "",
        string caution = "",
        Source? source = null
    ) =>
        new()
        {
            Id = id,
            Group = group,
            Role = role,
            Label = label,
            Question = question,
            Codes = codes.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            DefaultWeight = weight,
            Aliases = aliases.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            Caution = caution,
            Source = source ?? FacilitySources.Samhsa,
        };

    private static IEnumerable<Criterion> Withdrawal() =>
        [
            Row(
                "benzodiazepine-withdrawal",
                CriterionGroup.Withdrawal,
                Hard,
                "BDTX",
                "Helps people come off benzodiazepines",
                "Do you help people come off benzodiazepines, and how slowly?",
                3,
                "bdtx benzodiazepines",
                "The place says so itself. It tells nothing of how slow the taper is, or of a hospital behind it."
            ),
            Row(
                "withdrawal-care",
                CriterionGroup.Withdrawal,
                Soft,
                "DT",
                "Helps people through withdrawal",
                "Do you care for people in withdrawal?",
                1,
                "detox"
            ),
            Row(
                "alcohol-withdrawal",
                CriterionGroup.Withdrawal,
                Hard,
                "ADTX",
                "Helps people come off alcohol",
                "Can you treat alcohol and benzodiazepine withdrawal at the same time?",
                2
            ),
            Row(
                "opioid-withdrawal",
                CriterionGroup.Withdrawal,
                Hard,
                "ODTX",
                "Helps people come off opioids",
                "Can you treat opioid and benzodiazepine withdrawal together? Who decides which comes first?",
                2
            ),
            Row(
                "withdrawal-medicine",
                CriterionGroup.Withdrawal,
                Soft,
                "MDET",
                "Uses medicine to ease withdrawal",
                "Which medicines do you use in withdrawal?"
            ),
            Row(
                "opioid-treatment",
                CriterionGroup.Withdrawal,
                Soft,
                "OTP MM BUM UB MOA",
                "Treats opioid use disorder with medicine, or accepts it",
                "Do you accept people who take methadone or buprenorphine?",
                2
            ),
            Row(
                "use-assessment",
                CriterionGroup.Withdrawal,
                Soft,
                "CSAA",
                "Does a full check of all substances used",
                "Do you check all the substances I use before you make a plan?"
            ),
            Row(
                "naloxone",
                CriterionGroup.Withdrawal,
                Soft,
                "NOE",
                "Gives out naloxone and teaches how to use it",
                "Do you give out naloxone?"
            ),
        ];

    private static IEnumerable<Criterion> TaperCare() =>
        [
            Attested(
                "prescribed-dependence",
                BenzodiazepineCapability.PrescribedDependence,
                "Takes people who took their pills as prescribed",
                "Do you take people who took the pills as a doctor told them, without calling it addiction?",
                3
            ),
            Attested(
                "slow-taper",
                BenzodiazepineCapability.SlowestTaper,
                "Tapers slowly: 10 percent or less every 4 weeks",
                "What is the slowest taper you do? Who decides when the next cut comes?",
                3
            ),
            Attested(
                "no-fast-taper",
                BenzodiazepineCapability.FastestTaper,
                "Never cuts more than 25 percent of the dose in 2 weeks",
                "What is the fastest taper you do?",
                2
            ),
            Attested(
                "long-taper",
                BenzodiazepineCapability.LongestTaper,
                "Will continue with a taper for half a year or more",
                "How many weeks can a taper take with you?",
                2
            ),
            Attested(
                "cross-over",
                BenzodiazepineCapability.CrossOver,
                "Can change to a longer-acting pill",
                "Can you change me to a longer-acting pill? Must I change?"
            ),
            Attested("phenobarbital", BenzodiazepineCapability.Phenobarbital, "Uses phenobarbital", "Do you use phenobarbital? When?"),
            Attested(
                "continues-prescribing",
                BenzodiazepineCapability.ContinuesPrescribing,
                "Continues prescribing after the stay",
                "Who writes my prescription after I leave?",
                2
            ),
            Attested(
                "hands-over-prescribing",
                BenzodiazepineCapability.HandsOverPrescribing,
                "Hands the taper over to your own doctor",
                "Will you talk to my doctor before I leave, so that no dose is missed?",
                2
            ),
            Attested(
                "seizure-protocol",
                BenzodiazepineCapability.SeizureProtocol,
                "Has a plan for seizures",
                "What do you do when someone has a seizure?",
                2
            ),
            Attested(
                "transfer-agreement",
                BenzodiazepineCapability.TransferAgreement,
                "Has an agreement with a hospital",
                "Which hospital do you send people to?"
            ),
            Attested(
                "doctor-on-site",
                BenzodiazepineCapability.DoctorOnSite,
                "Has a doctor on site day and night",
                "Is a doctor there at night and on weekends?",
                2
            ),
            Attested(
                "cbt-insomnia",
                BenzodiazepineCapability.CbtForInsomnia,
                "Treats sleep problems with talk therapy (CBT-I)",
                "Do you offer CBT for sleep?",
                1
            ),
            Attested(
                "dual-diagnosis-capable",
                BenzodiazepineCapability.DdcatRating,
                "Rated able to treat both problems (DDCAT)",
                "Have you been rated with the DDCAT? What was the result?",
                2
            ),
            Row(
                "free-place",
                CriterionGroup.TaperCare,
                Soft,
                "",
                "Reported an open bed in the last 3 days",
                "Do you have an open bed now? If not, how long is the wait?",
                2,
                "",
                "As someone said at that time; call to be sure.",
                FacilitySources.Profile
            ) with
            {
                IsCapacity = true,
            },
        ];

    private static Criterion Attested(string id, BenzodiazepineCapability capability, string label, string question, double weight = 1) =>
        Row(
            id,
            CriterionGroup.TaperCare,
            Soft,
            "",
            label,
            question,
            weight,
            "",
            "We count this after our staff check it.",
            FacilitySources.Profile
        ) with
        {
            Capability = capability,
        };
}
