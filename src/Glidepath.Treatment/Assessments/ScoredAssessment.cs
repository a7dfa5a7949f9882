using System.Globalization;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Assessments;

/// <summary>One filled-in instrument, as it was scored then. Written once; a correction is a new entry.</summary>
[RecordOf(DataClass.Assessments)]
public sealed class ScoredAssessment : IPatientRecord, IAppendOnly
{
    private ScoredAssessment() { }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid EpisodeId { get; private set; }

    public string InstrumentId { get; private set; } = "";

    public int InstrumentVersion { get; private set; }

    public string Language { get; private set; } = "en";

    /// <summary>The day that it speaks of.</summary>
    public DateOnly On { get; private set; }

    public AnsweredBy AnsweredBy { get; private set; }

    /// <summary>Read <see cref="Answers"/>.</summary>
    [Encrypted]
    public string AnswersJson { get; private set; } = "";

    /// <summary>The score in digits; read <see cref="Total"/>.</summary>
    [Encrypted]
    public string? TotalText { get; private set; }

    [Encrypted]
    public string? BandName { get; private set; }

    /// <summary>Item ids, with a comma between.</summary>
    [Encrypted]
    public string? MissingItems { get; private set; }

    public bool IsProrated { get; private set; }

    /// <summary>The safety step that an answer opened; null where none did.</summary>
    public Guid? SafetyStepId { get; private set; }

    public Guid? AmendsId { get; private set; }

    [Encrypted]
    public string? AmendmentReason { get; private set; }

    public DateTime RecordedAt { get; private set; }

    public Guid RecordedBy { get; private set; }

    public IReadOnlyDictionary<string, int> Answers => Recorded.Read<Dictionary<string, int>>(AnswersJson, []);

    /// <summary>Null when too little was answered for a score.</summary>
    public int? Total => TotalText is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    public IReadOnlyList<string> Missing => MissingItems?.Split(", ") ?? [];

    /// <param name="safety">The step that these answers opened. Required where an answer opens one: for staff it must let go on.</param>
    /// <exception cref="RuleViolationException">An answer is not of the instrument; the step is missing, is another person's, or has no
    /// recorded action yet.</exception>
    public static ScoredAssessment Complete(
        EpisodeOfCare episode,
        Instrument instrument,
        IReadOnlyDictionary<string, int> answers,
        DateOnly on,
        AnsweredBy answeredBy,
        Entry entry,
        SafetyStep? safety = null
    )
    {
        entry = entry.Checked();
        var score = Score.Of(instrument, answers);
        if (answers.Count == 0)
            throw new RuleViolationException("assessment.complete.empty");
        if (Score.SafetyAnswers(instrument, answers).Count > 0)
            SafetyStep.MustLetGoOn(safety, episode.PatientId, answeredBy, entry.AmendsId is not null);
        return new ScoredAssessment
        {
            Id = entry.Id,
            PatientId = episode.PatientId,
            EpisodeId = episode.Id,
            InstrumentId = instrument.Id,
            InstrumentVersion = instrument.Version,
            Language = instrument.Language,
            On = on,
            AnsweredBy = answeredBy,
            AnswersJson = Recorded.Json(answers),
            TotalText = score.Total?.ToString(CultureInfo.InvariantCulture),
            BandName = score.Band?.Name,
            MissingItems = score.Missing.Count == 0 ? null : string.Join(", ", score.Missing),
            IsProrated = score.IsProrated,
            SafetyStepId = safety?.Id,
            AmendsId = entry.AmendsId,
            AmendmentReason = entry.AmendmentReason,
            RecordedAt = entry.RecordedAt,
            RecordedBy = entry.RecordedBy,
        };
    }
}
