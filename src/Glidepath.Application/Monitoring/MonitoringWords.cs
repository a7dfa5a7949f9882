using System.Globalization;
using Glidepath.Application.Shared;
using Glidepath.Treatment.Monitoring;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Monitoring;

/// <summary>A check-in in the words of staff, wherever it is shown.</summary>
internal static class MonitoringWords
{
    public static string InWords(this DoseAnswer dose) =>
        dose switch
        {
            DoseAnswer.NotAsked => T["DoseNotAsked"],
            DoseAnswer.Yes => T["DoseAsPlanned"],
            DoseAnswer.Partly => T["DoseLessThanPlanned"],
            DoseAnswer.No => T["DoseNotTaken"],
            DoseAnswer.Extra => T["DoseMoreThanPlanned"],
        };

    public static string InWords(this CheckInSource source) =>
        source switch
        {
            CheckInSource.Patient => T["CheckInByThePerson"],
            CheckInSource.Telephone => T["CheckInByTelephone"],
            CheckInSource.Paper => T["CheckInFromPaper"],
        };

    public static string InWords(this SinceLast what) =>
        what switch
        {
            SinceLast.Fall => T["SinceAFall"],
            SinceLast.EmergencyVisit => T["SinceAnEmergencyVisit"],
            SinceLast.Alcohol => T["SinceAlcohol"],
            SinceLast.Opioid => T["SinceAnOpioid"],
            SinceLast.ExtraDose => T["SinceAnExtraDose"],
            SinceLast.MedicineChange => T["SinceAMedicineChange"],
            SinceLast.IllnessOrStrain => T["SinceIllnessOrStrain"],
            SinceLast.LowSupply => T["SinceLowSupply"],
            SinceLast.Pregnancy => T["SincePregnancy"],
            SinceLast.Nothing => T["SinceNothing"],
        };

    public static string InWords(this HowOften howOften) =>
        howOften switch
        {
            HowOften.AsPlanned => T["OftenAsPlanned"],
            HowOften.Daily => T["OftenDaily"],
            HowOften.TwiceAWeek => T["OftenTwiceAWeek"],
            HowOften.Weekly => T["OftenWeekly"],
            HowOften.NotAtAll => T["OftenNotAtAll"],
        };

    public static string InWords(this RedSign flag) => Terms.Of(RedSigns.Row(flag).Title);

    public static string InWords(this SuggestionKind kind) =>
        kind switch
        {
            SuggestionKind.NotEnough => T["SuggestedNothing"],
            SuggestionKind.Proceed => T["SuggestedProceed"],
            SuggestionKind.Hold => T["SuggestedHold"],
            SuggestionKind.Call => T["SuggestedCall"],
            SuggestionKind.RedFlag => T["SuggestedRedFlag"],
        };

    /// <summary>What was told to have happened; that nothing did is none of it.</summary>
    public static IReadOnlyList<string> HappenedInWords(this CheckInAnswers answers) =>
        [.. answers.Since.Where(s => s is not SinceLast.Nothing).Select(InWords), .. answers.Flags.Select(InWords)];

    /// <summary>Where a rule is from, and whether a number in it is the program's own.</summary>
    public static string SourceInWords(this CourseRule rule)
    {
        if (rule.Source.Id is "program")
            return T["Program rule"];
        var source = rule.Place.Length == 0 ? rule.Source.Title : T["SourceAndPlace", rule.Source.Title, rule.Place];
        return rule.IsOwn ? T["SourceAndProgramRule", source] : source;
    }

    /// <summary>Null where the rule rests on no number.</summary>
    public static string? ValueInWords(this Fired fired) =>
        fired.Value is not { } value ? null
        : fired.Rule == CourseRules.C2 || fired.Rule == CourseRules.H4 ? T["OfTheLastSevenDays", Number(value)]
        : fired.Rule == CourseRules.C4 || fired.Rule == CourseRules.C4List ? T["SilentDaysWord", Number(value)]
        : fired.Rule == CourseRules.H2 ? T["HoldsWord", Number(value)]
        : fired.Rule == CourseRules.H8 ? T["StepsBackWord", Number(value)]
        : fired.Rule == CourseRules.H5 ? T["ScoreWord", fired.What, Number(value)]
        : T["SeverityOfFour", Number(value)];

    /// <summary>What was answered, part by part; what was not answered is left out.</summary>
    public static IReadOnlyList<string> Parts(this CheckInAnswers answers) =>
        [
            .. new[]
            {
                answers.Dose is DoseAnswer.NotAsked ? null : T["CheckInDose", answers.Dose.InWords()],
                answers.SleepHours is { } hours ? T["CheckInSleepHours", Number(hours)] : null,
                answers.SleepQuality is { } quality ? T["CheckInSleepQuality", quality] : null,
                answers.Anxiety is { } anxiety ? T["CheckInAnxiety", anxiety] : null,
                answers.Craving is { } craving ? T["CheckInCraving", craving] : null,
                answers.Symptoms.Count == 0 ? null : T["CheckInSymptoms", answers.Symptoms.InWords()],
                answers.Since.Count == 0 ? null : T["CheckInSince", string.Join(", ", answers.Since.Select(InWords))],
                answers.Flags.Count == 0 ? null : T["CheckInFlags", string.Join(", ", answers.Flags.Select(InWords))],
            }.OfType<string>(),
        ];

    /// <summary>The strongest first; those that are not there at all are only counted.</summary>
    private static string InWords(this IReadOnlyDictionary<string, int> symptoms)
    {
        var felt = Symptom
            .All.Where(s => symptoms.GetValueOrDefault(s.Id) > 0)
            .OrderByDescending(s => symptoms[s.Id])
            .Select(s => T["SymptomAndStrength", Terms.Of(s.Text), symptoms[s.Id]])
            .ToList();
        return felt.Count == 0 ? T["NoneOfThem"] : string.Join(", ", felt);
    }

    internal static string Number(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
