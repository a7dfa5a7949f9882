using System.Globalization;
using System.Text.Json;

namespace Glidepath.Treatment.Assessments;

public static partial class QuestionnaireFile
{
    private sealed class Reader
    {
        public List<Item> Found { get; } = [];

        public List<FileProblem> Problems { get; } = [];

        public void Items(JsonElement parent, string path)
        {
            if (!parent.TryGetProperty("item", out var items) || items.ValueKind is not JsonValueKind.Array)
            {
                Problems.Add(new($"{path}item", Shown(parent, "item"), "a list of items"));
                return;
            }
            var i = 0;
            foreach (var item in items.EnumerateArray())
            {
                if (Found.Count >= MostItems || Problems.Count >= MostItems)
                    return;
                One(item, $"{path}item[{i++}]");
            }
        }

        private void One(JsonElement item, string path)
        {
            switch (Text(item, "type"))
            {
                case "group":
                    Items(item, path + ".");
                    break;
                case "display":
                    break;
                case "choice":
                    if (Named(item, path) is { } choice)
                        Add(choice.Id, choice.Text, Options(item, path));
                    break;
                case "integer":
                    if (Named(item, path) is { } number)
                        Add(number.Id, number.Text, (Steps(item, path), false));
                    break;
                default:
                    Problems.Add(new($"{path}.type", Shown(item, "type"), "group, display, choice or integer"));
                    break;
            }
        }

        private void Add(string id, string text, (IReadOnlyList<Anchor> Anchors, bool Scored) options)
        {
            if (options.Anchors.Count == 0)
                return;
            if (Found.Any(f => f.Id == id))
                Problems.Add(new("linkId", $"\"{id}\" twice", "each linkId once"));
            else
                Found.Add(new Item(id, text, options.Anchors, options.Scored, SpeaksOfSuicide().IsMatch(text)));
        }

        private (string Id, string Text)? Named(JsonElement item, string path)
        {
            var (id, text) = (Text(item, "linkId"), Text(item, "text"));
            if (id is not { Length: > 0 and <= 100 })
                Problems.Add(new($"{path}.linkId", Shown(item, "linkId"), "a text of 1 to 100 characters"));
            if (text is not { Length: > 0 and <= MostText })
                Problems.Add(new($"{path}.text", Shown(item, "text"), $"a text of 1 to {MostText} characters"));
            return id is { Length: > 0 and <= 100 } && text is { Length: > 0 and <= MostText } ? (id, text) : null;
        }

        private (IReadOnlyList<Anchor> Anchors, bool Scored) Options(JsonElement item, string path)
        {
            if (
                !item.TryGetProperty("answerOption", out var options)
                || options.ValueKind is not JsonValueKind.Array
                || options.GetArrayLength() is 0 or > MostSteps
            )
            {
                Problems.Add(new($"{path}.answerOption", Shown(item, "answerOption"), $"a list of 1 to {MostSteps} options"));
                return ([], false);
            }
            var anchors = new List<Anchor>();
            var i = 0;
            foreach (var option in options.EnumerateArray())
            {
                if (Option(option) is { } anchor)
                    anchors.Add(anchor);
                else
                    Problems.Add(
                        new(
                            $"{path}.answerOption[{i}]",
                            option.GetRawText() is var raw && raw.Length > 60 ? raw[..60] + "..." : raw,
                            "valueInteger, or valueCoding with display and a whole ordinalValue"
                        )
                    );
                i++;
            }
            return (anchors, true);
        }

        private static Anchor? Option(JsonElement option)
        {
            if (option.ValueKind is not JsonValueKind.Object)
                return null;
            if (
                option.TryGetProperty("valueInteger", out var whole)
                && whole.ValueKind is JsonValueKind.Number
                && whole.TryGetInt32(out var score)
            )
                return new Anchor(score, $"{score}");
            if (
                !option.TryGetProperty("valueCoding", out var coding)
                || Text(coding, "display") is not { Length: > 0 and <= MostText } display
            )
                return null;
            return (Ordinal(coding) ?? Ordinal(option)) is { } ordinal ? new Anchor(ordinal, display) : null;
        }

        private static int? Ordinal(JsonElement of) =>
            Extension(of, OrdinalValue, "valueDecimal") is { } value && value == decimal.Truncate(value) && value is >= -1000 and <= 1000
                ? (int)value
                : null;

        private IReadOnlyList<Anchor> Steps(JsonElement item, string path)
        {
            const string Prefix = "http://hl7.org/fhir/StructureDefinition/";
            var (least, most) = (
                Extension(item, Prefix + "minValue", "valueInteger"),
                Extension(item, Prefix + "maxValue", "valueInteger")
            );
            if (least is >= 0 && most > least && most - least <= MostSteps)
                return [.. Enumerable.Range((int)least, (int)(most - least) + 1).Select(s => new Anchor(s, $"{s}"))];
            Problems.Add(
                new(
                    $"{path}.extension",
                    $"minValue {least?.ToString(CultureInfo.InvariantCulture) ?? "nothing"}, maxValue {most?.ToString(CultureInfo.InvariantCulture) ?? "nothing"}",
                    $"minValue of 0 or more and maxValue above it, at most {MostSteps} steps"
                )
            );
            return [];
        }

        private static decimal? Extension(JsonElement of, string url, string value)
        {
            if (
                of.ValueKind is not JsonValueKind.Object
                || !of.TryGetProperty("extension", out var extensions)
                || extensions.ValueKind is not JsonValueKind.Array
            )
                return null;
            foreach (var extension in extensions.EnumerateArray())
                if (
                    Text(extension, "url") == url
                    && extension.TryGetProperty(value, out var number)
                    && number.ValueKind is JsonValueKind.Number
                    && number.TryGetDecimal(out var read)
                )
                    return read;
            return null;
        }
    }
}
