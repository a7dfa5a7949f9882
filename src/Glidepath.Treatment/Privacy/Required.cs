using Glidepath.Pharmacology.Units;

namespace Glidepath.Treatment.Privacy;

/// <summary>Elements without which an entry may not be saved.</summary>
internal static class Required
{
    /// <summary>Longest text, in characters.</summary>
    private const int Longest = 8_000;

    /// <param name="rule">Also names the field: its words stand under <c>field.</c> and the rule.</param>
    public static string Text(string? value, string rule, int minimumLength = 1)
    {
        if (value?.Trim() is not { } text || text.Length < minimumLength)
            throw minimumLength > 1 ? Broken(rule, "required.too-short", ("least", minimumLength)) : Missing(rule);
        if (text.Length > Longest)
            throw Broken(rule, "required.too-long", ("most", Longest), ("given", text.Length));
        return PlainText.Forbidden(text) is { } sign ? throw Broken(rule, "required.sign", ("sign", sign)) : text;
    }

    /// <summary>A reason that says something: long enough, and of words.</summary>
    public static string Reason(string? value, string rule, int minimumLength) =>
        ReasonWords.Wrong(value, minimumLength, Longest) is { } problem
            ? throw Broken(rule, "required.reason", ("problem", problem))
            : Text(value, rule, minimumLength);

    public static Guid Id(Guid value, string rule) => value != Guid.Empty ? value : throw Missing(rule);

    /// <exception cref="ArgumentException">The instant is not UTC: a caller's mistake.</exception>
    public static DateTime Utc(DateTime instant) =>
        instant.Kind == DateTimeKind.Utc ? instant : throw new ArgumentException("An instant must be UTC.", nameof(instant));

    public static T Some<T>(T value, string rule)
        where T : struct, Enum => !EqualityComparer<T>.Default.Equals(value, default) ? value : throw Missing(rule);

    private static RuleViolationException Missing(string rule) => Broken(rule, "required.missing");

    private static RuleViolationException Broken(string rule, string sentence, params (string Name, object? Value)[] arguments) =>
        RuleViolationException.Of(rule, Sentence.Of(sentence, [("what", Sentence.Of($"field.{rule}")), .. arguments]));
}
