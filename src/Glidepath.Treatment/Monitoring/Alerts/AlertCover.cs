using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Monitoring;

/// <summary>
/// A clinician on duty who was told of an alert covers for the care team: they may open the record until someone has acted and
/// <see cref="HoursAfter"/> after, to write down what was done. Access rests on it.
/// </summary>
[RecordOf(DataClass.CareTeamMembership)]
public sealed class AlertCover : IPatientRecord, IVersioned
{
    /// <summary>Hours from when someone acted. Program rule.</summary>
    public const int HoursAfter = 12;

    private AlertCover() { }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid AlertId { get; private set; }

    public Guid Version { get; private set; }

    public Guid AccountId { get; private set; }

    public DateTime From { get; private set; }

    /// <summary>UTC. Null while nobody has acted.</summary>
    public DateTime? Until { get; private set; }

    public static AlertCover Begin(Guid id, Alert alert, Guid accountId, DateTime at) =>
        new()
        {
            Id = id,
            PatientId = alert.PatientId,
            AlertId = alert.Id,
            AccountId = accountId,
            From = Recorded.Utc(at),
        };

    public bool IsLive(DateTime now) => now >= From && (Until is not { } until || now < until);

    /// <summary>Someone acted.</summary>
    public void End(DateTime actedAt) => Until ??= Recorded.Utc(actedAt).AddHours(HoursAfter);
}
