using Glidepath.Treatment.Privacy;

namespace Glidepath.Storage.Privacy;

/// <summary>
/// The data key of one patient and scope, wrapped by the installation's. Destroying it makes all that it sealed unreadable, backups
/// included.
/// </summary>
public sealed class PatientKey
{
    private PatientKey() { }

    internal PatientKey(Guid patientId, KeyScope scope, byte[] wrapped, DateTime createdAt) =>
        (PatientId, Scope, Wrapped, CreatedAt) = (patientId, scope, wrapped, createdAt);

    /// <summary><see cref="Guid.Empty"/> is the installation itself.</summary>
    public Guid PatientId { get; private set; }

    public KeyScope Scope { get; private set; }

    /// <summary>Null once destroyed.</summary>
    public byte[]? Wrapped { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public DateTime? DestroyedAt { get; private set; }

    internal void Rewrap(byte[] wrapped) => Wrapped = wrapped;

    internal void Destroy(DateTime now) => (Wrapped, DestroyedAt) = (null, now);
}

/// <summary>What a key sealed can never be read again.</summary>
public sealed class KeyDestroyedException() : Exception("The key of this record was destroyed; it cannot be read.");
