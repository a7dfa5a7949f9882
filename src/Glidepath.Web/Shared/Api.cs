using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Glidepath.Web.Shared;

/// <summary>
/// What all JSON endpoints share: numbers are numbers, unknown members are refused, limits are checked before a handler runs.
/// </summary>
internal static class Api
{
    public static void AddApi(this WebApplicationBuilder builder)
    {
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            json.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            json.SerializerOptions.RespectNullableAnnotations = true;
            json.SerializerOptions.TypeInfoResolver = (
                json.SerializerOptions.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()
            ).WithAddedModifier(RefuseHoles);
            // Words, never numbers, so that a new member cannot renumber what others have stored.
            json.SerializerOptions.Converters.Add(new EnumWordConverter());
        });
        builder.Services.AddValidation();
        builder.Services.AddOpenApi(api =>
            api.AddSchemaTransformer(EnumWordConverter.Describe).AddOperationTransformer(NeededHeader.Describe)
        );
    }

    /// <summary>
    /// The serializer refuses a null member where none may stand, but not a null in a list: no list of ours may hold one.
    /// </summary>
    private static void RefuseHoles(JsonTypeInfo type)
    {
        if (type.Kind is not JsonTypeInfoKind.Object)
            return;
        List<JsonPropertyInfo> lists =
        [
            .. type.Properties.Where(p =>
                p.Get is not null && p.PropertyType != typeof(string) && p.PropertyType.IsAssignableTo(typeof(IEnumerable))
            ),
        ];
        if (lists.Count == 0)
            return;
        var before = type.OnDeserialized;
        type.OnDeserialized = made =>
        {
            before?.Invoke(made);
            if (lists.Find(l => HasHole(l.Get!(made))) is { } holed)
                throw new JsonException($"{holed.Name}: null is no element of a list.");
        };
    }

    private static bool HasHole(object? value) =>
        value is IEnumerable list and not string && list.Cast<object?>().Any(element => element is null || HasHole(element));

    public static void MapApi(this WebApplication app)
    {
        app.MapOpenApi().Open();
    }
}
