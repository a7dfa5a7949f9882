using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Patients;

/// <summary>What was said and given when somebody leaves against advice.</summary>
/// <param name="Said">What the person said, and what they were told, of withdrawal and seizures among it.</param>
/// <param name="Supply">What medicine they took along, and to what day it lasts; or that there is none, and what happens today.</param>
/// <param name="HasNumbers">They have the numbers to call on paper or in the phone.</param>
/// <param name="Naloxone">Given along, offered and not wanted, or not needed.</param>
/// <param name="ToldTo">Who else was told, with the person's word; null for nobody.</param>
public sealed record AdviceWords(string Said, string Supply, bool HasNumbers, string Naloxone, string? ToldTo = null);

/// <summary>That somebody left against advice: what was said on both sides, and what they took along. It judges nobody.</summary>
[RecordOf(DataClass.Progress)]
public sealed class AdviceRecord : IPatientRecord, IAppendOnly
{
    private AdviceRecord() { }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid StayId { get; private set; }

    /// <summary>Read <see cref="Words"/>.</summary>
    [Encrypted]
    public string WordsJson { get; private set; } = "";

    public Guid? AmendsId => null;

    public string? AmendmentReason => null;

    /// <summary>UTC.</summary>
    public DateTime RecordedAt { get; private set; }

    public Guid RecordedBy { get; private set; }

    public AdviceWords Words => Recorded.Read(WordsJson, new AdviceWords("", "", false, ""));

    internal static AdviceRecord Of(Stay stay, AdviceWords words, Entry by) =>
        new()
        {
            Id = by.Id,
            PatientId = stay.PatientId,
            StayId = stay.Id,
            WordsJson = Recorded.Json(Checked(words)),
            RecordedAt = Recorded.Utc(by.RecordedAt),
            RecordedBy = by.RecordedBy,
        };

    private static AdviceWords Checked(AdviceWords words) =>
        !words.HasNumbers
            ? throw new RuleViolationException("stay.leaving.numbers")
            : words with
            {
                Said = Recorded.Required(words.Said, "stay.leaving.said", 2_000),
                Supply = Recorded.Required(words.Supply, "stay.leaving.supply", 1_000),
                Naloxone = Recorded.Required(words.Naloxone, "stay.leaving.naloxone"),
                ToldTo = Recorded.Optional(words.ToldTo, "stay.leaving.told-to"),
            };
}
