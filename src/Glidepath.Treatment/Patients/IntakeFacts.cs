using System.Globalization;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Treatment.Patients;

/// <summary>What an intake tells the engine. Not asked, not known and not said all stay unknown: none is read as no.</summary>
public sealed class IntakeFacts(IReadOnlyDictionary<string, IntakeAnswer> answers)
{
    /// <summary>Days the engine's rules read a month as (30) and three months as (90).</summary>
    private const int DaysInMonth = 30;

    public static IntakeFacts Of(IReadOnlyCollection<IntakeSection> sections) => new(IntakeReview.Together(sections));

    /// <summary>Null when not known or not in the engine's table.</summary>
    public Benzodiazepine? Drug => Value("medicine.drug") is { } name ? BenzodiazepineTable.Find(name) : null;

    public Regimen? Regimen => Value("medicine.regimen") is { } text ? Regimen.Read(text, out _) : null;

    /// <summary>In mg a day: from the lowest to the highest day that was told, and the regimen. Null when nothing was.</summary>
    public Interval? DailyMg
    {
        get
        {
            decimal?[] told = [Regimen?.DailyDose.Milligrams, Number("medicine.lowest-mg"), Number("medicine.highest-mg")];
            var known = told.OfType<decimal>().ToList();
            return known.Count == 0 ? null : new Interval(known.Min(), known.Max());
        }
    }

    public PatientFacts ToPatientFacts(int? age) =>
        new()
        {
            Age = age,
            Pregnant = Value("pregnancy.pregnant") switch
            {
                "yes" or "couldBe" => Answer.Yes,
                "no" or "doesNotApply" => Answer.No,
                _ => Answer.Unknown,
            },
            SeizureHistory = Is("seizures.ever"),
            SevereWithdrawal = Either("attempts.severe", "seizures.in-withdrawal"),
            Opioid = Is("opioids.any"),
            OpioidTreatment = Is("opioids.treatment"),
            Alcohol = Is("alcohol.any"),
            BipolarOrPsychosis = Either("mental.bipolar", "mental.psychosis"),
            Ptsd = Is("mental.ptsd"),
            LiverDisease = Is("physical.liver"),
            EndOfLifeCare = Is("physical.end-of-life"),
            SleepApneaOrLungDisease = Is("physical.breathing"),
            // A fall was asked about, confusion was not: no fall is not a no to both.
            FallsOrConfusion = Is("physical.falls") is Answer.Yes ? Answer.Yes : Answer.Unknown,
            SuicidalThoughts = Is("mental.suicide"),
            Breastfeeding = Is("pregnancy.breastfeeding"),
            SafetyCriticalDriving = Is("home.work"),
            DurationDays = Number("pattern.months") is { } months ? (int)(months * DaysInMonth) : null,
            DaysPerWeek = (int?)Number("pattern.days-per-week"),
            Supply = Supply(),
            Medicines = MedicineList.Read(Value("medicine.others")),
        };

    public Answer Is(string id) =>
        Value(id) switch
        {
            "yes" => Answer.Yes,
            "no" => Answer.No,
            _ => Answer.Unknown,
        };

    public string? Value(string id) =>
        answers.TryGetValue(id, out var answer) && answer.State is AnswerState.Given && Applies(id) ? answer.Value : null;

    private bool Applies(string id) => IntakeQuestions.Find(id)?.AppliesTo(answers) ?? false;

    private Supply Supply() =>
        answers.GetValueOrDefault("medicine.supply", IntakeAnswer.NotAsked) switch
        {
            { State: AnswerState.NotAsked } => Pharmacology.Safety.Supply.NotAsked,
            { State: AnswerState.Given, Value: "prescribed" } => Pharmacology.Safety.Supply.Prescribed,
            { State: AnswerState.Given } => Pharmacology.Safety.Supply.NotPrescribed,
            _ => Pharmacology.Safety.Supply.Unknown,
        };

    /// <summary>Yes when either is; no only when neither can be.</summary>
    private Answer Either(string one, string other) =>
        (Asked(one), Asked(other)) switch
        {
            (Answer.Yes, _) or (_, Answer.Yes) => Answer.Yes,
            (Answer.No, Answer.No) => Answer.No,
            _ => Answer.Unknown,
        };

    /// <summary>A question that does not apply is answered no: no seizure at all is none in withdrawal.</summary>
    private Answer Asked(string id) =>
        Applies(id) ? Is(id)
        : IntakeQuestions.Find(id)!.OnlyWhen is { } condition && Is(condition.Id) is Answer.No ? Answer.No
        : Answer.Unknown;

    private decimal? Number(string id) =>
        Value(id) is { } text ? decimal.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) : null;
}
