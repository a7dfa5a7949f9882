namespace Glidepath.Storage.Privacy;

/// <summary>
/// A form as it was sent, by a key that is the same for the same form with the same answers. What is written while it is taken is written
/// once: sent again, by a second click or a browser that loads anew, nothing of it happens.
/// </summary>
/// <param name="key">1 to 80 characters.</param>
public sealed class FormOnce(string key)
{
    /// <summary>Units of work of this taking that saved something and were committed.</summary>
    internal int Units { get; private set; }

    /// <summary>Of the first unit of work that saves.</summary>
    internal string FirstKey => $"form:{key}:1";

    /// <summary>A form may be taken in several units of work; each that saves has its own key, in their order.</summary>
    internal string NextKey => $"form:{key}:{Units + 1}";

    internal void Count() => Units++;
}

/// <summary>The same form was taken before. Nothing was written now, but that it came.</summary>
public sealed class SentAgainException() : Exception("The same form was sent and taken before.");
