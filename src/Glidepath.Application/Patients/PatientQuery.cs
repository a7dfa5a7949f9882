using System.Globalization;
using Glidepath.Treatment.Patients;

namespace Glidepath.Application.Patients;

/// <summary>What somebody is looked for by. All that is given must match.</summary>
/// <param name="Names">Parts of names, in any order.</param>
/// <param name="Phone">In any spelling.</param>
/// <param name="RecordSigns">As <see cref="RecordNumber.Read"/> gives them.</param>
public sealed record PatientQuery(string? Names, DateOnly? DateOfBirth, string? Phone, string? RecordSigns = null)
{
    private const int ShortestPhone = 7;

    private static readonly string[] Days =
    [
        "M/d/yyyy",
        "M/d/yy",
        "M-d-yyyy",
        "yyyy-MM-dd",
        "MMM d, yyyy",
        "MMM d yyyy",
        "MMMM d, yyyy",
        "MMMM d yyyy",
    ];

    /// <summary>
    /// Reads what was typed into one box: a record number, a date of birth, a phone number, or parts of names with or without a date
    /// ("samp 2/3/68"). A year of two digits is the last that has begun.
    /// </summary>
    /// <returns>Null where it is none of these, such as a single letter.</returns>
    public static PatientQuery? Read(string? typed, DateOnly today)
    {
        var text = typed?.Trim() ?? "";
        // Ten digits in a row are a phone: a record number is written with its dash.
        if (
            RecordNumber.Read(text) is { } signs
            && signs.Any(char.IsAsciiDigit)
            && (text.Any(char.IsAsciiLetter) || text.IndexOf('-') == 5)
        )
            return new PatientQuery(null, null, null, signs);
        if (Day(text, today) is { } only)
            return new PatientQuery(null, only, null);
        if (text.Count(char.IsAsciiDigit) >= ShortestPhone && !text.Any(char.IsLetter) && !text.Contains('/'))
            return new PatientQuery(null, null, text);
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var born = words.Select(w => Day(w, today)).FirstOrDefault(d => d is not null);
        var names = string.Join(' ', words.Where(w => Day(w, today) is null));
        if (names.Length > 0 && !PatientFinding.CanBeSought(names))
            return null;
        return names.Length == 0 && born is null ? null : new PatientQuery(names.Length == 0 ? null : names, born, null);
    }

    private static DateOnly? Day(string text, DateOnly today)
    {
        if (!DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return null;
        // The calendar of the culture would make 2/3/68 a day that is to come.
        var isShort = text.Split('/') is [_, _, { Length: 2 }];
        while (isShort && day > today)
            day = day.AddYears(-100);
        while (isShort && day.AddYears(100) <= today)
            day = day.AddYears(100);
        return day;
    }
}
