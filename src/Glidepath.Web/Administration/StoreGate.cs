using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Web.Administration;

/// <summary>
/// What has to be said by who runs the machine before a store is served: after a restore, and when its clock stands back.
/// </summary>
internal static class StoreGate
{
    /// <exception cref="StoreRefusedException">It was not said; the message says how.</exception>
    public static async Task PassAsync(Store store, HostOptions options, CancellationToken cancellationToken)
    {
        if (await AuditClock.StandsBeforeAsync(store, cancellationToken) is { } by)
        {
            if (!options.AcceptClock)
                throw new StoreRefusedException(
                    "clock.back",
                    $"The clock of this machine stands {Words(by)} before the last row of the audit. Sessions and consents that ran out "
                        + "would count again. Set the clock right. If it is right and was wrong before, start once with --accept-clock: "
                        + "that ends every session and is written down."
                );
            await store.Records.RunAsync(
                RequestActor.System("start"),
                new AuditEntry(AuditAction.Configure, AuditClock.Target, Reason: "clock.accepted"),
                db => db.UserSessions.ExecuteDeleteAsync(cancellationToken),
                cancellationToken
            );
        }
        if (await RestoreMark.ReadAsync(store, cancellationToken) is not { Waits: true } restored)
            return;
        if (!options.ConfirmRestore)
            throw new StoreRefusedException(
                "restore.waits",
                $"This store was restored at {restored.RestoredAt:u} from a backup of {restored.MadeAt:u}. What was ended since then is "
                    + "back: consents that were revoked, restrictions, roles, accounts that were turned off. The restore listed what "
                    + "it could know; the privacy officer finds the list at /privacy. Start it once with --confirm-restore to serve."
            );
        await restored.ConfirmAsync(store, cancellationToken);
    }

    private static string Words(TimeSpan by) =>
        by.TotalDays >= 2 ? $"{by.TotalDays:0} days"
        : by.TotalHours >= 2 ? $"{by.TotalHours:0} hours"
        : $"{by.TotalMinutes:0} minutes";
}
