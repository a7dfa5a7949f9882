using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Web.Tests.Shared;

/// <summary>The record as a test prepares and looks at it: every kind of data, of everybody.</summary>
internal static class WholeRecord
{
    public static Task<T> RunWholeAsync<T>(
        this RecordStore records,
        RequestActor actor,
        AuditEntry declared,
        Func<GlidepathDbContext, Task<T>> work,
        CancellationToken cancellationToken
    ) =>
        records.RunAsync(
            actor,
            declared,
            db =>
            {
                foreach (var dataClass in Enum.GetValues<DataClass>())
                    db.Scope!.Grants.AddForEveryone(AccessAction.Write, dataClass);
                return work(db);
            },
            cancellationToken
        );
}
