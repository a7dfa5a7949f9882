using System.Collections.Concurrent;
using System.Reflection;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Storage.Privacy;

/// <summary>Which fields of a type are sealed, and the key that opens them.</summary>
internal static class SealedFields
{
    private static readonly ConcurrentDictionary<Type, (PropertyInfo Property, KeyScope Scope)[]> Fields = [];

    public static (PropertyInfo Property, KeyScope Scope)[] Of(Type type) =>
        Fields.GetOrAdd(
            type,
            static t => [.. RecordConventions.EncryptedProperties(t).Select(p => (p, p.GetCustomAttribute<EncryptedAttribute>()!.Scope))]
        );

    /// <exception cref="KeyDestroyedException"/>
    public static byte[] KeyOf(GlidepathDbContext db, Guid patientId, KeyScope scope) =>
        db.Scope?.NewKeys.TryGetValue((patientId, scope), out var made) is true ? made.Key : db.Ring!.Get(patientId, scope);
}
