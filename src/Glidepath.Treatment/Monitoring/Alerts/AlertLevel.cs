namespace Glidepath.Treatment.Monitoring;

/// <summary>How soon someone must act, the lightest first.</summary>
public enum AlertLevel
{
    ThisWeek,
    Today,

    /// <summary>Now, at any hour.</summary>
    Red,
}

/// <summary>What an alert is about. Of one person and cause there is one alert that is not closed: what comes later joins it.</summary>
public enum AlertCause
{
    /// <summary>A sign of the list of red flags.</summary>
    DangerSign,

    /// <summary>An answer that speaks of suicide; its safety step comes first.</summary>
    Suicide,

    /// <summary>Rule C1: a fall, an emergency visit, alcohol, an opioid, an extra dose.</summary>
    Happened,

    /// <summary>Rule C2.</summary>
    MissedDoses,

    /// <summary>Little medicine is left. None left is a danger sign.</summary>
    LowSupply,

    /// <summary>A message was not answered a working day after it was promised.</summary>
    UnansweredMessage,

    /// <summary>Rules V2 to V6: vital signs before a dose ask for somebody.</summary>
    VitalSigns,

    /// <summary>A dose on the ward is withheld, and a prescriber decides on it.</summary>
    WithheldDose,
}

public enum AlertState
{
    /// <summary>Nobody has said that they saw it.</summary>
    Open,

    /// <summary>Someone has, and it is theirs. The escalation continues until they act.</summary>
    Acknowledged,

    /// <summary>What was done reached the person; what is left is to close it.</summary>
    Acted,

    /// <summary>With what was done.</summary>
    Closed,
}

/// <summary>Who is told, in the order of an escalation.</summary>
public enum AlertTo
{
    /// <summary>The nurse on duty.</summary>
    Nurse,

    /// <summary>The prescriber on duty.</summary>
    Prescriber,

    /// <summary>Every director. They see the record's number and who was told, and reach people.</summary>
    Director,
}

/// <summary>One thing that the alert rests on.</summary>
/// <param name="At">UTC. When it was entered.</param>
/// <param name="Said">In the words of staff; kept, since the words of a rule may change.</param>
/// <param name="From">The entry that told it.</param>
public sealed record AlertReason(DateTime At, string Said, Guid From);

/// <summary>What an area asks an alert for.</summary>
public sealed record AlertAsked(AlertCause Cause, AlertLevel Level, string Said, Guid From);
