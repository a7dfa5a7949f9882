using System.Text.Json;
using System.Text.Json.Serialization;

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
            // Words, never numbers, so that a new member cannot renumber what others have stored.
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        });
        builder.Services.AddValidation();
        builder.Services.AddOpenApi();
    }

    public static void MapApi(this WebApplication app)
    {
        app.MapOpenApi().Open();
    }
}
