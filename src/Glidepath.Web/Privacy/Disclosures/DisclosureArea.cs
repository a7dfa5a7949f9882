using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Privacy.Emergency;
using Glidepath.Web.Shared;

namespace Glidepath.Web.Privacy.Disclosures;

/// <summary>Consents, the way out, break-glass, and the privacy officer's registers.</summary>
internal static class DisclosureArea
{
    public static void AddDisclosures(this WebApplicationBuilder builder)
    {
        builder.Services.AddDisclosures();
        builder.Services.HandOver(Pages).HandOver(StaffPages);
    }

    public static void MapDisclosureArea(this WebApplication app)
    {
        app.MapDisclosures();
        app.MapPrivacyApi();
        app.MapBreakGlass();
    }

    private static readonly RecordLink[] Pages =
    [
        new(
            "Consents",
            "/consents",
            RecordTab.Sharing,
            10,
            DataClass.Consents,
            typeof(Consent),
            typeof(ConsentEnd),
            typeof(RecipientTold),
            typeof(NoticeAcknowledgement),
            typeof(Restriction)
        ),
        new("Summary to share", "/summary", RecordTab.Sharing, 20, DataClass.Assessments),
    ];

    private static readonly StaffLink[] StaffPages =
    [
        new("Privacy", "/privacy", 50, Policies.Roles[Policies.PrivacyOfficer]),
        new("Record destruction", "/privacy/destructions", 90, Policies.Roles[Policies.Director]),
    ];
}
