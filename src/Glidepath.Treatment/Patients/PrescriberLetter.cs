using System.Globalization;
using System.Text;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Treatment.Patients;

/// <summary>
/// A letter from the person to the prescriber, made of what the person said. It says nothing that was not asked, names no diagnosis and
/// asks for no dose.
/// </summary>
public static class PrescriberLetter
{
    /// <summary>What the person may not want in it. The medicine itself stays: it is what the letter is about.</summary>
    public static IReadOnlyList<LetterPart> MayBeLeftOut { get; } =
    [
        new("How much I take", "medicine.regimen"),
        new("How long I have taken it", "pattern.months"),
        new("Seizures", "seizures.ever"),
        new("Earlier attempts", "attempts.any"),
        new("How I feel after a missed dose", "missed.symptoms"),
        new("Pregnancy", "pregnancy.pregnant"),
        new("Opioids", "opioids.any"),
        new("Alcohol", "alcohol.any"),
        new("Other medicines", "medicine.others"),
    ];

    /// <param name="answers">Of the intake, by question id. What is not given is left out.</param>
    /// <param name="leaveOut">Question ids that the person does not want in the letter.</param>
    /// <param name="clockIn">Where the person takes the doses, if the clock there is another than the program's.</param>
    /// <param name="draft">A plan that was talked over; nobody approved it, and the letter says so.</param>
    public static string Write(
        string from,
        PrescribedPathway pathway,
        IReadOnlyDictionary<string, IntakeAnswer> answers,
        DateOnly on,
        IReadOnlySet<string>? leaveOut = null,
        string? clockIn = null,
        LetterDraft? draft = null
    )
    {
        if (leaveOut is not null)
            answers = answers.Where(a => !leaveOut.Contains(a.Key)).ToDictionary();
        var letter = new StringBuilder();
        letter.AppendLine(on.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture)).AppendLine();
        letter.AppendLine(pathway.PrescriberName is { } name ? $"Dear {name}," : "To my prescriber,").AppendLine();
        Paragraph(Opening(pathway, answers, clockIn));
        Paragraph([
            "I would like to talk with you about cutting down slowly.",
            "I do not want to stop all at once. I know that this can be dangerous.",
            "Please do not stop my prescription while we plan.",
        ]);
        Paragraph(Known(answers));
        Paragraph(Planned(draft));
        Paragraph(["Here is what would help me:"]);
        foreach (var wish in Wishes())
            letter.AppendLine(CultureInfo.InvariantCulture, $"- {wish}");
        letter.AppendLine();
        Paragraph([
            "My body may have grown used to this medicine. That can happen to anyone who takes it for more than a few weeks. I "
                + "hope that we can plan this together.",
            "Thank you for reading this.",
        ]);
        letter.AppendLine(from);
        return letter.ToString();

        void Paragraph(IReadOnlyList<string> sentences)
        {
            if (sentences.Count > 0)
                letter.AppendLine(string.Join(" ", sentences)).AppendLine();
        }
    }

    private static IReadOnlyList<string> Opening(
        PrescribedPathway pathway,
        IReadOnlyDictionary<string, IntakeAnswer> answers,
        string? clockIn
    )
    {
        var said = Given(answers, "medicine.drug") is { } word and not "other" ? word : Given(answers, "medicine.other-drug");
        var drug = said ?? (pathway.Prescriptions is [var first, ..] ? first.Drug : null);
        var sentences = new List<string>
        {
            drug is null
                ? "I am writing about a medicine that you prescribe for me."
                : $"I am writing about the {drug} that you prescribe for me.",
        };
        if (Given(answers, "medicine.regimen") is { } regimen)
            sentences.Add(clockIn is null ? $"I take {regimen}." : $"I take {regimen} (times in {clockIn}).");
        if (Given(answers, "pattern.months") is { } months)
            sentences.Add($"I have taken it for {Time(decimal.Parse(months, CultureInfo.InvariantCulture))}.");
        return sentences;
    }

    private static IReadOnlyList<string> Known(IReadOnlyDictionary<string, IntakeAnswer> answers)
    {
        var sentences = new List<string>();
        Say("seizures.ever", "yes", "I have had a seizure in the past.");
        Say("attempts.any", "yes", "I have tried to cut down before.");
        Say("missed.symptoms", "mild", "I feel a little unwell when I miss a dose.");
        Say("missed.symptoms", "strong", "I feel very unwell when I miss a dose.");
        Say("pregnancy.pregnant", "yes", "I am pregnant.");
        Say("opioids.any", "yes", "I also take an opioid.");
        Say("alcohol.any", "yes", "I drink alcohol.");
        if (Given(answers, "medicine.others") is { } others)
            sentences.Add($"I also take: {others}.");
        return sentences.Count == 0 ? sentences : ["You should know:", .. sentences];

        void Say(string id, string value, string sentence)
        {
            if (Given(answers, id) == value)
                sentences.Add(sentence);
        }
    }

    private static IReadOnlyList<string> Planned(LetterDraft? draft)
    {
        if (draft is null)
            return [];
        var sentences = new List<string>
        {
            "DRAFT, NOT APPROVED: my care team and I talked over a first plan.",
            draft.ChangeFrom is { } before
                ? $"I take {before} now. The plan changes it to {draft.Drug}, {SafeNumber.Write(draft.DailyMg)} mg a day, and goes down from there."
                : $"Dose now: {draft.Drug}, {SafeNumber.Write(draft.DailyMg)} mg a day.",
            $"Pace: {draft.Cuts} {(draft.Cuts == 1 ? "cut" : "cuts")} over about {draft.Weeks} {(draft.Weeks == 1 ? "week" : "weeks")}, each "
                + $"at most {SafeNumber.Write(decimal.Round(draft.LargestPercent, 1))} percent of the dose at that time.",
            "I do not change my dose by this draft. Please tell me what you think of it.",
        };
        return sentences;
    }

    private static IReadOnlyList<string> Wishes() =>
        [
            "small cuts, with time between them",
            "to pause or go slower when I feel unwell",
            "to see or call you after each cut",
            "help for what the medicine was for",
        ];

    private static string Time(decimal months) =>
        months switch
        {
            < 1 => "less than a month",
            1 => "a month",
            < 24 => $"about {decimal.Round(months):0} months",
            _ => $"about {decimal.Floor(months / 12):0} years",
        };

    private static string? Given(IReadOnlyDictionary<string, IntakeAnswer> answers, string id) =>
        answers.TryGetValue(id, out var answer) && answer.State is AnswerState.Given ? answer.Value : null;
}

/// <summary>What a letter says of a draft.</summary>
/// <param name="ChangeFrom">The medicine that is taken now, where the plan changes it first.</param>
/// <param name="DailyMg">Of <paramref name="Drug"/>, before the first cut.</param>
/// <param name="LargestPercent">Of the dose at that time.</param>
public sealed record LetterDraft(string Drug, decimal DailyMg, string? ChangeFrom, int Cuts, int Weeks, decimal LargestPercent);

/// <param name="Id">Of the question at intake.</param>
public sealed record LetterPart(string Words, string Id);
