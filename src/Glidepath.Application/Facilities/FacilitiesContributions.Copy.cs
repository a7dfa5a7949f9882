using Glidepath.Application.Shared;
using Glidepath.Treatment.Facilities;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Application.Facilities;

internal static partial class FacilitiesContributions
{
    private static readonly CopySection[] InCopy =
    [
        // Of referrals that hold or were kept: one that was declined, withdrawn or not kept has no appointment any more. Of a referral, the
        // appointment that stands in it is an appointment; nothing else of it is told.
        new(
            InformationCategory.Appointments,
            "Appointments at other places",
            ["Day", "Place", "When"],
            CopyRows.Each(
                r => r.AppointmentOn ?? DateOnly.MinValue,
                (r, _, today) =>
                    r.AppointmentOn is { } on ? [new[] { CopyText.Day(on), r.PlaceName, on < today ? "past" : "to come" }] : [],
                RecordPart.Of<Referral>(r => r.State == ReferralState.Appointment || r.State == ReferralState.Arrived)
            )
        )
        {
            Opens = DataClass.Referrals,
            Empty = "No appointment at another place is on record.",
        },
        new(
            InformationCategory.Referrals,
            "Places we asked for you",
            ["Begun", "Place", "Now"],
            CopyRows.One<Referral>(r => r.DraftedOn, r => [CopyText.Day(r.DraftedOn), r.PlaceName, HelplineWords.Words(r.State)])
        )
        {
            IsOwn = true,
        },
        new(
            InformationCategory.Referrals,
            "What those places said",
            ["Day", "Step", "Words"],
            CopyRows.One<ReferralMove>(m => m.On, m => [CopyText.Day(m.On), HelplineWords.Words(m.To), m.Words])
        )
        {
            IsOwn = true,
        },
    ];
}
