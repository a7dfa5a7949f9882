namespace Glidepath.Application.Shared;

/// <summary>Too much is asked for at once. Nothing was done; it may be asked again. Becomes a 503 at the edge.</summary>
public sealed class BusyException(string message) : Exception(message);
