using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Glidepath.Web.Tests.Shared;

/// <summary>A JSON body that an endpoint could be sent, made from the type that it reads.</summary>
internal static partial class SampleBody
{
    /// <returns>Null where the endpoint reads no object as JSON.</returns>
    public static JsonObject? Of(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is { RequestType: { } type } accepts
        && accepts.ContentTypes.Contains("application/json")
        && type != typeof(object)
        && !type.IsAssignableTo(typeof(Stream))
            ? Sample(type, 0) as JsonObject
            : null;

    /// <summary>Every member, with those within.</summary>
    public static IEnumerable<string[]> Members(JsonNode body) =>
        body switch
        {
            JsonObject o => o.SelectMany(m => new[] { new[] { m.Key } }.Concat(Within(m.Key, m.Value))),
            JsonArray { Count: > 0 } a => new[] { new[] { "0" } }.Concat(Within("0", a[0])),
            _ => [],
        };

    public static JsonNode With(JsonNode body, string[] path, JsonNode? value)
    {
        var copy = body.DeepClone();
        var at = copy;
        foreach (var step in path[..^1])
            at = at is JsonArray list ? list[0]! : at[step]!;
        if (at is JsonArray last)
            last[0] = value?.DeepClone();
        else
            at[path[^1]] = value?.DeepClone();
        return copy;
    }

    public static string Address(RouteEndpoint endpoint, Guid person) =>
        Parameter()
            .Replace(
                "/" + endpoint.RoutePattern.RawText!.TrimStart('/'),
                m =>
                    m.Groups[1].Value switch
                    {
                        "patientId" or "id" => person.ToString(),
                        "part" => "p1",
                        _ => "0197f000-0000-7000-8000-000000000001",
                    }
            )
            .TrimEnd('/');

    private static IEnumerable<string[]> Within(string step, JsonNode? value) =>
        value is null ? [] : Members(value).Select(path => (string[])[step, .. path]);

    private static JsonNode? Sample(Type declared, int depth)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (type.IsEnum)
            return JsonNamingPolicy.CamelCase.ConvertName(Enum.GetNames(type)[^1]);
        if (type == typeof(string))
            return "A few words";
        if (type == typeof(bool))
            return true;
        if (type == typeof(DateOnly))
            return DateTime.UtcNow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        if (type == typeof(DateTime))
            return DateTime.UtcNow;
        if (type == typeof(Guid))
            return Guid.CreateVersion7();
        if (type.IsPrimitive || type == typeof(decimal))
            return 1;
        if (type.IsAssignableTo(typeof(IDictionary)) || type.Name.Contains("Dictionary", StringComparison.Ordinal))
            return new JsonObject { ["a"] = Sample(type.GetGenericArguments()[^1], depth + 1) };
        if (type.IsAssignableTo(typeof(IEnumerable)))
            return depth > 4
                ? new JsonArray()
                : new JsonArray(Sample(type.IsArray ? type.GetElementType()! : type.GetGenericArguments()[0], depth + 1));
        if (depth > 4)
            return null;
        var made = new JsonObject();
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            if (property.SetMethod is not null || type.GetConstructors().Any(c => c.GetParameters().Any(p => p.Name == property.Name)))
                made[JsonNamingPolicy.CamelCase.ConvertName(property.Name)] = Sample(property.PropertyType, depth + 1);
        return made;
    }

    [GeneratedRegex(@"\{\*{0,2}(\w+)[^}]*\}")]
    private static partial Regex Parameter();
}
