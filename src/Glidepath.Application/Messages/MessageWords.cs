using Glidepath.Application.Shared;
using Glidepath.Treatment.Messages;
using Glidepath.Treatment.Privacy;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Messages;

/// <summary>Messages in the words of staff, wherever they are shown.</summary>
internal static class MessageWords
{
    public static string InWords(this MessageState state) =>
        state switch
        {
            MessageState.Waiting => T["MessageStateWaiting"],
            MessageState.Claimed => T["MessageStateClaimed"],
            MessageState.Answered => T["MessageStateAnswered"],
            MessageState.Closed => T["MessageStateClosed"],
        };

    /// <summary>As what it was written.</summary>
    public static string WrittenBy(this Message message) =>
        message.From switch
        {
            Role.Patient => T["MessageFromPatient"],
            Role.Counsellor => Terms.Of("Counselor"),
            var role => Terms.Of(role.Words()),
        };
}
