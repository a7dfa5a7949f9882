using Microsoft.AspNetCore.OpenApi;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace Glidepath.Web.Shared;

/// <summary>A header without which an endpoint does nothing, as the document of the API names it.</summary>
internal sealed record NeededHeader(string Name, string Says)
{
    public const int LongestKey = 100;

    public static NeededHeader Key { get; } =
        new("Idempotency-Key", "1 to 100 characters of your choice, new for each thing that is done.");

    public static NeededHeader Version { get; } =
        new(HeaderNames.IfMatch, "The version that you saw, in quotation marks as the ETag had it; * where there was none.");

    public static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var header in context.Description.ActionDescriptor.EndpointMetadata.OfType<NeededHeader>().Distinct())
            (operation.Parameters ??= []).Add(
                new OpenApiParameter
                {
                    Name = header.Name,
                    In = ParameterLocation.Header,
                    Required = true,
                    Description = header.Says,
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                }
            );
        return Task.CompletedTask;
    }
}
