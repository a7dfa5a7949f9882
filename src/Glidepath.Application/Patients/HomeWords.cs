namespace Glidepath.Application.Patients;

/// <summary>What an area says of the program on a person's own first page, above whom to call; of no record.</summary>
/// <param name="Of">By the clock where the person is: an IANA name, null for where the program is.</param>
public sealed record HomeWords(Func<string?, CancellationToken, Task<IReadOnlyList<string>>> Of);
