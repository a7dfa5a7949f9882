using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Therapy;

/// <summary>
/// Which kinds of their own work a person shares with their care team from now on. Staff read it: a kind that is not shared is said, and
/// neither a count nor a date of it. Where nothing was chosen, nothing is shared.
/// </summary>
[RecordOf(DataClass.TherapyWork)]
public sealed class TherapySharing : IPatientRecord, IVersioned
{
    private TherapySharing() { }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>Read <see cref="Shared"/>.</summary>
    [Encrypted]
    public string ChoicesJson { get; private set; } = "";

    /// <summary>UTC. When something was chosen last.</summary>
    public DateTime ChangedAt { get; private set; }

    /// <summary>Since when each kind is shared, UTC; what is not in it is not shared.</summary>
    public IReadOnlyDictionary<WorkKind, DateTime> Shared => Recorded.Read<Dictionary<WorkKind, DateTime>>(ChoicesJson, []);

    public bool Shares(WorkKind kind) => Shared.ContainsKey(kind);

    public static TherapySharing Begin(Guid id, Guid patientId, DateTime at) =>
        new()
        {
            Id = id,
            PatientId = patientId,
            ChangedAt = Recorded.Utc(at),
        };

    public void Choose(WorkKind kind, bool isShared, DateTime at)
    {
        var choices = Shared.ToDictionary();
        if (!isShared)
            choices.Remove(kind);
        else if (!choices.ContainsKey(kind))
            choices[kind] = Recorded.Utc(at);
        ChoicesJson = Recorded.Json(choices);
        ChangedAt = Recorded.Utc(at);
    }
}
