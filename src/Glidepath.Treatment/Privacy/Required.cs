namespace Glidepath.Treatment.Privacy;

/// <summary>Elements without which an entry may not be saved.</summary>
internal static class Required
{
    /// <summary>Longest text, in characters.</summary>
    private const int Longest = 8_000;

    public static string Text(string? value, string rule, string what, int minimumLength = 1)
    {
        if (value?.Trim() is not { } text || text.Length < minimumLength)
            throw new RuleViolationException(
                rule,
                minimumLength > 1 ? $"{what}: at least {minimumLength} characters are needed." : $"{what} is missing."
            );
        if (text.Length > Longest)
            throw new RuleViolationException(rule, $"{what}: at most {Longest} characters; {text.Length} were given.");
        return PlainText.Forbidden(text) is { } sign
            ? throw new RuleViolationException(rule, $"{what} holds a sign that cannot be seen ({sign}). Write it without.")
            : text;
    }

    /// <summary>A reason that says something: long enough, and of words.</summary>
    public static string Reason(string? value, string rule, string what, int minimumLength) =>
        ReasonWords.Problem(value, minimumLength, Longest) is { } problem
            ? throw new RuleViolationException(rule, $"{what}: {problem}")
            : Text(value, rule, what, minimumLength);

    public static Guid Id(Guid value, string rule, string what) =>
        value != Guid.Empty ? value : throw new RuleViolationException(rule, $"{what} is missing.");

    /// <exception cref="ArgumentException">The instant is not UTC: a caller's mistake.</exception>
    public static DateTime Utc(DateTime instant) =>
        instant.Kind == DateTimeKind.Utc ? instant : throw new ArgumentException("An instant must be UTC.", nameof(instant));

    public static T Some<T>(T value, string rule, string what)
        where T : struct, Enum =>
        !EqualityComparer<T>.Default.Equals(value, default) ? value : throw new RuleViolationException(rule, $"{what} is missing.");
}
