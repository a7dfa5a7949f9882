namespace Glidepath.Treatment.Therapy;

/// <summary>What is done in a session.</summary>
public enum TherapyModality
{
    Cbt,
    MotivationalInterviewing,
    CbtForInsomnia,
    Supportive,
    Family,
}

/// <summary>How the two meet.</summary>
public enum SessionWay
{
    InPerson,
    Video,
    Telephone,
}

/// <summary>Where a point of an agenda comes from.</summary>
public enum AgendaSource
{
    /// <summary>Written down in the session.</summary>
    Typed,

    /// <summary>What the person wrote in a check-in.</summary>
    TheirWords,

    Homework,
}
