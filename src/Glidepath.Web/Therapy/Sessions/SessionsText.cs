using Glidepath.Application.Shared;

namespace Glidepath.Web.Therapy.Sessions;

/// <summary>The sentences of sessions, homework and notes: SessionsText.resx.</summary>
public sealed class SessionsText
{
    internal static AreaText T { get; } = new(typeof(SessionsText));
}
