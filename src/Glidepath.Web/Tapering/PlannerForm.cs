using Glidepath.Application.Shared;
using Glidepath.Application.Tapering;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;
using Glidepath.Web.Shared;

namespace Glidepath.Web.Tapering;

/// <summary>
/// The answers as they were typed, which is all the planner keeps: they travel in the body of each request and are stored nowhere.
/// </summary>
public sealed partial class PlannerForm
{
    /// <summary>In the order of the page.</summary>
    private static readonly string[] Questions =
    [
        "for",
        "supply",
        "drug",
        "have",
        "morning",
        "midday",
        "evening",
        "bedtime",
        "time-5",
        "dose-5",
        "time-6",
        "dose-6",
        "duration",
        "duration-unit",
        "days-per-week",
        "opioid",
        "alcohol",
        "seizure",
        "withdrawal",
        "pregnant",
        "nursing",
        "breathing",
        "falls",
        "suicide",
        "driving",
        "other",
        "medicines",
        "age",
        "end-of-life",
        "liver",
        "ptsd",
        "bipolar",
        "pace",
        "step",
        "every",
        "to",
        "goal",
        "start",
        "splitting",
        "liquid",
    ];

    /// <summary>What a page adds: the way that is shown, how many weeks a short taper takes, why a prescriber goes on.</summary>
    private static readonly string[] Beside = ["choice", "weeks", "reason", "go"];

    /// <summary>With the pieces alone to zero: asked for on the page of a plan without a liquid, and only there.</summary>
    public const string LargeLastSteps = "large";

    private const int LongestAnswer = 500;

    private readonly Dictionary<string, string> _answers = new(StringComparer.Ordinal);

    private PlannerForm() { }

    public static PlannerForm Empty => new();

    public static PlannerForm Read(FormReader sent)
    {
        var form = new PlannerForm();
        foreach (var name in Questions.Concat(Beside))
            if (sent[name] is not null)
                form._answers[name] = sent.Text(name, LongestAnswer);
        return form;
    }

    /// <summary>Answers that were kept, or are known from a record.</summary>
    public static PlannerForm Of(IEnumerable<KeyValuePair<string, string>> answers)
    {
        var form = new PlannerForm();
        foreach (var (name, value) in answers)
            if (Questions.Contains(name) || Beside.Contains(name))
                form._answers[name] = value;
        return form;
    }

    /// <summary>With the answers of another where this one has none.</summary>
    public PlannerForm Or(PlannerForm other) => Of(other._answers.Concat(_answers));

    /// <summary>All that was answered; not which button was pressed.</summary>
    public IReadOnlyDictionary<string, string> Answers => AllBut([]).ToDictionary();

    public string? this[string name] => _answers.GetValueOrDefault(name);

    public IEnumerable<KeyValuePair<string, string>> AllBut(IReadOnlyCollection<string> shown) =>
        _answers.Where(a => a.Key is not "go" && !shown.Contains(a.Key));

    /// <summary>Without a liquid: told in the form, or kept by the page of such a plan.</summary>
    public bool HasNoLiquid => this["liquid"] is "no";

    /// <summary>The names of the answers "not sure".</summary>
    public IEnumerable<string> Unsure =>
        _answers.Where(a => a is { Key: not ("for" or "supply" or "liquid" or "other"), Value: "unknown" }).Select(a => a.Key);

    /// <summary>
    /// What the engine is asked, and the reason to refuse it where "not sure" is planned as yes; null when an answer was not understood.
    /// </summary>
    internal (TaperRequest Request, Refusal? Refusal)? Asked(DateOnly today, FieldErrors errors)
    {
        if (Draft(errors) is not { } draft || DraftReader.Read(draft, today, errors) is not { } read)
            return null;
        var request = read with { OverrideReason = this["reason"] };
        return (request, TaperPlanner.RefuseOutright(request with { Facts = Cautious }));
    }

    /// <summary>
    /// A daily dose above every label, asked back beside whatever else is wrong. Null where it is not, where a prescriber gave a reason,
    /// and where care comes first whatever the dose is.
    /// </summary>
    internal (UsualDose Usual, Dose Daily, string Field)? OutOfRange
    {
        get
        {
            var amounts = Amounts.ToList();
            var daily = new Dose(amounts.Sum(a => a.Dose.Milligrams));
            return
                this["reason"] is null
                && this["drug"] is { } name
                && BenzodiazepineTable.Find(name) is { } drug
                && UsualDose.CheckNumber(drug, daily) is not null
                && CareFirst.NoDatedSchedule(Cautious) is null
                ? (UsualDose.For(drug)!, daily, amounts.MaxBy(a => a.Dose.Milligrams).Field)
                : null;
        }
    }

    /// <summary>
    /// What is known of the person; "not sure" counts as yes for what must be said and done first, and never reaches a paper as a fact.
    /// </summary>
    public PatientFacts Cautious => DraftReader.Facts(Facts(FormReader.Of(_answers, new FieldErrors()), Answer.Yes));

