using System.Text;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Application.Privacy;

/// <summary>How every use case writes into one patient's record.</summary>
internal static class RecordChanges
{
    /// <param name="once">Null for a change that may be made again: one that is held to a version.</param>
    /// <returns>Null: no such person, or not for them.</returns>
    public static Task<T?> ChangeAsync<T>(
        this RecordAccess access,
        CurrentActor who,
        Guid patientId,
        IReadOnlyList<(AccessAction, DataClass)> needs,
        Once? once,
        Func<GlidepathDbContext, Task<T>> work,
        CancellationToken cancellationToken
    )
        where T : class =>
        once is null
            ? access.RunAsync(who.Actor, who.RequestId, patientId, needs, work, cancellationToken)
            : access.RunOnceAsync(
                who.Actor,
                who.RequestId,
                patientId,
                needs,
                once.Key,
                // The same words about somebody else are another request.
                [.. Encoding.UTF8.GetBytes($"{patientId}\n"), .. once.Body],
                work,
                cancellationToken
            );
}
