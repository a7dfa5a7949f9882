using System.Text.Json;
using System.Text.RegularExpressions;
using Glidepath.Pharmacology.Drugs;

namespace Glidepath.Treatment.Assessments;

/// <param name="Field">A path such as <c>item[3].answerOption[1]</c>.</param>
/// <param name="Found">What stands there.</param>
public sealed record FileProblem(string Field, string Found, string Expected)
{
    public override string ToString() => $"{Field}: found {Found}; expected {Expected}";
}

/// <summary>An instrument, or what is wrong with its file. Never both.</summary>
public sealed record FileReading(Instrument? Instrument, IReadOnlyList<FileProblem> Problems);

/// <summary>
/// Reads the items of a <see cref="FileScheme"/> from a FHIR R4 Questionnaire in JSON. Groups are opened up; a choice is scored when each
/// option carries the ordinalValue extension or a whole number; an integer item with minValue and maxValue is recorded and not scored.
/// </summary>
public static partial class QuestionnaireFile
{
    public const int MostBytes = 1_000_000;
    private const int MostItems = 200;
    private const int MostText = 1_000;
    private const int MostSteps = 50;
    private const string OrdinalValue = "http://hl7.org/fhir/StructureDefinition/ordinalValue";

    public static FileReading Read(ReadOnlyMemory<byte> json, FileScheme scheme)
    {
        if (json.Length > MostBytes)
            return Broken(new("file", $"{json.Length} bytes", $"at most {MostBytes} bytes"));
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 32 });
            return Read(document.RootElement, scheme);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            return Broken(
                new(
                    "file",
                    wrong is JsonException { LineNumber: { } line } ? $"no JSON at line {line + 1}" : "text that is not UTF-8",
                    "one FHIR R4 Questionnaire as JSON, at most 32 levels deep"
                )
            );
        }
    }

    private static FileReading Read(JsonElement root, FileScheme scheme)
    {
        if (Text(root, "resourceType") is not "Questionnaire")
            return Broken(new("resourceType", Shown(root, "resourceType"), "\"Questionnaire\""));
        var reader = new Reader();
        if (Text(root, "status") is not ("active" or "draft" or "retired" or "unknown"))
            reader.Problems.Add(new("status", Shown(root, "status"), "active, draft, retired or unknown"));
        reader.Items(root, "");
        var scored = reader.Found.Count(i => i.IsScored);
        if (reader.Problems.Count == 0 && scored != scheme.ScoredItems)
            reader.Problems.Add(new("item", $"{scored} scored items", $"{scheme.ScoredItems} for {scheme.Title}"));
        foreach (
            var item in reader.Found.Where(i =>
                i.IsScored && !i.Anchors.Select(a => a.Score).Order().SequenceEqual(Enumerable.Range(0, scheme.MostPerItem + 1))
            )
        )
            reader.Problems.Add(
                new(
                    $"item {item.Id}",
                    $"scores {string.Join(", ", item.Anchors.Select(a => a.Score).Order())}",
                    $"0 to {scheme.MostPerItem} in whole steps, once each"
                )
            );
        return reader.Problems.Count > 0 ? new FileReading(null, reader.Problems) : new FileReading(Made(root, scheme, reader.Found), []);
    }

    private static Instrument Made(JsonElement root, FileScheme scheme, IReadOnlyList<Item> items) =>
        new(scheme.Id, 1, scheme.Title, Text(root, "language") ?? "en", AnsweredBy.Both)
        {
            Lead = Text(root, "description") ?? "",
            Items = items,
            Bands = scheme.Bands,
            CutOffs = scheme.CutOffs,
            Licence = Text(root, "copyright") ?? "Not stated in the file: the program answers for its right to use it.",
            Citation = scheme.Citation,
            Wording = Wording.FromFile,
            VerifiedAgainst = scheme.VerifiedAgainst,
            Confidence = Confidence.Unverified,
            Purposes = [Purpose.BenzodiazepineWithdrawal],
        };

    private static FileReading Broken(FileProblem problem) => new(null, [problem]);

    private static string? Text(JsonElement of, string name) =>
        of.ValueKind is JsonValueKind.Object && of.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String
            ? value.GetString()
            : null;

    private static string Shown(JsonElement of, string name)
    {
        if (of.ValueKind is not JsonValueKind.Object || !of.TryGetProperty(name, out var value))
            return "nothing";
        var raw = value.GetRawText();
        return raw.Length > 60 ? raw[..60] + "..." : raw;
    }

    /// <summary>Words that make an item of a foreign file open the safety step. Errs on the side of opening.</summary>
    [GeneratedRegex(
        @"suicid|better off dead|end(ing)? (my|your|one's) life|kill(ing)? (my|your|one)|hurt(ing)? (my|your|one)|self-?harm",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex SpeaksOfSuicide();
}
