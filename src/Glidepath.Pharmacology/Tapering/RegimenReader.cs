using System.Text;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>A regimen, and what was read otherwise than it was written.</summary>
/// <param name="Readings">To show back, such as <c>read "1 mg BID" as 1 mg morning, 1 mg bedtime</c>. Empty where all stood in the plain
/// form.</param>
public sealed record ReadRegimen(Regimen Regimen, IReadOnlyList<string> Readings);

/// <summary>
/// Reads what is taken in a day: "1 mg morning, 0.5 mg bedtime", and the words of prescriptions and of people ("1 mg BID", "½ tablet of 1
/// mg at night", "0,5 mg 8:30 pm"). What could mean two things is asked back. Up to six times a day, each once.
/// </summary>
public static partial class RegimenReader
{
    /// <summary>Characters that are read at all.</summary>
    public const int LongestText = 400;

    private const string Accepted =
        "accepted: amounts with a time, such as \"1 mg morning, 0.5 mg bedtime\" (times: " + TimesOfDay.Accepted + ")";

    /// <param name="error">Names the part, what was read and what is accepted; null on success.</param>
    public static ReadRegimen? Read(string text, out string? error)
    {
        if (text.Length > LongestText)
        {
            error = $"regimen: read {text.Length} characters; {Accepted}";
            return null;
        }
        if (SplitDoses(text, out var isTight, out error) is not { } parts)
            return null;
        var regimen = Regimen.Empty;
        var readings = new List<string>();
        foreach (var part in parts)
        {
            if (ReadPart(part, out var dose, out error) is not { } times)
                return null;
            foreach (var time in times)
            {
                error =
                    !regimen[time].IsZero ? $"regimen: {time.Word()} stands twice; accepted: each time once"
                    : regimen.Times.Count == Regimen.MaxTimes
                        ? $"regimen: read more than {Regimen.MaxTimes} times; accepted: up to {Regimen.MaxTimes} a day"
                    : null;
                if (error is not null)
                    return null;
                regimen = regimen.With(time, dose);
            }
            if (!IsPlain(part, dose, times))
                readings.Add($"read \"{part}\" as {string.Join(", ", times.Select(t => $"{dose} {Named(t)}"))}");
        }
        if (isTight)
            readings.Add($"read \"{text.Trim()}\" as {regimen}");
        return new ReadRegimen(regimen, readings);
    }

    /// <summary>
    /// Parts the doses at commas, semicolons, lines and "and". A comma between digits, or before one at the very beginning of a dose, is a
    /// decimal comma.
    /// </summary>
    /// <param name="isTight">Some comma between two doses has no space behind it: "1 mg morning,25 mg bedtime".</param>
    private static List<string>? SplitDoses(string text, out bool isTight, out string? error)
    {
        (isTight, error) = (false, null);
        var parts = new List<string>();
        var part = new StringBuilder();
        var hasDecimal = false;
        for (var i = 0; i < text.Length; i++)
        {
            var (before, after) = (i > 0 ? text[i - 1] : ' ', i + 1 < text.Length ? text[i + 1] : ' ');
            if (text[i] is ',' && char.IsAsciiDigit(after) && char.IsWhiteSpace(before) && !string.IsNullOrWhiteSpace(part.ToString()))
            {
                error =
                    $"regimen: the comma in \"{text.Trim()}\" could end a dose or begin a number; accepted: \"0.25\" for the "
                    + $"number, or \"morning, 1\" with a space behind a comma that ends a dose";
                return null;
            }
            var isDecimal = text[i] is ',' && char.IsAsciiDigit(after) && (char.IsWhiteSpace(before) || IsWithinNumber(part));
            if (text[i] is ';' or '\n' or '+' or '&' || (text[i] is ',' && !isDecimal))
            {
                isTight |= text[i] is ',' && char.IsAsciiDigit(after);
                EndDose(part, parts);
                continue;
            }
            hasDecimal |= isDecimal;
            part.Append(text[i]);
        }
        EndDose(part, parts);
        if (hasDecimal && isTight)
            error =
                $"regimen: the commas in \"{text.Trim()}\" stand for decimals and end doses; accepted: a point for decimals, or a "
                + $"space behind each comma that ends a dose";
        return error is null ? parts : null;
    }

