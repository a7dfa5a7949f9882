using System.Globalization;
using System.Text;
using System.Text.Json;
using Glidepath.Treatment.Facilities;

namespace Glidepath.Storage.Facilities;

/// <summary>
/// The services of a programme as text that a query can search: a line for each run of facts with one listing, origin and day, such as
/// <c>Listed|SAMHSA National Directory 2022|2022-01-01|2022-01-01| SA DT BDTX </c>. Each code has a space on either side.
/// </summary>
internal sealed class ServiceText
{
    private const string Day = "yyyy-MM-dd";

    // The same line stands in hundreds of programmes, and the same fact in thousands: each is made once.
    private readonly Dictionary<string, Head> _heads = [];
    private readonly Dictionary<(string Source, DateOnly AsOf), FactOrigin> _origins = [];

    private sealed record Head(Listing Listing, FactOrigin Origin, DateOnly LastSeen)
    {
        public Dictionary<string, ServiceFact> Facts { get; } = [];
    }

    public static string Write(IReadOnlyList<ServiceFact> facts)
    {
        var text = new StringBuilder(facts.Count * 5 + 80);
        ServiceFact? last = null;
        foreach (var fact in facts)
        {
            if (last is null || (fact.Listing, fact.Origin, fact.LastSeen) != (last.Listing, last.Origin, last.LastSeen))
                text.Append(text.Length > 0 ? "\n" : "")
                    .Append(fact.Listing)
                    .Append('|')
                    .Append(Plain(fact.Origin.Source))
                    .Append('|')
                    .Append(Of(fact.Origin.AsOf))
                    .Append('|')
                    .Append(Of(fact.LastSeen))
                    .Append("| ");
            text.Append(fact.Code).Append(' ');
            last = fact;
        }
        return text.ToString();
    }

    /// <exception cref="FormatException">The text was changed from outside.</exception>
    public IReadOnlyList<ServiceFact> Read(string text)
    {
        var facts = new List<ServiceFact>(text.Length / 4);
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var end = line.LastIndexOf('|') + 1;
            if (end == 0)
                throw new FormatException(
                    "The services of a program in the store cannot be read: they were changed from outside, or are of another version."
                );
            var head = HeadOf(line[..end]);
            foreach (var range in line.AsSpan(end).Split(' '))
            {
                var code = line.AsSpan(end)[range];
                if (code.IsEmpty)
                    continue;
                var known = head.Facts.GetAlternateLookup<ReadOnlySpan<char>>();
                if (!known.TryGetValue(code, out var fact))
                    known[code] = fact = new(code.ToString(), head.Listing, head.Origin, head.LastSeen);
                facts.Add(fact);
            }
        }
        return facts;
    }

    public FactOrigin Origin(string source, DateOnly asOf) =>
        _origins.TryGetValue((source, asOf), out var known) ? known : _origins[(source, asOf)] = new(source, asOf);

    private Head HeadOf(string text)
    {
        if (_heads.TryGetValue(text, out var known))
            return known;
        return
            text.Split('|') is [var listing, var source, var asOf, var seen, ""]
            && Enum.TryParse<Listing>(listing, out var said)
            && said.ToString() == listing
            ? _heads[text] = new(said, Origin(source, Of(asOf)), Of(seen))
            : throw new FormatException(
                "The services of a program in the store cannot be read: they were changed from outside, or are of another version."
            );
    }

    private static string Plain(string source) => source.Replace('|', ' ').Replace('\n', ' ');

    private static string Of(DateOnly day) => day.ToString(Day, CultureInfo.InvariantCulture);

    private static DateOnly Of(string day) => DateOnly.ParseExact(day, Day, CultureInfo.InvariantCulture);
}

/// <summary>What other sources say of a programme's fields, as JSON.</summary>
internal static class StatementText
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
    };

    public static string? Write(IReadOnlyList<FieldStatement> statements) =>
        statements.Count == 0 ? null : JsonSerializer.Serialize(statements, Json);

    public static IReadOnlyList<FieldStatement> Read(string? text) =>
        text is null ? [] : JsonSerializer.Deserialize<List<FieldStatement>>(text, Json) ?? [];
}
