using System.Globalization;

namespace Glidepath.Treatment;

/// <summary>
/// Reads what was sent for an enum: one of its names as it is written in code, and nothing else. The framework's own reader also takes
/// numbers ("-1"), other cases and lists ("A, B"), and so makes values that no name stands for.
/// </summary>
public static class EnumWords
{
    /// <returns>Null where it is no name of <typeparamref name="T"/>.</returns>
    public static T? Read<T>(string? word)
        where T : struct, Enum => word is not null && Names<T>.Values.TryGetValue(word, out var value) ? value : null;

    public static bool TryRead<T>(string? word, out T value)
        where T : struct, Enum => Names<T>.Values.TryGetValue(word ?? "", out value);

    /// <summary>Of a flags enum, each word alone. What is no name is left out.</summary>
    public static T ReadFlags<T>(IEnumerable<string> words)
        where T : struct, Enum =>
        (T)
            Enum.ToObject(
                typeof(T),
                words.Select(Read<T>).OfType<T>().Aggregate(0L, (all, one) => all | Convert.ToInt64(one, CultureInfo.InvariantCulture))
            );

    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<string, T> Values = Enum.GetNames<T>()
            .ToDictionary(n => n, Enum.Parse<T>, StringComparer.Ordinal);
    }
}
