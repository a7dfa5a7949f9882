namespace Glidepath.Storage.Privacy;

/// <summary>
/// Of one <see cref="Store"/>: grows each time an account or a session was changed through it, whatever code did it. What was read of them
/// at an earlier stamp is read anew.
/// </summary>
public sealed class AccountStamp
{
    private long _current;

    public long Current => Interlocked.Read(ref _current);

    internal void Grow() => Interlocked.Increment(ref _current);
}
