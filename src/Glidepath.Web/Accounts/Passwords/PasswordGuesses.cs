using System.Globalization;

namespace Glidepath.Web.Accounts;

/// <summary>
/// How many guesses a password takes from somebody who tries what people choose: known words, names and passwords, the words around this
/// account, keys in a row, sequences, repeats and dates, and only then one character after another. The cheapest way to put the password
/// together counts.
/// </summary>
/// <remarks>Guesses are decimal logarithms: 8 is a hundred million. A thousand guesses a second for a day are 8.</remarks>
internal static class PasswordGuesses
{
    /// <summary>A character of which nothing is known, and one that parts words.</summary>
    private const double AnyCharacter = 1,
        Separator = 0.5;

    /// <summary>A word of which some letters are large, or written with signs for letters, or backwards.</summary>
    private const double Variant = 0.5;

    /// <summary>Days of about 150 years.</summary>
    private static readonly double Date = Math.Log10(365 * 150);

    /// <summary>150 years, as they stand in passwords.</summary>
    private static readonly double Year = Math.Log10(150);

    /// <summary>Keys in a row; in both directions.</summary>
    private static readonly string[] Keys =
    [
        "qwertyuiop",
        "asdfghjkl",
        "zxcvbnm",
        "1234567890",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
        "qazwsxedcrfvtgbyhnujm",
        "qweasdzxc",
        "147258369",
        "741852963",
    ];

    // What stands for a letter.
    private static readonly Dictionary<char, char> Signs = new()
    {
        ['0'] = 'o',
        ['1'] = 'i',
        ['!'] = 'i',
        ['3'] = 'e',
        ['4'] = 'a',
        ['@'] = 'a',
        ['5'] = 's',
        ['$'] = 's',
        ['7'] = 't',
        ['+'] = 't',
        ['8'] = 'b',
        ['9'] = 'g',
    };

    /// <param name="known">Words around the account, such as the names of its owner: tried first of all.</param>
    public static double Of(string password, IEnumerable<string> known)
    {
        var around = known
            .SelectMany(k => k.Split([' ', '.', '-', '_', '@'], StringSplitOptions.RemoveEmptyEntries).Append(k))
            .Select(k => k.ToLowerInvariant())
            .Where(k => k.Length > 2)
            .ToHashSet(StringComparer.Ordinal);
        return Of(password, around);
    }

    private static double Of(string password, IReadOnlySet<string> around)
    {
        // By the number of parts up to each place: who knows the parts still has to find their order.
        var best = new double[password.Length + 1, password.Length + 1];
        for (var end = 0; end <= password.Length; end++)
        for (var parts = 0; parts <= password.Length; parts++)
            best[end, parts] = end == 0 && parts == 0 ? 0 : double.PositiveInfinity;
        for (var end = 1; end <= password.Length; end++)
        {
            for (var parts = 0; parts < end; parts++)
                best[end, parts] = best[end - 1, parts] + Alone(password[end - 1]);
            for (var start = 0; start < end - 1; start++)
                if (Cost(password[start..end], around) is { } cost)
                    for (var parts = 0; parts < end; parts++)
                        best[end, parts + 1] = Math.Min(best[end, parts + 1], best[start, parts] + cost);
        }
        var (least, orders) = (double.PositiveInfinity, 0d);
        for (var parts = 0; parts <= password.Length; parts++)
        {
            orders += parts > 1 ? Math.Log10(parts) : 0;
            least = Math.Min(least, best[password.Length, parts] + orders);
        }
        return least;
    }

    private static double Alone(char one) => one is ' ' or '-' or '_' or '.' or ',' ? Separator : AnyCharacter;

    /// <returns>Null for a part that is nothing but characters.</returns>
    private static double? Cost(string part, IReadOnlySet<string> around)
    {
        double? least = null;
        Try(Word(part, around));
        Try(InARow(part));
        Try(Sequence(part));
        Try(DateOf(part));
        Try(Repeated(part, around));
        return least;

        void Try(double? cost) => least = cost < (least ?? double.PositiveInfinity) ? cost : least;
    }

    private static double? Word(string part, IReadOnlySet<string> around)
    {
        if (part.Length > Math.Max(CommonWords.Longest, around.Select(k => k.Length).DefaultIfEmpty(0).Max()))
            return null;
        var small = part.ToLowerInvariant();
        var spelled = string.Concat(small.Select(c => Signs.GetValueOrDefault(c, c)));
        double? least = null;
        foreach (var (word, changes) in new[] { (small, 0), (spelled, 1), (Backwards(small), 1), (Backwards(spelled), 2) })
            if ((around.Contains(word) ? 1 : CommonWords.RankOf(word)) is { } rank)
                least = Math.Min(least ?? double.PositiveInfinity, Math.Log10(rank) + changes * Variant + (small == part ? 0 : Variant));
        return least;
    }

    private static string Backwards(string word) => string.Concat(word.Reverse());

    private static double? InARow(string part)
    {
        if (part.Length < 3)
            return null;
        var small = part.ToLowerInvariant();
        return Keys.Any(k => k.Contains(small, StringComparison.Ordinal) || k.Contains(Backwards(small), StringComparison.Ordinal))
            ? Math.Log10(94 * part.Length)
            : null;
    }

    /// <summary>abc, 987, aceg.</summary>
    private static double? Sequence(string part)
    {
        if (part.Length < 3)
            return null;
        var step = part[1] - part[0];
        for (var i = 2; i < part.Length; i++)
            if (part[i] - part[i - 1] != step)
                return null;
        return Math.Abs(step) is >= 1 and <= 5 ? Math.Log10(52 * part.Length) : null;
    }

    private static double? DateOf(string part)
    {
        if (part.Any(c => !char.IsAsciiDigit(c) && c is not ('/' or '-' or '.')) || !char.IsAsciiDigit(part[0]))
            return null;
        var digits = string.Concat(part.Where(char.IsAsciiDigit));
        return digits.Length switch
        {
            4 when part.Length == 4 && int.Parse(digits, CultureInfo.InvariantCulture) is >= 1900 and < 2050 => Year,
            >= 6 and <= 8 when part.Length - digits.Length is 0 or 2 => Date,
            _ => null,
        };
    }

    /// <summary>The same again and again, the last time perhaps in part.</summary>
    private static double? Repeated(string part, IReadOnlySet<string> around)
    {
        for (var length = 1; length <= part.Length / 2; length++)
            if (part.AsSpan(length).SequenceEqual(part.AsSpan(0, part.Length - length)))
                return Of(part[..length], around) + Math.Log10(1 + part.Length / length);
        return null;
    }
}
