using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Privacy.Consents;
using Glidepath.Web.Privacy.Emergency;
using Glidepath.Web.Shared.Contributions;
using Glass = Glidepath.Treatment.Privacy.BreakGlass;

namespace Glidepath.Web.Privacy.Disclosures;

/// <summary>Consents, the way out, break-glass, and the privacy officer's registers.</summary>
internal static partial class DisclosureArea
{
    public static void AddDisclosures(this WebApplicationBuilder builder)
    {
        builder
            .Services.AddSingleton(p => new DisclosureAccess(p.GetRequiredService<Store>()))
            .AddSingleton(p => new KeyDestructionService(p.GetRequiredService<Store>()));
        builder
            .Services.AddScoped<DisclosureService>()
            .AddScoped<ConsentService>()
            .AddScoped<BreakGlassService>()
            .AddScoped<AccountingService>()
            .AddScoped<RegisterService>()
            .AddScoped<FamilyService>()
            .AddScoped<SpokenDisclosures>()
            .AddScoped<ReportService>()
            .AddScoped<EmergencyService>();
        builder.Services.HandOver(OnTimeline).HandOver(Reviews).HandOver(NoRow);
    }

    public static void MapDisclosureArea(this WebApplication app)
    {
        app.MapDisclosures();
        app.MapPrivacyApi();
        app.MapBreakGlass();
    }

    private static readonly LeftOut[] NoRow =
    [
        new(
            RecordList.Today,
            "What waits in it is on the privacy officer's own pages.",
            typeof(Consent),
            typeof(ConsentEnd),
            typeof(RecipientTold),
            typeof(NoticeAcknowledgement),
            typeof(Restriction),
            typeof(DisclosureRecord),
            typeof(EmergencyDisclosure),
            typeof(StatutoryReport),
            typeof(LegalDemand),
            typeof(KeyDestruction)
        ),
        new(RecordList.Timeline, "It belongs to the consent, and is on its page.", typeof(RecipientTold), typeof(NoticeAcknowledgement)),
        new(RecordList.Timeline, "What a person asked to keep back is not on a page for the whole team.", typeof(Restriction)),
        new(
            RecordList.Timeline,
            "It is in a register of the privacy officer, and on the patient's own pages.",
            typeof(DisclosureRecord),
            typeof(EmergencyDisclosure),
            typeof(StatutoryReport),
            typeof(LegalDemand),
            typeof(Glass)
        ),
        new(RecordList.Timeline, "Nothing of the record can be read any more.", typeof(KeyDestruction)),
    ];
}
