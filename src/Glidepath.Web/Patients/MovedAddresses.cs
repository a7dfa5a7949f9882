using Glidepath.Web.Shared;

namespace Glidepath.Web.Patients;

/// <summary>
/// Where the pathway of a person stood before, for bookmarks and other software: kept for one release. It answers alike for every person,
/// known or not, and leads to where that is asked.
/// </summary>
internal static class MovedAddresses
{
    public static void MapMovedAddresses(this WebApplication app)
    {
        foreach (var root in new[] { "/patients", "/api/patients" })
            app.MapGet(root + "/{id:guid}/door/{**rest}", (Guid id, string? rest) => To($"{root}/{id}/pathway", rest))
                .ExcludeFromDescription()
                .Open();
        app.MapGet("/patients/{id:guid}/admit/door", (Guid id) => To($"/patients/{id}/admit/pathway", null))
            .ExcludeFromDescription()
            .Open();
    }

    private static IResult To(string address, string? rest)
    {
        string[] parts = [.. (rest ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.EscapeDataString)];
        if (parts is ["one" or "two", ..])
            parts[0] = parts[0] is "one" ? "prescribed" : "not-prescribed";
        return TypedResults.LocalRedirect(string.Join('/', parts.Prepend(address)), permanent: true, preserveMethod: true);
    }
}
