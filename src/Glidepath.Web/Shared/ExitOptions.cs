namespace Glidepath.Web.Shared;

/// <summary>Where a person who leaves in a hurry lands.</summary>
public sealed record ExitOptions
{
    /// <summary>A site that is never personal and raises no question.</summary>
    public string Site { get; init; } = "https://www.weather.gov/";
}
