namespace Glidepath.Application.Shared;

/// <param name="Version">Of what can be changed; null for what is written once.</param>
public sealed record Saved(Guid Id, Guid? Version);
