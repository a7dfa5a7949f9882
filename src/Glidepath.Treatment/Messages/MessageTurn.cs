using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Messages;

public enum MessageState
{
    /// <summary>Nobody on the team has it.</summary>
    Waiting,

    /// <summary>Someone read it and answers.</summary>
    Claimed,

    /// <summary>By a message.</summary>
    Answered,

    /// <summary>Without a message, with what was done.</summary>
    Closed,
}

public enum MessageAct
{
    /// <summary>The patient wrote more.</summary>
    Add,
    Claim,

    /// <summary>Back to the whole team.</summary>
    HandBack,
    Answer,
    Close,
}

/// <summary>What is asked for where nobody answered in time.</summary>
public enum MessageReminder
{
    Task,
    Alert,
}

/// <summary>
/// The team's turn to write: it begins with a message of the patient, takes in what they write until then, and ends with an answer or with
/// what was done instead. Of a person there is one that is open. When something is due of it stands in it.
/// </summary>
[RecordOf(DataClass.Messages)]
public sealed class MessageTurn : IPatientRecord, IVersioned
{
    private const int LongestNote = 1_000;

    /// <summary>What may be done in which state, and what comes of it. Nothing else may.</summary>
    private static readonly Dictionary<(MessageState, MessageAct), MessageState> Table = new()
    {
        [(MessageState.Waiting, MessageAct.Add)] = MessageState.Waiting,
        [(MessageState.Waiting, MessageAct.Claim)] = MessageState.Claimed,
        [(MessageState.Waiting, MessageAct.Answer)] = MessageState.Answered,
        [(MessageState.Waiting, MessageAct.Close)] = MessageState.Closed,
        [(MessageState.Claimed, MessageAct.Add)] = MessageState.Claimed,
        [(MessageState.Claimed, MessageAct.HandBack)] = MessageState.Waiting,
        [(MessageState.Claimed, MessageAct.Answer)] = MessageState.Answered,
        [(MessageState.Claimed, MessageAct.Close)] = MessageState.Closed,
    };

    private MessageTurn() { }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid EpisodeId { get; private set; }

    public Guid Version { get; private set; }

    public MessageState State { get; private set; }

    /// <summary>UTC. When the patient wrote first.</summary>
    public DateTime OpenedAt { get; private set; }

    /// <summary>The patient's account.</summary>
    public Guid OpenedBy { get; private set; }

    /// <summary>UTC. When the patient wrote last.</summary>
    public DateTime LastAt { get; private set; }

    /// <summary>UTC. By when someone reads it, as the patient was told.</summary>
    public DateTime PromisedFor { get; private set; }

    /// <summary>UTC. One more working day later, when it becomes an alert.</summary>
    public DateTime AlertsAt { get; private set; }

    /// <summary>UTC. When the next reminder is due; null where none is left.</summary>
    public DateTime? NextAt { get; private set; }

    /// <summary>Who has it; null unless it is claimed.</summary>
    public Guid? ClaimedBy { get; private set; }

    /// <summary>UTC. When someone on the team had it before them first. Handed back, it was read all the same.</summary>
    public DateTime? ReadAt { get; private set; }

