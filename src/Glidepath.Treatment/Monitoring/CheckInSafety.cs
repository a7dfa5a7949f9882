using Glidepath.Pharmacology.Safety;
using Glidepath.Treatment.Patients;

namespace Glidepath.Treatment.Monitoring;

/// <summary>What a check-in tells the history of safety, where a clinician closes it and nothing else does.</summary>
public static class CheckInSafety
{
    /// <summary>Rule C1 of the program: a call the same day. The words are those that staff read.</summary>
    private static readonly Dictionary<SinceLast, string> CallToday = new()
    {
        [SinceLast.Fall] = "A fall",
        [SinceLast.EmergencyVisit] = "A visit to an emergency room",
        [SinceLast.Alcohol] = "Alcohol",
        [SinceLast.Opioid] = "An opioid, new or not prescribed",
        [SinceLast.ExtraDose] = "An extra dose",
    };

    public static bool CallsToday(SinceLast what) => CallToday.ContainsKey(what);

    /// <summary>The lead of the safety panel: <see cref="SafetyTold.Said"/> is in the words of staff.</summary>
    public static IEnumerable<SafetyTold> Told(CheckInAnswers answers)
    {
        foreach (var flag in answers.Flags)
        {
            // Thoughts of suicide have a safety step, which comes before everything else.
            yield return flag is RedSign.ThoughtsOfSuicide
                ? Yes(SafetyConcern.Suicide, SafetyGrade.High)
                : Yes(SafetyConcern.DangerSign, SafetyGrade.High, RedSigns.Row(flag).Title);
            if (flag is RedSign.NewlyPregnant)
                yield return Yes(SafetyConcern.Pregnancy, SafetyGrade.High);
            if (flag is RedSign.NoSupply)
                yield return Yes(SafetyConcern.OutOfMedicine, SafetyGrade.High);
        }
        if (answers.Dose is DoseAnswer.Extra && !answers.Since.Contains(SinceLast.ExtraDose))
            yield return Yes(SafetyConcern.CallToday, SafetyGrade.Middle, CallToday[SinceLast.ExtraDose]);
        foreach (var what in answers.Since)
        {
            if (CallToday.TryGetValue(what, out var words))
                yield return Yes(SafetyConcern.CallToday, SafetyGrade.Middle, words);
            if (what is SinceLast.LowSupply && !answers.Flags.Contains(RedSign.NoSupply))
                yield return Yes(SafetyConcern.OutOfMedicine, SafetyGrade.Middle);
            if (what is SinceLast.Pregnancy && !answers.Flags.Contains(RedSign.NewlyPregnant))
            {
                yield return Yes(SafetyConcern.Pregnancy, SafetyGrade.High);
                // Newly told is newly known, whichever of the two was tapped.
                yield return Yes(SafetyConcern.DangerSign, SafetyGrade.High, RedSigns.Row(RedSign.NewlyPregnant).Title);
            }
            if (what is SinceLast.Alcohol)
                yield return Yes(SafetyConcern.Alcohol, SafetyGrade.Middle);
            if (what is SinceLast.Opioid)
                yield return Yes(SafetyConcern.Opioids, SafetyGrade.Middle);
        }
    }

    /// <summary>The red flags of a check-in, those included that another tile tells.</summary>
    public static IReadOnlyList<RedSign> FlagsOf(CheckInAnswers answers) =>
        [
            .. answers
                .Flags.Concat(answers.Since.Contains(SinceLast.Pregnancy) ? [RedSign.NewlyPregnant] : Array.Empty<RedSign>())
                .Distinct()
                .Order(),
        ];

    private static SafetyTold Yes(SafetyConcern concern, SafetyGrade grade, string? said = null) =>
        new(concern, CheckIn.From, Answer.Yes, grade, said);
}
