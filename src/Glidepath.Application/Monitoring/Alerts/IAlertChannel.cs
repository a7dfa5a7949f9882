using Glidepath.Storage.Monitoring;

namespace Glidepath.Application.Monitoring;

/// <summary>A way to reach someone outside the program. What goes out says that something waits, and nothing of what or about
/// whom.</summary>
internal interface IAlertChannel
{
    OutboxChannel Channel { get; }

    /// <summary>The operator set it up.</summary>
    bool IsConfigured { get; }

    /// <returns>Null where the receiver took it; else a word of ours for what went wrong, such as <c>timeout</c>.</returns>
    Task<string?> SendAsync(OutboxMessage message, CancellationToken cancellationToken);
}
