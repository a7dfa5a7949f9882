namespace Glidepath.Storage.Privacy;

/// <summary>
/// A form as it was sent, by a key that is the same for the same form with the same answers. What is written while it is taken is written
/// once: sent again, by a second click or a browser that loads anew, nothing of it happens.
/// </summary>
/// <param name="key">1 to 80 characters.</param>
public sealed class FormOnce(string key)
{
    private int _units;

    /// <summary>A form may be taken in several units of work; each that saves has its own key, in their order.</summary>
    internal string NextKey() => $"form:{key}:{Interlocked.Increment(ref _units)}";
}

/// <summary>The same form was taken before. Nothing was written now, but that it came.</summary>
public sealed class SentAgainException() : Exception("The same form was sent and taken before.");
