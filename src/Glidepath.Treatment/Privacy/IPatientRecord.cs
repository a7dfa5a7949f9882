namespace Glidepath.Treatment.Privacy;

/// <summary>
/// Data about one patient: reading or writing it leaves an audit row, and its <see cref="EncryptedAttribute"/> fields are under that
/// patient's key.
/// </summary>
public interface IPatientRecord
{
    Guid PatientId { get; }
}

/// <summary>Written once. A change is a new entry that points to the one it replaces; the store refuses update and delete.</summary>
public interface IAppendOnly
{
    Guid Id { get; }

    /// <summary>The entry that this one replaces, or null.</summary>
    Guid? AmendsId { get; }

    /// <summary>Why; required where <see cref="AmendsId"/> is given.</summary>
    string? AmendmentReason { get; }

    /// <summary>UTC.</summary>
    DateTime RecordedAt { get; }

    /// <summary>The account that wrote it.</summary>
    Guid RecordedBy { get; }
}

/// <summary>Changed in place, under a version: a change based on an older version is refused with both shown.</summary>
public interface IVersioned
{
    /// <summary>Set anew by the store at each write.</summary>
    Guid Version { get; }
}

/// <summary>What a person writes for themselves: that there is one is theirs to tell, as what it says is.</summary>
public interface IPersonsOwn : IOfChosenClass;

/// <summary>
/// Of the kind of its type, and of one more that is chosen for each entry: a paper about medicines is a document and medicines. The store
/// loads and saves it only where both were granted for its patient.
/// </summary>
public interface IOfChosenClass
{
    /// <summary>That of the type itself where no narrower one was chosen.</summary>
    DataClass Holds { get; }
}

/// <summary>
/// Its writer's alone: the store gives an entry to the account that wrote it and to nobody else, whatever was granted of its kind. What
/// works on whole tables, such as a backup, shows it to nobody.
/// </summary>
public interface IOfOneWriter
{
    Guid RecordedBy { get; }
}
