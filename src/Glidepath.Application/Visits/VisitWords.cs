using Glidepath.Application.Shared;
using Glidepath.Treatment.Visits;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Visits;

/// <summary>A visit in words, wherever it is shown.</summary>
internal static class VisitWords
{
    public static string InWords(this AppointmentKind kind) =>
        kind switch
        {
            AppointmentKind.FirstVisit => T["KindFirstVisit"],
            AppointmentKind.Prescriber => T["KindPrescriberVisit"],
            AppointmentKind.Nurse => T["KindNurseVisit"],
            AppointmentKind.Therapy => T["KindTherapy"],
            AppointmentKind.Group => T["KindGroup"],
            AppointmentKind.Telephone => T["KindTelephoneVisit"],
            AppointmentKind.Video => T["KindVideoVisit"],
        };

    public static string InWords(this AppointmentState state) =>
        state switch
        {
            AppointmentState.Planned => T["VisitPlannedWord"],
            AppointmentState.Came => T["VisitCameWord"],
            AppointmentState.DidNotCome => T["VisitDidNotComeWord"],
            AppointmentState.Moved => T["VisitMovedWord"],
            AppointmentState.CalledOff => T["VisitCalledOffWord"],
        };

    /// <summary>Of a step, with the visit it is of.</summary>
    public static string InWords(this AppointmentStep step) =>
        T[
            step.Kind switch
            {
                AppointmentStepKind.Planned => "VisitPlannedOn",
                AppointmentStepKind.Came => "VisitCameOn",
                AppointmentStepKind.DidNotCome => "VisitDidNotComeOn",
                AppointmentStepKind.Moved => "VisitMovedOn",
                AppointmentStepKind.CalledOff => "VisitCalledOffOn",
                AppointmentStepKind.OpenAgain => "VisitOpenAgainOn",
                AppointmentStepKind.FollowedUp => "VisitFollowedUpOn",
            },
            step.VisitKind.InWords(),
            step.Details.When(),
            step.Details.WithName
        ];

    /// <summary>"Dec 4, 2026, 10:00 AM", where the program is.</summary>
    public static string When(this AppointmentDetails details) => $"{details.On.Day()}, {details.At.Clock()}";
}