    /// <returns>Null when an answer was not understood; what else is wrong is then still read.</returns>
    public DraftPlan? Draft(FieldErrors errors)
    {
        var kept = FormReader.Of(_answers, errors);
        if (this["drug"] is null)
            errors.Add("drug", TaperingText.T["ChooseTheMedicine"]);
        // A pill from elsewhere may hold anything: a dated plan stands on what it holds, so this answer is never guessed.
        if (this["supply"] is null && this["reason"] is null)
            errors.Add("supply", TaperingText.T["ChooseWhereYouGetItTheSafeNextStep"]);
        var regimen = new DraftRegimen
        {
            Morning = Mg("morning", kept),
            Midday = Mg("midday", kept),
            Evening = Mg("evening", kept),
            Bedtime = Mg("bedtime", kept),
            Other = [.. Others(kept)],
        };
        var facts = Facts(kept, Answer.Unknown);
        var pace = Pace(kept);
        var draft = new DraftPlan
        {
            Drug = this["drug"] ?? "",
            Regimen = regimen,
            StepPercent = pace?.Step,
            IntervalDays = pace?.Days,
            GoalMg = kept.OneOf("to", ["zero", "lower"]) is "zero" ? 0 : Goal(kept),
            Start = kept.Day("start"),
            Have = this["have"],
            Splitting = kept.OneOf("splitting", ["yes", "no"]) is not "no",
            NoLiquid = kept.OneOf("liquid", ["yes", "no", "unknown"]) is "no",
            AcceptLargeLastSteps = HasNoLiquid && this["choice"] is LargeLastSteps,
            Facts = facts,
        };
        return errors.Any ? null : draft;
    }

    private DraftFacts Facts(FormReader kept, Answer unsure)
    {
        var indication = IndicationOf(kept);
        var supply = kept.OneOf("supply", ["prescribed", "not-prescribed", "unknown"]);
        var opioid = kept.OneOf("opioid", ["yes", "no", "treatment", "unknown"]);
        return new DraftFacts
        {
            Indication = indication,
            Supply = supply switch
            {
                "prescribed" => Supply.Prescribed,
                "not-prescribed" => Supply.NotPrescribed,
                "unknown" => Supply.Unknown,
                _ => Supply.NotAsked,
            },
            DurationDays = Duration(kept),
            DaysPerWeek = kept.Number("days-per-week", 1, 7, "days"),
            Opioid = opioid is "treatment" ? Answer.Yes : AnswerOf(opioid),
            OpioidTreatment =
                opioid is "treatment" ? Answer.Yes
                : opioid is "no" ? Answer.No
                : Answer.Unknown,
            Alcohol = YesNo("alcohol"),
            SeizureHistory = YesNo("seizure"),
            SevereWithdrawal = YesNo("withdrawal"),
            Pregnant = YesNo("pregnant"),
            Breastfeeding = YesNo("nursing"),
            SleepApneaOrLungDisease = YesNo("breathing"),
            FallsOrConfusion = YesNo("falls"),
            SuicidalThoughts = YesNo("suicide"),
            SafetyCriticalDriving = YesNo("driving"),
            Medicines = this["other"] is "no" ? [] : MedicineList.Read(this["medicines"]),
            Age = kept.Number("age", 0, 120, "years"),
            // Nobody is in end-of-life care without knowing it.
            EndOfLifeCare = kept.OneOf("end-of-life", ["yes", "no"]) is "yes" ? Answer.Yes : Answer.Unknown,
            LiverDisease = YesNo("liver"),
            Ptsd = YesNo("ptsd"),
            BipolarOrPsychosis = YesNo("bipolar"),
        };

        Answer YesNo(string name) => AnswerOf(kept.OneOf(name, ["yes", "no", "unknown"]));

        Answer AnswerOf(string? word) =>
            word switch
            {
                "yes" => Answer.Yes,
                "no" => Answer.No,
                "unknown" => unsure,
                _ => Answer.Unknown,
            };
    }

    private static Indication IndicationOf(FormReader kept) =>
        kept.OneOf("for", [.. Indications.Select(i => i.Value)]) is { } said
        && Indications.FirstOrDefault(i => i.Value == said) is { } known
            ? known.Indication
            : Indication.NotAsked;

    /// <summary>What it can be taken for, in the order of the page.</summary>
    internal static IReadOnlyList<(string Value, Indication Indication, string Words)> Choosable =>
        [.. Indications.Select(i => (i.Value, i.Indication, i.Words))];

    private sealed record Reason(string Value, Indication Indication, string Words);

    private static readonly Reason[] Indications =
    [
        new("panic", Indication.Panic, "Panic"),
        new("anxiety", Indication.Anxiety, "Anxiety"),
        new("sleep", Indication.Sleep, "Sleep"),
        new("spasm", Indication.MuscleSpasm, "Muscle spasm"),
        new("seizures", Indication.Seizures, "Seizures"),
        new("movement", Indication.MovementDisorder, "Movement or REM sleep disorder"),
        new("spasticity", Indication.Spasticity, "Spasticity, such as from MS"),
        new("catatonia", Indication.Catatonia, "Catatonia"),
        new("alcohol", Indication.AlcoholWithdrawal, "Alcohol withdrawal"),
        new("other", Indication.Other, "Something else"),
        new("unknown", Indication.NotKnown, "Not sure"),
    ];
}
