using Glidepath.Application.Facilities;
using Glidepath.Application.Shared;
using Glidepath.Treatment.Facilities;
using Glidepath.Web.Shared;

namespace Glidepath.Web.Facilities;

/// <summary>Find care, compare, ask; how the order is made; calls, referrals, and what is known of places.</summary>
internal static class FacilitiesArea
{
    public static void AddFacilities(this WebApplicationBuilder builder)
    {
        builder.Services.AddFacilities();
        builder.Services.HandOver(Page).HandOver(StaffPages);
    }

    public static void MapFacilities(this WebApplication app)
    {
        app.MapMatchApi();
        app.MapDirectoryApi();
        app.MapHsds();
        app.MapLocatorAlias();
    }

    private static readonly RecordLink Page = new(
        "Referrals",
        "/referrals",
        RecordTab.Care,
        40,
        DataClass.Referrals,
        typeof(Referral),
        typeof(ReferralMove)
    );

    private static readonly StaffLink[] StaffPages =
    [
        new("Call", "/helpline", 1, Policies.Roles[Policies.Helpline]),
        new("Call backs", "/helpline/call-backs", 2, Policies.Roles[Policies.Helpline]),
        new("Places", "/helpline/places", 3, Policies.Roles[Policies.Helpline]),
        // Right after the calls where calls are the work, last where they are not.
        new("Referrals", "/referrals", 4, Policies.Roles[Policies.Helpline]),
        new("Referrals", "/referrals", 40, Policies.Roles[Policies.Clinician]),
        new("Directory", "/admin/directory", 103, Policies.Roles[Policies.Administrator]),
        new("Our own place", "/director/fairness", 80, Policies.Roles[Policies.Director]),
    ];
}
