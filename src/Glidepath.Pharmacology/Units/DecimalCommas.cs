using System.Text.RegularExpressions;

namespace Glidepath.Pharmacology.Units;

/// <summary>
/// Decimal commas in a list whose parts end at commas: "tablet 0,5, odt 0,125". By the rule of <see cref="AmountReader"/>: what can mean
/// nothing else is read and shown back, what could be two numbers is asked back.
/// </summary>
internal static partial class DecimalCommas
{
    /// <param name="readings">To show back, such as <c>read 0,5 as 0.5</c>. Empty where no comma stood in a number.</param>
    /// <param name="error">What was read and what is accepted, without the name of the field; null on success.</param>
    /// <returns>The list with points; null where a number was not understood.</returns>
    public static string? WithPoints(string text, out IReadOnlyList<Sentence> readings, out Sentence? error)
    {
        var (read, wrong) = (new List<Sentence>(), (Sentence?)null);
        var plain = Number()
            .Replace(
                text,
                match =>
                {
                    if (!AmountReader.TryReadNumber(match.Value, out var value, out var why))
                    {
                        wrong ??= why;
                        return match.Value;
                    }
                    read.Add(ReadAs.Of(match.Value, value));
                    return SafeNumber.Write(value);
                }
            );
        (readings, error) = ([.. read.Distinct()], wrong);
        return error is null ? plain : null;
    }

    /// <summary>A comma right before a digit, and behind digits alone or behind nothing: "0.5,10 x odt" has none.</summary>
    [GeneratedRegex(@"(?<![0-9.,])[0-9]*,[0-9]+(?![0-9]|[.,][0-9])")]
    private static partial Regex Number();
}
