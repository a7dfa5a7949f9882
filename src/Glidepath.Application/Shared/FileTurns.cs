namespace Glidepath.Application.Shared;

/// <summary>
/// A file of a record is held in memory whole, so that nothing of it lies on a disk unsealed and all of it is checked before any of it is
/// handed out: a few are received or opened at a time, and who is one too many waits for a turn. How many are then sent to slow readers
/// is bounded by how many an address may ask for in a minute.
/// </summary>
public sealed class FileTurns : IDisposable
{
    private const int AtOnce = 4;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);

    private readonly SemaphoreSlim _turns = new(AtOnce);

    /// <returns>The turn, which ends when it is disposed of.</returns>
    /// <exception cref="BusyException">Too many were asked for at once.</exception>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken) =>
        await _turns.WaitAsync(LongestWait, cancellationToken)
            ? new Turn(_turns)
            : throw new BusyException("Many files are being sent or opened at once. Try again in a minute.");

    public void Dispose() => _turns.Dispose();

    private sealed class Turn(SemaphoreSlim turns) : IDisposable
    {
        public void Dispose() => turns.Release();
    }
}
