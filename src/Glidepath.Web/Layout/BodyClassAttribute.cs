namespace Glidepath.Web.Layout;

/// <summary>The class of the body element of a page: <c>gp-dense</c> for staff, <c>gp-night</c> for a hard moment.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BodyClassAttribute(string value) : Attribute
{
    public const string Staff = "gp-dense",
        Night = "gp-night";

    public string Value { get; } = value;
}
