namespace Glidepath.Treatment.Privacy;

/// <summary>
/// What kind of data a record type holds, or one field of it where that is another kind. The store loads and saves an entry only where this
/// kind was granted for its patient, whoever asks and by whatever page.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property)]
public sealed class RecordOfAttribute(DataClass dataClass) : Attribute
{
    public DataClass DataClass { get; } = dataClass;
}
