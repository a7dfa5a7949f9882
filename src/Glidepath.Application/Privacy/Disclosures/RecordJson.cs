using System.Text.Json;
using System.Text.Json.Nodes;

namespace Glidepath.Application.Privacy;

/// <summary>A record for another program. The notices are the first member.</summary>
internal static class RecordJson
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static byte[] Write(DisclosedRecord record) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new JsonObject
            {
                ["notices"] = new JsonArray([.. record.Notices.Select(n => new JsonObject { ["kind"] = Word(n.Kind), ["text"] = n.Text })]),
                ["made"] = record.At,
                ["recipient"] = record.Recipient,
                ["purpose"] = record.Purpose,
                ["accountingId"] = record.AccountingId,
                ["sections"] = new JsonArray([.. record.Sections.Select(Section)]),
            },
            Indented
        );

    private static JsonNode Section(RecordSection section) =>
        new JsonObject
        {
            ["category"] = Word(section.Category),
            ["title"] = section.Title,
            ["note"] = section.Rows.Count == 0 ? section.Empty : null,
            ["rows"] = new JsonArray([
                .. section.Rows.Select(row =>
                    (JsonNode)
                        new JsonObject(
                            section.Columns.Zip(row, (name, value) => KeyValuePair.Create(name, (JsonNode?)JsonValue.Create(value)))
                        )
                ),
            ]),
        };

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