    private static void EndDose(StringBuilder part, List<string> parts)
    {
        parts.AddRange(And().Split(part.ToString()).Select(p => Spaces().Replace(p, " ").Trim()));
        part.Clear();
    }

    /// <summary>Whether what was written so far ends in the digits of a number, and not in those of a clock time or a word.</summary>
    private static bool IsWithinNumber(StringBuilder part)
    {
        var start = part.Length;
        while (start > 0 && (char.IsAsciiDigit(part[start - 1]) || part[start - 1] is '.' or ','))
            start--;
        return start < part.Length && char.IsAsciiDigit(part[^1]) && (start == 0 || char.IsWhiteSpace(part[start - 1]));
    }

    private static IReadOnlyList<TimeOfDay>? ReadPart(string part, out Dose dose, out string? error)
    {
        dose = Dose.Zero;
        var plain = Ends().Replace(Dotted().Replace(part.ToLowerInvariant(), m => m.Value.Replace(".", "", StringComparison.Ordinal)), "");
        var read = FindTimes(plain);
        if (part.Length == 0)
            error = $"regimen: read \"\"; {Accepted}";
        else if (NotDaily().IsMatch(plain))
            error = $"regimen: read \"{part}\", which is not taken every day; accepted: what is taken each day, such as \"1 mg bedtime\"";
        else if (BareClock().IsMatch(plain))
            error =
                $"regimen: read \"{part}\", a time without an amount, or an amount without its unit; accepted: such as \"1 mg "
                + $"morning\" or \"1 mg 01:00\"";
        else if (read is { Amount: "" })
            error =
                $"regimen: read \"{part}\", which has no amount; accepted: an amount for each time, such as \"1 mg "
                + $"{(read.Times.Count == 1 ? read.Times[0].Word() : plain)}\"";
        else if (read is null)
            error = WithoutTime(part, plain);
        else if (!ReadAmount(read.Amount, out dose, out var why))
            error = $"regimen: read the amount \"{read.Amount}\" in \"{part}\": {why}";
        else
            error = dose.Milligrams is > 0 and <= Regimen.MaxMg
                ? null
                : $"regimen: read the amount \"{read.Amount}\" in \"{part}\"; accepted: above 0 and up to {Regimen.MaxMg} mg";
        return error is null ? read!.Times : null;
    }

    /// <summary>What is wrong with a dose in which no time of day was found.</summary>
    private static string WithoutTime(string part, string plain)
    {
        if (OnceDaily().Match(plain) is { Success: true } once)
            return $"regimen: read \"{part}\", which names no time of day; accepted: \"{plain[..once.Index].Trim()} morning\", \"… "
                + $"bedtime\" or \"… 08:30\" (four times a day is QID)";
        if (ReadAmount(plain, out _, out _))
            return $"regimen: read \"{part}\", which has no time of day; {Accepted}";
        return plain.Split(' ') is [.. { Length: > 0 } amount, var word] && ReadAmount(string.Join(' ', amount), out _, out _)
            ? $"regimen: read the time \"{word}\" in \"{part}\"; accepted: {TimesOfDay.Accepted}, at night, noon, 8:30 pm, BID, "
                + $"TID, QID or q8h"
            : $"regimen: read \"{part}\"; {Accepted}";
    }

    /// <summary>
    /// Whether a dose stands in the form that a regimen is written in, with or without the unit; then there is nothing to show back.
    /// </summary>
    private static bool IsPlain(string part, Dose dose, IReadOnlyList<TimeOfDay> times)
    {
        var number = SafeNumber.Write(dose.Milligrams);
        return times is [var time]
            && new[] { number, $"{number} mg", $"{number}mg" }.Any(amount =>
                part.Equals($"{amount} {time.Word()}", StringComparison.OrdinalIgnoreCase)
                || part.Equals($"{amount} {time.Phrase()}", StringComparison.OrdinalIgnoreCase)
            );
    }

    private static string Named(TimeOfDay time) => time.IsNamed ? time.Word() : time.Phrase();
}
