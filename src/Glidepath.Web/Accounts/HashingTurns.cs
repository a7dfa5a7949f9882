namespace Glidepath.Web.Accounts;

/// <summary>
/// Who signs in waits here for one of as many turns as there are cores, one less where there are several: a password costs about 90 ms of
/// a core by design, and many at once would stop everybody else.
/// </summary>
internal sealed class HashingTurns : IDisposable
{
    private readonly SemaphoreSlim _turns = new(Math.Max(1, Environment.ProcessorCount - 1));

    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        await _turns.WaitAsync(cancellationToken);
        return new Turn(_turns);
    }

    public void Dispose() => _turns.Dispose();

    private sealed class Turn(SemaphoreSlim turns) : IDisposable
    {
        public void Dispose() => turns.Release();
    }
}
