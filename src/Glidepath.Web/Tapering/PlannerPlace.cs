namespace Glidepath.Web.Tapering;

/// <summary>Where the planner stands: open to everybody, or on the page of a person, where a prescriber may keep what it answers.</summary>
/// <param name="Address">Where its forms go. It holds nothing of what was said.</param>
public sealed record PlannerPlace(string Address)
{
    public static PlannerPlace Public { get; } = new("/planner");

    public bool IsOfPerson { get; init; }

    /// <summary>Not where a draft is read that was kept before.</summary>
    public bool KeepsDrafts { get; init; }
}
