namespace Glidepath.Application.Shared;

/// <summary>The sentences that use cases make of what they read: ApplicationText.resx.</summary>
public sealed class ApplicationText
{
    internal static AreaText T { get; } = new(typeof(ApplicationText));
}
