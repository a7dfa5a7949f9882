namespace Glidepath.Cli.Shared;

internal static class ExitCode
{
    public const int Done = 0;

    /// <summary><c>check</c> found a breach in a policy's default reading.</summary>
    public const int Breach = 1;

    public const int NotUnderstood = 2;

    public const int NoPlan = 3;
}

/// <summary>Something typed was not understood: one line that names the part, what was read and what is accepted.</summary>
internal sealed class InputException(string message) : Exception(message);
