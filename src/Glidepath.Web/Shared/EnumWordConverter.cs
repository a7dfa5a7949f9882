using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Glidepath.Web.Shared;

/// <summary>
/// An enum in JSON is one of its names in camelCase. The framework's own converter writes the same, but reads any case and lists such as
/// "treatment, payment", which no single member may hold.
/// </summary>
internal sealed class EnumWordConverter : JsonConverterFactory
{
    private static readonly JsonStringEnumConverter Writer = new(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert), options)!;

    public static string Word(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    /// <summary>The document of the API names the words: the framework's generator knows only its own converter.</summary>
    public static Task Describe(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type.IsEnum)
        {
            schema.Type = JsonSchemaType.String;
            schema.Enum = [.. Enum.GetNames(type).Select(n => (System.Text.Json.Nodes.JsonNode)Word(n))];
        }
        return Task.CompletedTask;
    }

    private sealed class Of<T>(JsonSerializerOptions options) : JsonConverter<T>
        where T : struct, Enum
    {
        private static readonly Dictionary<string, T> Words = Enum.GetNames<T>().ToDictionary(Word, Enum.Parse<T>, StringComparer.Ordinal);

        private readonly JsonConverter<T> _writer = (JsonConverter<T>)Writer.CreateConverter(typeof(T), options);

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType is JsonTokenType.String && Words.TryGetValue(reader.GetString()!, out var value)
                ? value
                : throw new JsonException($"Accepted: {string.Join(", ", Words.Keys)}.");

        public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Words.TryGetValue(reader.GetString()!, out var value)
                ? value
                : throw new JsonException($"Accepted: {string.Join(", ", Words.Keys)}.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => _writer.Write(writer, value, options);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            _writer.WriteAsPropertyName(writer, value, options);
    }
}
