using Glidepath.Treatment.Patients;

namespace Glidepath.Treatment.Monitoring;

/// <summary>Whether the dose was taken as planned.</summary>
public enum DoseAnswer
{
    NotAsked,
    Yes,

    /// <summary>Less than planned.</summary>
    Partly,
    No,

    /// <summary>More than planned.</summary>
    Extra,
}

/// <summary>What happened since the last check-in.</summary>
public enum SinceLast
{
    Fall,
    EmergencyVisit,
    Alcohol,
    Opioid,
    ExtraDose,
    MedicineChange,

    /// <summary>New illness or pain, a loss, an exam, or travel.</summary>
    IllnessOrStrain,
    LowSupply,
    Pregnancy,

    /// <summary>Asked, and nothing of this happened. No answer at all is not this one.</summary>
    Nothing,
}

/// <summary>What was answered. Null and an empty list are "not answered", and never read as zero or no.</summary>
public sealed record CheckInAnswers
{
    public const int WorstFelt = 10,
        BestQuality = 4;

    private const int LongestNote = 300;

    public DoseAnswer Dose { get; init; }

    /// <summary>0 to 24.</summary>
    public decimal? SleepHours { get; init; }

    /// <summary>0 very bad to 4 very good.</summary>
    public int? SleepQuality { get; init; }

    /// <summary>0 none to 10 the worst.</summary>
    public int? Anxiety { get; init; }

    /// <summary>The wish to take more than planned: 0 none to 10 the strongest.</summary>
    public int? Craving { get; init; }

    /// <summary>By id of <see cref="Symptom"/>: 0 not at all to 4 as strong as it can be.</summary>
    public IReadOnlyDictionary<string, int> Symptoms { get; init; } = new Dictionary<string, int>();

    public string? Note { get; init; }

    public IReadOnlyList<SinceLast> Since { get; init; } = [];

    public IReadOnlyList<RedSign> Flags { get; init; } = [];

    /// <summary>The mean of the symptoms that were answered; null where fewer than half of them were.</summary>
    public decimal? Severity =>
        Symptoms.Count * 2 >= Symptom.All.Count ? decimal.Round((decimal)Symptoms.Values.Sum() / Symptoms.Count, 2) : null;

    /// <summary>Of each question the first answer there is, and everything that happened.</summary>
    /// <param name="newestFirst">In that order.</param>
    public static CheckInAnswers Together(IReadOnlyList<CheckInAnswers> newestFirst)
    {
        var since = newestFirst.SelectMany(a => a.Since).Distinct().ToList();
        if (since.Count > 1)
            since.Remove(SinceLast.Nothing);
        return new CheckInAnswers
        {
            Dose = newestFirst.Select(a => a.Dose).FirstOrDefault(d => d is not DoseAnswer.NotAsked),
            SleepHours = newestFirst.Select(a => a.SleepHours).FirstOrDefault(h => h is not null),
            SleepQuality = newestFirst.Select(a => a.SleepQuality).FirstOrDefault(q => q is not null),
            Anxiety = newestFirst.Select(a => a.Anxiety).FirstOrDefault(a => a is not null),
            Craving = newestFirst.Select(a => a.Craving).FirstOrDefault(c => c is not null),
            Symptoms = newestFirst.Select(a => a.Symptoms).FirstOrDefault(s => s.Count > 0) ?? new Dictionary<string, int>(),
            Note = newestFirst.Select(a => a.Note).FirstOrDefault(n => n is not null),
            Since = [.. since.Order()],
            Flags = [.. newestFirst.SelectMany(a => a.Flags).Distinct().Order()],
        };
    }

    /// <exception cref="RuleViolationException"><c>check-in.…</c></exception>
    public CheckInAnswers Checked()
    {
        Within(SleepHours, 24, "sleep-hours");
        Within(SleepQuality, BestQuality, "sleep-quality");
        Within(Anxiety, WorstFelt, "anxiety");
        Within(Craving, WorstFelt, "craving");
        foreach (var (id, strength) in Symptoms)
            if (Symptom.Find(id) is null)
                throw new RuleViolationException("check-in.symptom.unknown", ("given", id), ("accepted", Accepted));
            else
                Within(strength, Symptom.Strongest, "symptom.strength");
        // Of danger signs it says nothing: they stand in a list of their own, and are never refused over another answer.
        if (Since.Contains(SinceLast.Nothing) && Since.Count > 1)
            throw new RuleViolationException("check-in.since.nothing-and-more");
        if (!Since.All(Enum.IsDefined) || !Flags.All(Enum.IsDefined) || !Enum.IsDefined(Dose))
            throw new RuleViolationException("check-in.answer.unknown");
        var said = this with
        {
            Note = Recorded.Optional(Note, "check-in.note", LongestNote),
            Since = [.. Since.Distinct().Order()],
            Flags = [.. Flags.Distinct().Order()],
        };
        return said.IsEmpty ? throw new RuleViolationException("check-in.empty") : said;
    }

    private bool IsEmpty =>
        (Dose, SleepHours, SleepQuality, Anxiety, Craving, Note) is (DoseAnswer.NotAsked, null, null, null, null, null)
        && Symptoms.Count + Since.Count + Flags.Count == 0;

    private static string Accepted => string.Join(", ", Symptom.All.Select(s => s.Id));

    private static void Within(decimal? given, int most, string field)
    {
        if (given is < 0 || given > most)
            throw RuleViolationException.Of(
                $"check-in.{field}",
                Pharmacology.Units.Sentence.Of("check-in.out-of-range", ("given", given), ("most", most))
            );
    }
}
