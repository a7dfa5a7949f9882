using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;

namespace Glidepath.Application.Messages;

/// <summary>A patient's own thread. Null is an account that belongs to no record.</summary>
internal sealed class OwnMessagesService(MessagesService messages, OwnRecord own)
{
    public async Task<MessagesView?> SeeAsync(CancellationToken cancellationToken) =>
        await own.PatientIdAsync(cancellationToken) is { } id ? await messages.ThreadAsync(id, cancellationToken) : null;

    public async Task<Saved?> SendAsync(string? text, Once once, CancellationToken cancellationToken) =>
        await own.PatientIdAsync(cancellationToken) is { } id ? await messages.SendAsync(id, text, once, cancellationToken) : null;
}
