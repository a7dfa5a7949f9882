using System.Text;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>A regimen, and what was read otherwise than it was written.</summary>
/// <param name="Readings">To show back, such as <c>read "1 mg BID" as 1 mg morning, 1 mg bedtime</c>. Empty where all stood in the plain
/// form.</param>
public sealed record ReadRegimen(Regimen Regimen, IReadOnlyList<Sentence> Readings);

/// <summary>
/// Reads what is taken in a day: "1 mg morning, 0.5 mg bedtime", and the words of prescriptions and of people ("1 mg BID", "½ tablet of 1
/// mg at night", "0,5 mg 8:30 pm"). What could mean two things is asked back. Up to six times a day, each once.
/// </summary>
public static partial class RegimenReader
{
    /// <summary>Characters that are read at all.</summary>
    public const int LongestText = 400;

    private const string Field = "regimen";

    private static readonly Sentence Accepted = Sentence.Of("regimen.accepted", ("times", TimesOfDay.Accepted));

    /// <param name="error">Names the part, what was read and what is accepted; null on success.</param>
    public static ReadRegimen? Read(string text, out Sentence? error)
    {
        if (text.Length > LongestText)
        {
            error = Misread.Of(Field, Sentence.Of("regimen.characters", ("count", text.Length)), Accepted);
            return null;
        }
        if (SplitDoses(text, out var isTight, out error) is not { } parts)
            return null;
        var regimen = Regimen.Empty;
        var readings = new List<Sentence>();
        foreach (var part in parts)
        {
            if (ReadPart(part, out var dose, out error) is not { } times)
                return null;
            foreach (var time in times)
            {
                error =
                    !regimen[time].IsZero ? Misread.Of(Field, Sentence.Of("regimen.twice", ("time", time.Word())), "regimen.once")
                    : regimen.Times.Count == Regimen.MaxTimes
                        ? Misread.Of(
                            Field,
                            Sentence.Of("regimen.more-times", ("most", Regimen.MaxTimes)),
                            Sentence.Of("regimen.most-times", ("most", Regimen.MaxTimes))
                        )
                    : null;
                if (error is not null)
                    return null;
                regimen = regimen.With(time, dose);
            }
            if (!IsPlain(part, dose, times))
                readings.Add(ReadAs.Quoted(part, Doses(dose, times)));
        }
        if (isTight)
            readings.Add(ReadAs.Quoted(text.Trim(), regimen));
        return new ReadRegimen(regimen, readings);
    }

    /// <summary>
    /// Parts the doses at commas, semicolons, lines and "and". A comma between digits, or before one at the very beginning of a dose, is a
    /// decimal comma.
    /// </summary>
    /// <param name="isTight">Some comma between two doses has no space behind it: "1 mg morning,25 mg bedtime".</param>
    private static List<string>? SplitDoses(string text, out bool isTight, out Sentence? error)
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
                error = Misread.Of(Field, Sentence.Of("regimen.comma", ("text", text.Trim())), "regimen.comma.accepted");
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
            error = Misread.Of(Field, Sentence.Of("regimen.commas", ("text", text.Trim())), "regimen.commas.accepted");
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

    private static IReadOnlyList<TimeOfDay>? ReadPart(string part, out Dose dose, out Sentence? error)
    {
        dose = Dose.Zero;
        var plain = Ends().Replace(Dotted().Replace(part.ToLowerInvariant(), m => m.Value.Replace(".", "", StringComparison.Ordinal)), "");
        var read = FindTimes(plain);
        if (part.Length == 0)
            error = Misread.Of(Field, Sentence.Of("misread.text", ("text", "")), Accepted);
        else if (NotDaily().IsMatch(plain))
            error = Misread.Of(Field, Sentence.Of("regimen.not-daily", ("text", part)), "regimen.daily");
        else if (BareClock().IsMatch(plain))
            error = Misread.Of(Field, Sentence.Of("regimen.bare-clock", ("text", part)), "regimen.such-as");
        else if (read is { Amount: "" })
            error = Misread.Of(
                Field,
                Sentence.Of("regimen.no-amount", ("text", part)),
                Sentence.Of("regimen.amounts", ("times", read.Times is [var time] ? time.Word() : plain))
            );
        else if (read is null)
            error = WithoutTime(part, plain);
        else if (!ReadAmount(read.Amount, out dose, out var why))
            error = Sentence.Of("regimen.amount", ("field", Field), ("amount", read.Amount), ("text", part), ("why", why));
        else
            error = dose.Milligrams is > 0 and <= Regimen.MaxMg
                ? null
                : Misread.Of(
                    Field,
                    Sentence.Of("regimen.amount-in", ("amount", read.Amount), ("text", part)),
                    Sentence.Of("regimen.most", ("most", Regimen.MaxMg))
                );
        return error is null ? read!.Times : null;
    }

    /// <summary>What is wrong with a dose in which no time of day was found.</summary>
    private static Sentence WithoutTime(string part, string plain)
    {
        if (OnceDaily().Match(plain) is { Success: true } once)
            return Misread.Of(
                Field,
                Sentence.Of("regimen.names-no-time", ("text", part)),
                Sentence.Of("regimen.times", ("amount", plain[..once.Index].Trim()))
            );
        if (ReadAmount(plain, out _, out _))
            return Misread.Of(Field, Sentence.Of("regimen.no-time", ("text", part)), Accepted);
        return plain.Split(' ') is [.. { Length: > 0 } amount, var word] && ReadAmount(string.Join(' ', amount), out _, out _)
            ? Misread.Of(
                Field,
                Sentence.Of("regimen.time-in", ("time", word), ("text", part)),
                Sentence.Of("regimen.time.accepted", ("times", TimesOfDay.Accepted))
            )
            : Misread.Of(Field, Sentence.Of("misread.text", ("text", part)), Accepted);
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

    private static SentenceList Doses(Dose dose, IReadOnlyList<TimeOfDay> times) =>
        new("list.comma", [.. times.Select(t => $"{dose} {Named(t)}")]);

    private static string Named(TimeOfDay time) => time.IsNamed ? time.Word() : time.Phrase();
}