    public Guid? ReadBy { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public Guid? EndedBy { get; private set; }

    /// <summary>What was done in place of an answer. The patient reads it.</summary>
    [Encrypted]
    public string? Done { get; private set; }

    /// <summary>Read <see cref="Steps"/>.</summary>
    [Encrypted]
    public string StepsJson { get; private set; } = "";

    /// <summary>What staff did with it, the oldest first.</summary>
    public IReadOnlyList<MessageStep> Steps => Recorded.Read<MessageStep[]>(StepsJson, []);

    public bool IsOpen => State is MessageState.Waiting or MessageState.Claimed;

    public bool IsLateAt(DateTime now) => IsOpen && PromisedFor <= now;

    /// <param name="hours">Of the program, as they are now: what was promised stays.</param>
    /// <param name="zone">Where the program is.</param>
    public static MessageTurn Open(EpisodeOfCare episode, ReadingHours hours, TimeZoneInfo zone, Entry entry)
    {
        entry = entry.Checked();
        var promised = hours.EndOfNext(entry.RecordedAt, zone);
        return new()
        {
            Id = entry.Id,
            PatientId = episode.PatientId,
            EpisodeId = episode.Id,
            OpenedAt = entry.RecordedAt,
            OpenedBy = entry.RecordedBy,
            LastAt = entry.RecordedAt,
            PromisedFor = promised,
            AlertsAt = hours.EndOfNext(promised, zone),
            NextAt = promised,
        };
    }

    /// <summary>The patient wrote more before anybody answered: what was promised first holds.</summary>
    /// <exception cref="RuleViolationException"><c>message.ended</c></exception>
    public void Add(DateTime at)
    {
        State = After(MessageAct.Add);
        LastAt = Recorded.Utc(at);
    }

    /// <exception cref="RuleViolationException"><c>message.ended</c>, <c>message.claimed</c></exception>
    public void Claim(DateTime at, Guid by)
    {
        State = After(MessageAct.Claim);
        ClaimedBy = by;
        Note(MessageAct.Claim, at, by);
    }

    /// <summary>By whoever has it, or by another of the team where that person is away.</summary>
    /// <exception cref="RuleViolationException"><c>message.ended</c>, <c>message.not-claimed</c></exception>
    public void HandBack(DateTime at, Guid by)
    {
        State = After(MessageAct.HandBack);
        ClaimedBy = null;
        Note(MessageAct.HandBack, at, by);
    }

    /// <exception cref="RuleViolationException"><c>message.ended</c>, <c>message.claimed</c>: someone else has it.</exception>
    public void Answer(DateTime at, Guid by) => End(MessageAct.Answer, at, by);

    /// <exception cref="RuleViolationException"><c>message.ended</c>, <c>message.claimed</c>, <c>message.done.…</c></exception>
    public void Close(string? done, DateTime at, Guid by)
    {
        var note = Recorded.Required(done, "message.done", LongestNote);
        End(MessageAct.Close, at, by);
        Done = note;
    }

    /// <summary>Ends here without a word, and waits in another record of the person, with what was promised and what was asked for
    /// already.</summary>
    /// <exception cref="RuleViolationException"><c>message.ended</c></exception>
    public MessageTurn GoOn(Guid id, EpisodeOfCare episode, DateTime at, Guid by)
    {
        var next = new MessageTurn
        {
            Id = id,
            PatientId = episode.PatientId,
            EpisodeId = episode.Id,
            OpenedAt = OpenedAt,
            OpenedBy = OpenedBy,
            LastAt = LastAt,
            PromisedFor = PromisedFor,
            AlertsAt = AlertsAt,
            NextAt = NextAt,
            ReadAt = ReadAt,
            ReadBy = ReadBy,
        };
        (State, ClaimedBy, NextAt) = (After(MessageAct.Close), null, null);
        (EndedAt, EndedBy) = (Recorded.Utc(at), by);
        return next;
    }

    /// <summary>Another turn of the person came here: what was promised first holds, with what was asked for because of it
    /// already.</summary>
    public void TakeIn(MessageTurn other)
    {
        if (other.PromisedFor < PromisedFor)
            (OpenedAt, OpenedBy, PromisedFor, AlertsAt, NextAt) = (
                other.OpenedAt,
                other.OpenedBy,
                other.PromisedFor,
                other.AlertsAt,
                other.NextAt
            );
        if (other.LastAt > LastAt)
            LastAt = other.LastAt;
    }

    /// <summary>A reminder is taken: each is asked for once.</summary>
    /// <exception cref="InvalidOperationException">None is due.</exception>
    public MessageReminder Remind(DateTime at)
    {
        if (NextAt is not { } due || due > at)
            throw new InvalidOperationException("No reminder is due.");
        var reminder = due < AlertsAt ? MessageReminder.Task : MessageReminder.Alert;
        NextAt = reminder is MessageReminder.Task ? AlertsAt : null;
        return reminder;
    }

    private void End(MessageAct act, DateTime at, Guid by)
    {
        var state = After(act);
        if (ClaimedBy is { } holder && holder != by)
            throw new RuleViolationException("message.claimed");
        (State, ClaimedBy, NextAt) = (state, null, null);
        (EndedAt, EndedBy) = (Recorded.Utc(at), by);
        Note(act, at, by);
    }

    private MessageState After(MessageAct act) =>
        Table.TryGetValue((State, act), out var next) ? next
        : !IsOpen ? throw new RuleViolationException("message.ended")
        : throw new RuleViolationException(act is MessageAct.HandBack ? "message.not-claimed" : "message.claimed");

    private void Note(MessageAct act, DateTime at, Guid by)
    {
        StepsJson = Recorded.Json(Steps.Append(new MessageStep(act, Recorded.Utc(at), by)).ToArray());
        if (ReadAt is null)
            (ReadAt, ReadBy) = (at, by);
    }
}

/// <param name="At">UTC.</param>
public sealed record MessageStep(MessageAct Act, DateTime At, Guid By);
