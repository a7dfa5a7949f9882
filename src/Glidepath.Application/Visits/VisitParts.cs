using Glidepath.Application.Shared;
using Glidepath.Treatment.Visits;

namespace Glidepath.Application.Visits;

/// <summary>Which visits are looked at where. A class of its own: the rows, in several files, are made of them.</summary>
internal static class VisitParts
{
    /// <summary>Planned, or not followed up since the person did not come: for Today and the first page.</summary>
    public static readonly RecordPart<Appointment> Open = RecordPart.Of<Appointment>(a =>
        a.State == AppointmentState.Planned || (a.State == AppointmentState.DidNotCome && a.FollowedUpAt == null)
    );

    /// <summary>For the person's own page, which says so of those that lie ahead.</summary>
    public static readonly RecordPart<Appointment> Off = RecordPart.Of<Appointment>(a => a.State == AppointmentState.CalledOff);
}
