using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Privacy;

/// <summary>One incident in the register of a demo, so that its page shows something.</summary>
public static class DemoIncident
{
    public static Task EnsureAsync(Store store, Guid officer, CancellationToken cancellationToken) =>
        store.Records.RunAsync(
            RequestActor.System("demo"),
            new AuditEntry(AuditAction.Create, nameof(PrivacyIncident), Reason: "register"),
            async db =>
            {
                if (await db.Set<PrivacyIncident>().AnyAsync(cancellationToken))
                    return false;
                var now = store.Clock.GetUtcNow().UtcDateTime;
                var today = store.Today;
                db.Add(
                    PrivacyIncident.Report(
                        Guid.CreateVersion7(),
                        new()
                        {
                            HappenedOn = today.AddDays(-6),
                            DiscoveredOn = today.AddDays(-4),
                            What =
                                "A letter about an appointment went to a former address. The person who lives there opened it and called us.",
                            Categories = InformationCategory.Demographics | InformationCategory.Appointments,
                            People = 1,
                            MostInOneState = 1,
                        },
                        now,
                        officer,
                        store.Zone
                    )
                );
                return true;
            },
            cancellationToken
        );
}
