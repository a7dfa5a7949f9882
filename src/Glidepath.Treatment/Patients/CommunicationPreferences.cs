using Glidepath.Pharmacology.Safety;

namespace Glidepath.Treatment.Patients;

public enum Channel
{
    Call,
    VoiceMessage,
    TextMessage,
    Email,
    Letter,
}

/// <summary>Who else can see the person's phone.</summary>
public enum PhonePrivacy
{
    NotAsked,
    OnlyThePerson,
    OthersCanSee,
    NotKnown,
}

/// <summary>How the person may be reached. A permission that was not asked for is not given.</summary>
public sealed record CommunicationPreferences
{
    public static readonly CommunicationPreferences NotAsked = new();

    public Answer Call { get; init; }

    public Answer VoiceMessage { get; init; }

    public Answer TextMessage { get; init; }

    public Answer Email { get; init; }

    public Answer Letter { get; init; }

    public PhonePrivacy PhonePrivacy { get; init; }

    /// <summary>In the person's words, for example "my partner has the code".</summary>
    public string? WhoCanSeeThePhone { get; init; }

    /// <summary>When it is safe to call.</summary>
    public string? SafeTimes { get; init; }

    /// <summary>Plain wording was asked for. Otherwise no message names a programme, a medicine or a reason.</summary>
    public bool PlainWording { get; init; }

    public bool IsDiscreet => !PlainWording || PhonePrivacy is not PhonePrivacy.OnlyThePerson;

    public bool May(Channel channel) =>
        channel switch
        {
            Channel.Call => Call,
            Channel.VoiceMessage => VoiceMessage,
            Channel.TextMessage => TextMessage,
            Channel.Email => Email,
            Channel.Letter => Letter,
        } is Answer.Yes;

    internal CommunicationPreferences Checked() =>
        this with
        {
            WhoCanSeeThePhone = Recorded.Optional(WhoCanSeeThePhone, "patient.who-can-see-the-phone", 1_000),
            SafeTimes = Recorded.Optional(SafeTimes, "patient.safe-times"),
        };
}
