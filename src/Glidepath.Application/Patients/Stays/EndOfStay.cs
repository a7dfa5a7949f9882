using Glidepath.Storage;
using Glidepath.Treatment.Patients;

namespace Glidepath.Application.Patients;

/// <summary>What an area does when a person leaves the ward, within the same unit of work; another bed is no end.</summary>
/// <param name="DoAsync">Grants what it writes, and shows nothing.</param>
public sealed record EndOfStay(Func<GlidepathDbContext, Stay, Func<Entry>, CancellationToken, Task> DoAsync);
