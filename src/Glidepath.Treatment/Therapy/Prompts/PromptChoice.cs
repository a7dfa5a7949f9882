using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Therapy;

/// <summary>How many questions at random times a person wants in a day, from then on. Without them a log only tells when someone logs.</summary>
[RecordOf(DataClass.TherapyWork)]
public sealed class PromptChoice : IPatientRecord, IAppendOnly
{
    public const int MostADay = 3;

    private PromptChoice() { }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid EpisodeId { get; private set; }

    /// <summary>0 for none.</summary>
    public int PerDay { get; private set; }

    public Guid? AmendsId { get; private set; }

    public string? AmendmentReason { get; private set; }

    public DateTime RecordedAt { get; private set; }

    public Guid RecordedBy { get; private set; }

    /// <exception cref="RuleViolationException"><c>prompts.per-day</c></exception>
    public static PromptChoice Choose(EpisodeOfCare episode, int perDay, Entry entry)
    {
        entry = entry.Checked();
        if (perDay is < 0 or > MostADay)
            throw new RuleViolationException("prompts.per-day", ("most", MostADay));
        return new PromptChoice
        {
            Id = entry.Id,
            PatientId = episode.PatientId,
            EpisodeId = episode.Id,
            PerDay = perDay,
            RecordedAt = entry.RecordedAt,
            RecordedBy = entry.RecordedBy,
        };
    }
}
