using System.Globalization;
using Glidepath.Application.Shared;
using Glidepath.Pharmacology.Safety;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Microsoft.AspNetCore.Antiforgery;

namespace Glidepath.Web.Shared;

/// <summary>
/// What was sent in a form, read field by field: nothing else reads forms. A value that was given and does not fit is said in
/// <see cref="Errors"/>, beside its field; what was not given is null and said only where it is needed. Where a name stands twice the last
/// counts: a button that was pressed stands after what the page kept.
/// </summary>
public sealed class FormReader(IFormCollection sent, FieldErrors errors)
{
    /// <summary>Characters of a value that are said back.</summary>
    private const int SaidBack = 40;

    private static readonly string[] Clocks = ["h:mm tt", "h:mmtt", "h tt", "htt", "H:mm"];

    public static FormReader Empty => new(FormCollection.Empty, new FieldErrors());

    /// <summary>Answers that were kept, to be read like those that were sent: a name may stand several times.</summary>
    public static FormReader Of(IEnumerable<KeyValuePair<string, string>> kept, FieldErrors errors) =>
        new(
            new FormCollection(
                kept.GroupBy(k => k.Key)
                    .ToDictionary(k => k.Key, k => new Microsoft.Extensions.Primitives.StringValues([.. k.Select(v => v.Value)]))
            ),
            errors
        );

    public FieldErrors Errors { get; } = errors;

    /// <returns>Null where no form was sent.</returns>
    public static async Task<FormReader?> ReadAsync(HttpContext context, FieldErrors errors) =>
        HttpMethods.IsPost(context.Request.Method) && context.Request.HasFormContentType
            ? new FormReader(await context.Request.ReadFormAsync(context.RequestAborted), errors)
            : null;

