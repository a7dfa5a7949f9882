using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Visits;

public enum AppointmentStepKind
{
    Planned,
    Came,
    DidNotCome,
    Moved,
    CalledOff,

    /// <summary>Of a correction alone: how it ended was recorded in error.</summary>
    OpenAgain,

    /// <summary>Somebody called, or did something else, after the person did not come.</summary>
    FollowedUp,
}

/// <summary>One thing that happened to a visit. A correction is a step that amends an earlier one and says why.</summary>
[RecordOf(DataClass.Appointments)]
public sealed class AppointmentStep : IPatientRecord, IAppendOnly
{
    internal const int LongestWhy = 1_000;

    private AppointmentStep() { }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid AppointmentId { get; private set; }

    public AppointmentStepKind Kind { get; private set; }

    public AppointmentKind VisitKind { get; private set; }

    /// <summary>The visit as it was planned then. Read <see cref="Details"/>.</summary>
    [Encrypted]
    public string DetailsJson { get; private set; } = "";

    /// <summary>Why, or what was done.</summary>
    [Encrypted]
    public string? Why { get; private set; }

    public Guid? AmendsId { get; private set; }

    [Encrypted]
    public string? AmendmentReason { get; private set; }

    public DateTime RecordedAt { get; private set; }

    public Guid RecordedBy { get; private set; }

    public AppointmentDetails Details => Recorded.Read(DetailsJson, new AppointmentDetails(default, default, 0));

    internal static AppointmentStep Of(Appointment visit, AppointmentStepKind kind, string? why, Entry entry)
    {
        entry = entry.Checked();
        return new()
        {
            Id = entry.Id,
            PatientId = visit.PatientId,
            AppointmentId = visit.Id,
            Kind = kind,
            VisitKind = visit.Kind,
            DetailsJson = visit.DetailsJson,
            Why = why,
            AmendsId = entry.AmendsId,
            AmendmentReason = entry.AmendmentReason,
            RecordedAt = entry.RecordedAt,
            RecordedBy = entry.RecordedBy,
        };
    }
}
