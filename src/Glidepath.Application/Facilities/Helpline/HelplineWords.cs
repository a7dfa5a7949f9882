using Glidepath.Treatment.Facilities;

namespace Glidepath.Application.Facilities;

internal static class HelplineWords
{
    public static string Words(this ReferralState state) =>
        state switch
        {
            ReferralState.Drafted => "Drafted",
            ReferralState.Consented => "The person agreed",
            ReferralState.Sent => "The place was told",
            ReferralState.Accepted => "The place said yes",
            ReferralState.Waitlisted => "On the waiting list",
            ReferralState.Declined => "The place said no",
            ReferralState.Appointment => "Appointment made",
            ReferralState.Arrived => "Arrived",
            ReferralState.DidNotArrive => "Did not arrive",
            ReferralState.Withdrawn => "No longer wanted",
        };

    public static string Words(this DeclineReason reason) =>
        reason switch
        {
            DeclineReason.Full => "Full",
            DeclineReason.DoesNotTakePayer => "Does not take this way to pay",
            DeclineReason.NotForBenzodiazepines => "Does not treat benzodiazepine dependence",
            DeclineReason.NotForPrescribedDependence => "Does not take prescribed dependence",
            DeclineReason.NeedsHigherSetting => "Needs more care than they give",
            DeclineReason.NeedsLowerSetting => "Needs less care than they give",
            DeclineReason.AgeOrSex => "Age or sex",
            DeclineReason.OutOfArea => "Out of their area",
            DeclineReason.Other => "Another reason",
        };

    public static string Words(this CallOutcome outcome) =>
        outcome switch
        {
            CallOutcome.EmergencyHandedOver => "Emergency: 911 or 988, and stayed on the line",
            CallOutcome.NumbersGiven => "Gave names and numbers",
            CallOutcome.ReferralDrafted => "Wants a referral or to come to us",
            CallOutcome.CallBackAgreed => "We call back",
            CallOutcome.OnlyTalked => "Only talked",
            CallOutcome.EndedEarly => "The call ended early",
        };
}
