using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Monitoring;

/// <summary>How often a person checks in.</summary>
public enum HowOften
{
    /// <summary>Daily for a fortnight after a cut, then twice a week.</summary>
    AsPlanned,
    Daily,
    TwiceAWeek,
    Weekly,
    NotAtAll,
}

/// <summary>How often a person is asked, as they or their care team chose. The newest choice stands.</summary>
[RecordOf(DataClass.CheckIns)]
public sealed class CheckInRhythm : IPatientRecord, IAppendOnly
{
    /// <summary>Days after a cut on which a check-in a day is planned. Program rule.</summary>
    public const int CloseDays = 14;

    private CheckInRhythm() { }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid EpisodeId { get; private set; }

    public HowOften HowOften { get; private set; }

    /// <summary>Always null: a later choice stands beside it.</summary>
    public Guid? AmendsId { get; private set; }

    public string? AmendmentReason { get; private set; }

    public DateTime RecordedAt { get; private set; }

    public Guid RecordedBy { get; private set; }

    /// <exception cref="RuleViolationException">The episode is closed.</exception>
    public static CheckInRhythm Choose(EpisodeOfCare episode, HowOften howOften, Entry entry)
    {
        entry = entry.Checked();
        if (!episode.IsOpen)
            throw new RuleViolationException("check-in.episode-closed");
        if (!Enum.IsDefined(howOften))
            throw new RuleViolationException("check-in.how-often");
        return new()
        {
            Id = entry.Id,
            PatientId = episode.PatientId,
            EpisodeId = episode.Id,
            HowOften = howOften,
            RecordedAt = entry.RecordedAt,
            RecordedBy = entry.RecordedBy,
        };
    }

    /// <summary>Stretches of days that the choice comes to, each with the days between two check-ins; none where none is
    /// expected.</summary>
    /// <param name="last">The last day that is looked at.</param>
    public static IEnumerable<(DateOnly From, int Every, DateOnly Last)> Stretches(
        HowOften howOften,
        LastCut lastCut,
        DateOnly today,
        DateOnly last
    )
    {
        if (EveryDays(howOften, lastCut, today) is not { } every)
            yield break;
        var turns = howOften is HowOften.AsPlanned && every == 1 ? lastCut.On!.Value.AddDays(CloseDays) : last.AddDays(1);
        if (turns > last)
            turns = last.AddDays(1);
        yield return (today, every, turns.AddDays(-1));
        if (turns <= last)
            yield return (turns, EveryDays(howOften, lastCut, turns)!.Value, last);
    }

    /// <summary>Days between two check-ins at the most; null where none is expected.</summary>
    /// <param name="lastCut">Null where it is not known.</param>
    public static int? EveryDays(HowOften howOften, LastCut lastCut, DateOnly today) =>
        howOften switch
        {
            HowOften.AsPlanned => lastCut.On is { } cut && today.DayNumber - cut.DayNumber is >= 0 and < CloseDays ? 1 : 4,
            HowOften.Daily => 1,
            HowOften.TwiceAWeek => 4,
            HowOften.Weekly => 7,
            HowOften.NotAtAll => null,
        };
}

/// <summary>The day of the last dose reduction; null where none was made or it is not known.</summary>
public readonly record struct LastCut(DateOnly? On)
{
    public static LastCut NotKnown => default;
}