    /// <summary>For an endpoint that takes a form and is no page: nothing looked at the token before it.</summary>
    /// <returns>Null where no form was sent, or one of another site.</returns>
    public static async Task<FormReader?> ReadOwnAsync(HttpContext context) =>
        context.Request.HasFormContentType && await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context)
            ? await ReadAsync(context, new FieldErrors())
            : null;

    /// <summary>All that was sent but the token, as it was sent.</summary>
    public IEnumerable<KeyValuePair<string, string>> Fields =>
        sent.Where(f => f.Key is not SentForm.Token).SelectMany(f => f.Value.Select(v => KeyValuePair.Create(f.Key, v ?? "")));

    /// <summary>Null where nothing was given; without the space around it.</summary>
    public string? this[string field] => sent[field] is { Count: > 0 } values && values[^1]?.Trim() is { Length: > 0 } value ? value : null;

    /// <summary>Whether the field was on the form, empty or not.</summary>
    public bool Has(string field) => sent.ContainsKey(field);

    /// <returns>What fits of it; empty where nothing was given.</returns>
    public string Text(string field, int longest = 200) => Cut(this[field] ?? "", longest);

    /// <summary>With the spaces: of a password.</summary>
    public string Exactly(string field) => sent[field] is { Count: > 0 } values ? values[^1] ?? "" : "";

    /// <returns>Null where nothing was given; what is longer is said.</returns>
    public string? Words(string field, int longest)
    {
        if (this[field] is { } text && text.Length > longest)
            Errors.Add(field, SharedText.T["ThatHasCharactersAtMostFit", text.Length, longest]);
        return this[field];
    }

    /// <summary>Of a field that stands several times, as it was sent.</summary>
    public IReadOnlyList<string> All(string field) => [.. sent[field].OfType<string>()];

    /// <summary>What was ticked in a field that takes several, each once.</summary>
    public IReadOnlySet<string> Ticked(string field) => All(field).Where(v => v.Length > 0).ToHashSet(StringComparer.Ordinal);

    public bool IsTicked(string field) => this[field] is "yes";

    public Guid? Id(string field) => Guid.TryParse(this[field], out var id) ? id : null;

    /// <returns>Null where no file was chosen.</returns>
    public IFormFile? File(string field) => sent.Files.GetFile(field) is { Length: > 0 } file ? file : null;

    /// <returns>As the sender calls it, also of an empty file; null where none was chosen.</returns>
    public string? FileName(string field) => sent.Files.GetFile(field) is { FileName: { Length: > 0 } name } ? name : null;

    /// <summary>All of a file, empty where none was chosen; it stands in memory.</summary>
    public async Task<byte[]> BytesAsync(string field, CancellationToken cancellationToken)
    {
        if (File(field) is not { } file)
            return [];
        var bytes = new byte[file.Length];
        await using var content = file.OpenReadStream();
        await content.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }

    /// <summary>Strictly a word of the enum; null where it is none.</summary>
    public T? Enum<T>(string field)
        where T : struct, Enum => EnumWords.Read<T>(this[field]);

    /// <param name="message">What is said where it is no word of the enum, or nothing was given.</param>
    public T Needed<T>(string field, string message)
        where T : struct, Enum
    {
        if (Enum<T>(field) is { } value)
            return value;
        Errors.Add(field, message);
        return default;
    }

    /// <summary>Of an enum of flags, each word strictly; what is no word is left out.</summary>
    public T Flags<T>(string field)
        where T : struct, Enum => EnumWords.ReadFlags<T>(Ticked(field));

    /// <returns>Null where nothing was given, or none of the answers; the latter is said.</returns>
    public string? OneOf(string field, params IReadOnlyList<string> accepted)
    {
        if (this[field] is not { } text || accepted.Contains(text))
            return this[field];
        Errors.Add(field, SharedText.T["WeReadChooseOneOfTheAnswers", Said(text)]);
        return null;
    }

    /// <summary>Of a question with three answers; null where it is open.</summary>
    public Answer? Answer(string field) =>
        this[field] switch
        {
            "yes" => Pharmacology.Safety.Answer.Yes,
            "no" => Pharmacology.Safety.Answer.No,
            "unknown" => Pharmacology.Safety.Answer.Unknown,
            _ => null,
        };

    /// <returns>Null where nothing was given, or no day; the latter is said.</returns>
    public DateOnly? Day(string field)
    {
        if (this[field] is not { } text)
            return null;
        if (IsDay(text, out var day))
            return day;
        Errors.Add(field, SharedText.T["WeReadEnterADateLike", Said(text)]);
        return null;
    }

    /// <summary>As <see cref="Day"/>, where a day is needed.</summary>
    public DateOnly NeededDay(string field)
    {
        if (this[field] is null)
            Errors.Add(field, SharedText.T["EnterADateLike"]);
        return Day(field) ?? default;
    }

    /// <summary>A time of day is needed; what is none is said.</summary>
    public TimeOnly NeededTime(string field)
    {
        if (IsTime(this[field], out var time))
            return time;
        Errors.Add(field, this[field] is { } text ? SharedText.T["WeReadEnterATimeLike", Said(text)] : SharedText.T["EnterATimeLike"]);
        return default;
    }

    /// <returns>Null where nothing was given, or no whole number; the latter is said.</returns>
    public int? Number(string field)
    {
        if (this[field] is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        Errors.Add(field, SharedText.T["WeReadEnterAWholeNumberLike12", Said(text)]);
        return null;
    }

    /// <summary>From <paramref name="low"/> to <paramref name="high"/>, which are said with what is counted.</summary>
    public int? Number(string field, int low, int high, string unit)
    {
        if (this[field] is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= low && number <= high)
            return number;
        Errors.Add(field, SharedText.T["WeReadEnterAWholeNumberFromTo", Said(text), unit, low, high]);
        return null;
    }

    /// <summary>As <see cref="Number(string)"/>, with a point and digits after it.</summary>
    public decimal? Decimal(string field)
    {
        if (this[field] is not { } text)
            return null;
        if (IsNumber(text, out var number))
            return number;
        Errors.Add(field, SharedText.T["WeReadEnterANumberLike", Said(text)]);
        return null;
    }

    /// <summary>A time of day of the last 24 hours, on a clock; what is none is said.</summary>
    /// <param name="now">UTC.</param>
    /// <param name="isPast">It lies behind for sure, as of a sheet: a time that is still to come was yesterday's. Else one that is more
    /// than
    /// half a day ahead was, and a nearer one is left to be refused as one in the future.</param>
    /// <returns>UTC. Null where nothing was given.</returns>
    public DateTime? TimeOfLastDay(string field, DateTime now, TimeZoneInfo zone, bool isPast)
    {
        if (this[field] is null)
            return null;
        var (time, today) = (NeededTime(field), LocalDay.Of(now, zone));
        var at = LocalTime.FirstInstantOf(today, time, zone);
        return at > (isPast ? now : now.AddHours(12)) ? LocalTime.FirstInstantOf(today.AddDays(-1), time, zone) : at;
    }

    internal static bool IsDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
        && day.Year is >= 1900 and < 3000;

    internal static bool IsTime(string? text, out TimeOnly time) =>
        TimeOnly.TryParseExact(
            text?.Trim().ToUpperInvariant().Replace(".", "", StringComparison.Ordinal),
            Clocks,
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out time
        );

    internal static bool IsNumber(string? text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);

    /// <summary>The beginning of what was given, to be said back.</summary>
    internal static string Said(string text) => text.Length > SaidBack ? text[..SaidBack] + "…" : text;

    internal static string Cut(string text, int longest) => text.Length > longest ? text[..longest] : text;

    /// <returns>Null for a form that keeps nothing.</returns>
    internal FormOnce? OnceOf(PathString path) => SentForm.OnceOf(path, sent);
}
