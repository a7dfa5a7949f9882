namespace Glidepath.Treatment.Privacy;

/// <summary>
/// The text, or the bytes, are stored encrypted under the key of the patient it is about (<see cref="IPatientRecord.PatientId"/>), or
/// the installation's key where it is about none. Only on <see cref="string"/> properties, and those of bytes, with a setter. The database
/// can neither filter, sort nor project it: load the entity.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EncryptedAttribute : Attribute
{
    /// <summary>Which key: counselling notes have their own.</summary>
    public KeyScope Scope { get; init; } = KeyScope.Record;
}

public enum KeyScope
{
    Record,
    CounsellingNotes,
}
