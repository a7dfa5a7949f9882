using Glidepath.Treatment.Patients;

namespace Glidepath.Treatment.Monitoring;

/// <summary>An alert and a concern of the history of safety that rest on the same answer: who closes one closes the other.</summary>
public static class AlertCauses
{
    private static readonly (AlertCause Cause, SafetyConcern Concern)[] Pairs =
    [
        (AlertCause.DangerSign, SafetyConcern.DangerSign),
        (AlertCause.Happened, SafetyConcern.CallToday),
        (AlertCause.LowSupply, SafetyConcern.OutOfMedicine),
    ];

    /// <summary>Null where none is closed with it: thoughts of suicide end with their safety step.</summary>
    public static SafetyConcern? ConcernOf(AlertCause cause) =>
        Pairs.Where(p => p.Cause == cause).Select(p => (SafetyConcern?)p.Concern).SingleOrDefault();

    /// <summary>Null where no alert is closed with it.</summary>
    public static AlertCause? Of(SafetyConcern concern) =>
        Pairs.Where(p => p.Concern == concern).Select(p => (AlertCause?)p.Cause).SingleOrDefault();
}
