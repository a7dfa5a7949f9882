namespace Glidepath.Paper.Tapering;

/// <summary>A prescriber's yes to one version of a plan. Without one, paper says DRAFT and has nothing to tick.</summary>
/// <param name="By">As it is to be printed, e.g. <c>Dr. Example</c>.</param>
public sealed record Approval(int Version, DateOnly On, string By)
{
    public override string ToString() => $"Plan version {Version}, approved {On.Short()} by {By}.";
}
