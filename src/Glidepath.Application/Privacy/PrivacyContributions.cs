using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Privacy;
using Glass = Glidepath.Treatment.Privacy.BreakGlass;

namespace Glidepath.Application.Privacy;

/// <summary>What consents, disclosures and break-glass hand over: their services, and their rows in the lists of a record.</summary>
internal static partial class PrivacyContributions
{
    public static IServiceCollection AddDisclosures(this IServiceCollection services) =>
        services
            .AddSingleton(p => new DisclosureAccess(p.GetRequiredService<Store>()))
            .AddSingleton<RecordSections>()
            .AddSingleton(p => new KeyDestructionService(p.GetRequiredService<Store>()))
            .AddScoped<DisclosureService>()
            .AddScoped<OwnRecord>()
            .AddScoped<ConsentService>()
            .AddScoped<BreakGlassService>()
            .AddScoped<AccountingService>()
            .AddScoped<RegisterService>()
            .AddScoped<FamilyService>()
            .AddScoped<SpokenDisclosures>()
            .AddScoped<ReportService>()
            .AddScoped<EmergencyService>()
            .HandOver(OnTimeline)
            .HandOver(Reviews)
            .HandOver(InDemo)
            .HandOver(Names)
            .HandOver(NoRow);

    private static readonly RecordName[] Names =
    [
        new(typeof(Consent), "your consents"),
        new(typeof(ConsentEnd), "the end of a consent"),
        new(typeof(RecipientTold), "who was told that a consent ended"),
        new(typeof(NoticeAcknowledgement), "that you got our privacy notice"),
        new(typeof(Restriction), "your restrictions"),
        new(typeof(DisclosureRecord), "the list of who got what"),
        new(typeof(EmergencyDisclosure), "what was shared in an emergency"),
        new(typeof(StatutoryReport), "reports that the law asks for"),
        new(typeof(LegalDemand), "papers from a court"),
        new(typeof(Glass), "the list of who opened your record off the team"),
        new(typeof(KeyDestruction), "the end of your record"),
    ];

    private static readonly LeftOut[] NoRow =
    [
        new(
            RecordList.Pages,
            "The privacy officer has it in a register, the patient on their own pages.",
            typeof(DisclosureRecord),
            typeof(EmergencyDisclosure),
            typeof(StatutoryReport),
            typeof(LegalDemand),
            typeof(Glass),
            typeof(KeyDestruction)
        ),
        new(
            RecordList.Demo,
            "It comes from an event that the person who shows the demo makes themselves.",
            typeof(ConsentEnd),
            typeof(RecipientTold),
            typeof(NoticeAcknowledgement),
            typeof(Restriction),
            typeof(DisclosureRecord),
            typeof(EmergencyDisclosure),
            typeof(StatutoryReport),
            typeof(LegalDemand),
            typeof(Glass),
            typeof(KeyDestruction)
        ),
        new(RecordList.Copy, "It has its own page for the patient.", typeof(Consent))
        {
            ToldAs = "Your consents and their ends: on the page “Who may know”.",
        },
        new(RecordList.Copy, "It belongs to the consent.", typeof(ConsentEnd), typeof(NoticeAcknowledgement), typeof(RecipientTold)),
        new(RecordList.Copy, "It has its own page for the patient.", typeof(Restriction))
        {
            ToldAs = "Your restrictions: on the page “Who may know”.",
        },
        new(RecordList.Copy, "It has its own page for the patient.", typeof(DisclosureRecord))
        {
            ToldAs = "Our disclosures, and to whom: on the page “Who got what, and why”.",
        },
        new(RecordList.Copy, "The disclosures by it are on that page.", typeof(EmergencyDisclosure), typeof(StatutoryReport)),
        new(RecordList.Copy, "It is made for a legal case.", typeof(LegalDemand))
        {
            ToldAs = "Papers of courts and what was made for a legal case (45 CFR 164.524(a)(1)(ii)): ask the privacy officer.",
        },
        new(RecordList.Copy, "It has its own page for the patient.", typeof(Glass))
        {
            ToldAs = "Who opened your record without being on your care team: on the page “Who looked”.",
        },
        new(RecordList.Copy, "With it there is no record to copy.", typeof(KeyDestruction)),
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
        new(RecordList.Timeline, "What a person asked to withhold is not on a page for the whole team.", typeof(Restriction)),
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
