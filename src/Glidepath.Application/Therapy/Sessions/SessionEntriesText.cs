using Glidepath.Application.Shared;

namespace Glidepath.Application.Therapy;

/// <summary>What lists of the record say of sessions, homework and notes: SessionEntriesText.resx.</summary>
public sealed class SessionEntriesText
{
    internal static AreaText T { get; } = new(typeof(SessionEntriesText));
}
