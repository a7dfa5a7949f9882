namespace Glidepath.Treatment.Privacy;

/// <summary>Elements without which an entry may not be saved.</summary>
internal static class Required
{
    public static string Text(string? value, string rule, string what, int minimumLength = 1) =>
        value?.Trim() is { } text && text.Length >= minimumLength
            ? text
            : throw new RuleViolationException(
                rule,
                minimumLength > 1 ? $"{what}: at least {minimumLength} characters are needed." : $"{what} is missing."
            );

    public static Guid Id(Guid value, string rule, string what) =>
        value != Guid.Empty ? value : throw new RuleViolationException(rule, $"{what} is missing.");

    /// <exception cref="ArgumentException">The instant is not UTC: a caller's mistake.</exception>
    public static DateTime Utc(DateTime instant) =>
        instant.Kind == DateTimeKind.Utc ? instant : throw new ArgumentException("An instant must be UTC.", nameof(instant));

    public static T Some<T>(T value, string rule, string what)
        where T : struct, Enum =>
        !EqualityComparer<T>.Default.Equals(value, default) ? value : throw new RuleViolationException(rule, $"{what} is missing.");
}
