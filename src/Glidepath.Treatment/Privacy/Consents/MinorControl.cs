namespace Glidepath.Treatment.Privacy;

/// <summary>Whose signature lets a patient's information out, by age and state (42 CFR 2.14).</summary>
public enum MinorControl
{
    /// <summary>Not known: the patient must sign, nobody may sign instead.</summary>
    Unknown,
    NotAMinor,

    /// <summary>State law lets the minor consent to treatment alone: only the minor can consent, also to telling a parent.</summary>
    MinorAlone,

    /// <summary>State law asks for a parent's consent to treatment: minor and parent both sign.</summary>
    MinorAndParent,

    /// <summary>No source that can be relied on says. Treated as the minor's alone to give, and counsel is to be asked.</summary>
    AskCounsel,
}
