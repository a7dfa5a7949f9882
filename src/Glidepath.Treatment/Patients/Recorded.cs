using System.Text.Json;
using System.Text.Json.Serialization;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Treatment.Patients;

/// <summary>
/// How values stand in a record: instants in UTC, text trimmed and bounded, lists and records as JSON text so that one encrypted field
/// holds them.
/// </summary>
public static class Recorded
{
    public const int ShortText = 200;
    public const int LongText = 8_000;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    };

    /// <exception cref="ArgumentException">Not UTC: a local time would be stored as another instant.</exception>
    public static DateTime Utc(DateTime at) =>
        at.Kind is DateTimeKind.Utc ? at : throw new ArgumentException("An instant is given in UTC.", nameof(at));

    /// <summary>Null for nothing but white space.</summary>
    /// <param name="field">Names the field in the code of the refusal, for example <c>patient.phone</c>.</param>
    public static string? Optional(string? text, string field, int most = ShortText)
    {
        var trimmed = text?.Trim();
        if (trimmed?.Length > most)
            throw RuleViolationException.Of($"{field}.too-long", Sentence.Of("text.over-most", ("most", most), ("given", trimmed.Length)));
        if (PlainText.Forbidden(trimmed) is { } sign)
            throw RuleViolationException.Of($"{field}.sign", Sentence.Of("text.unseen-sign", ("sign", sign)));
        return string.IsNullOrEmpty(trimmed) ? null : trimmed;
    }

    public static string Required(string? text, string field, int most = ShortText) =>
        Optional(text, field, most) ?? throw RuleViolationException.Of($"{field}.missing", "text.needed");

    public static string Json<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <param name="empty">What stands for text that was never written.</param>
    public static T Read<T>(string? json, T empty) =>
        string.IsNullOrEmpty(json) ? empty : JsonSerializer.Deserialize<T>(json, Options) ?? empty;
}
