using System.Reflection;

namespace Glidepath.Treatment.Privacy;

/// <summary>
/// What a record type, or a property of one, is called in the store, where the code has a better word since: sealed fields, seals, backups and
/// the audit trail are bound to the name under which they were written.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property)]
public sealed class StoredAsAttribute(string name) : Attribute
{
    public string Name { get; } = name;

    /// <summary>Of a type or a property: its own where it has no other.</summary>
    public static string NameOf(MemberInfo member) => member.GetCustomAttribute<StoredAsAttribute>()?.Name ?? member.Name;
}
