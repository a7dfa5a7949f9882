namespace Glidepath.Application.Shared;

/// <summary>How a patient reads what somebody looked at or wrote in their record.</summary>
/// <param name="Words">After "Looked at" or "Wrote", with a comma before the next: lower case.</param>
public sealed record RecordName(Type Record, string Words);
