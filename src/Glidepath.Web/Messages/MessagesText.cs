using Glidepath.Application.Shared;

namespace Glidepath.Web.Messages;

/// <summary>The sentences of messages: MessagesText.resx.</summary>
public sealed class MessagesText
{
    internal static AreaText T { get; } = new(typeof(MessagesText));
}
