namespace Glidepath.Application.Shared;

/// <summary>Whether this is the made-up clinic, where nobody and no place is real.</summary>
public sealed record DemoSetting(bool IsDemo);
