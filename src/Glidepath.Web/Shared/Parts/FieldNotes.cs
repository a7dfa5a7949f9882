namespace Glidepath.Web.Shared;

/// <summary>What stands beside fields that were filled in: where each answer came from. By name of the field.</summary>
public sealed class FieldNotes(IReadOnlyDictionary<string, string> notes)
{
    /// <returns>Null where nothing is to be said.</returns>
    public string? Of(string name) => notes.GetValueOrDefault(name);
}
