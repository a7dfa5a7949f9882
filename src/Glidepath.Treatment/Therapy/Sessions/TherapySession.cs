using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Therapy;

/// <param name="On">The day of a check-in; null where it comes from none.</param>
public sealed record AgendaItem(Guid Id, string Text, int? Minutes, AgendaSource Source, DateOnly? On = null);

/// <param name="AppointmentId">The visit that was planned for it; null for none.</param>
public sealed record SessionAsked(TherapyModality Modality, SessionWay Way, int Minutes, Guid? AppointmentId = null);

/// <summary>
/// One session: when, what is done in it, how long, and what is talked about (42 CFR 2.11 keeps none of these in counseling notes).
/// </summary>
[RecordOf(DataClass.TherapyWork)]
public sealed class TherapySession : IPatientRecord, IVersioned
{
    public const int MostItems = 12,
        LeastMinutes = 5,
        MostMinutes = 480;

    private TherapySession() { }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid EpisodeId { get; private set; }

    public Guid Version { get; private set; }

    public Guid? AppointmentId { get; private set; }

    public TherapyModality Modality { get; private set; }

    public SessionWay Way { get; private set; }

    public int Minutes { get; private set; }

    /// <summary>Among those of its modality in one episode of care, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Read <see cref="Agenda"/>.</summary>
    [Encrypted]
    public string AgendaJson { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime StartedAt { get; private set; }

    public Guid RecordedBy { get; private set; }

    /// <summary>UTC; null while it goes on.</summary>
    public DateTime? EndedAt { get; private set; }

    public IReadOnlyList<AgendaItem> Agenda => Recorded.Read<AgendaItem[]>(AgendaJson, []);

    public bool IsOpen => EndedAt is null;

    /// <param name="before">All sessions of the episode.</param>
    /// <param name="agenda">What the record offers; more than fits is left out.</param>
    /// <exception cref="RuleViolationException"><c>session.…</c>: another goes on, care has ended, or the minutes cannot be.</exception>
    public static TherapySession Start(
        Guid id,
        EpisodeOfCare episode,
        SessionAsked asked,
        IReadOnlyCollection<TherapySession> before,
        IEnumerable<AgendaItem> agenda,
        DateTime at,
        Guid by
    )
    {
        if (!episode.IsOpen)
            throw new RuleViolationException("session.episode-closed");
        if (before.Any(s => s.IsOpen))
            throw new RuleViolationException("session.open");
        return new TherapySession
        {
            Id = id,
            PatientId = episode.PatientId,
            EpisodeId = episode.Id,
            AppointmentId = asked.AppointmentId,
            Modality = asked.Modality,
            Way = asked.Way,
            Minutes = Checked(asked.Minutes),
            Number = before.Count(s => s.Modality == asked.Modality) + 1,
            AgendaJson = Recorded.Json(agenda.Take(MostItems)),
            StartedAt = Recorded.Utc(at),
            RecordedBy = by,
        };
    }

    /// <exception cref="RuleViolationException"><c>session.minutes</c></exception>
    internal static int Checked(int minutes) =>
        minutes is >= LeastMinutes and <= MostMinutes
            ? minutes
            : throw new RuleViolationException("session.minutes", ("given", minutes), ("least", LeastMinutes), ("most", MostMinutes));

    /// <exception cref="RuleViolationException"><c>session.ended</c>, <c>agenda.…</c></exception>
    public void Add(Guid id, string? text, int? minutes)
    {
        RequireOpen();
        if (Agenda.Count >= MostItems)
            throw new RuleViolationException("agenda.most", ("most", MostItems));
        if (minutes is < 1 or > MostMinutes)
            throw new RuleViolationException("agenda.minutes", ("most", MostMinutes));
        var words = Recorded.Optional(text, "agenda.text") ?? throw new RuleViolationException("agenda.text.missing");
        AgendaJson = Recorded.Json(Agenda.Append(new AgendaItem(id, words, minutes, AgendaSource.Typed)));
    }

    /// <summary>What is not talked about this time. Taken off twice, it is off.</summary>
    /// <exception cref="RuleViolationException"><c>session.ended</c></exception>
    public void TakeOff(Guid id)
    {
        RequireOpen();
        AgendaJson = Recorded.Json(Agenda.Where(i => i.Id != id));
    }

    /// <exception cref="RuleViolationException"><c>session.ended</c></exception>
    public void End(DateTime at)
    {
        RequireOpen();
        EndedAt = Recorded.Utc(at);
    }

    private void RequireOpen()
    {
        if (!IsOpen)
            throw new RuleViolationException("session.ended");
    }
}
