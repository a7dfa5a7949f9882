using Glidepath.Storage;
using Glidepath.Storage.Facilities;
using Glidepath.Treatment.Facilities;
using Glidepath.Web.Facilities.Demo;
using Glidepath.Web.Facilities.Helpline;
using Glidepath.Web.Privacy;
using Glidepath.Web.Shared.Contributions;

namespace Glidepath.Web.Facilities;

/// <summary>Find care, compare, ask; how the order is made; calls, referrals, and what is known of places.</summary>
internal static partial class FacilitiesArea
{
    public static void AddFacilities(this WebApplicationBuilder builder)
    {
        builder
            .Services.AddSingleton<LoadedDirectory>()
            .AddSingleton<FinderService>()
            .AddSingleton(Directory)
            .AddSingleton<DirectoryUploads>()
            .AddSingleton<PublicFairness>()
            .AddScoped<DirectoryAdmin>()
            .AddScoped<HelplineService>()
            .AddScoped<ReferralService>();
        builder.Services.AddSingleton<DirectoryRefresh>().AddHostedService(services => services.GetRequiredService<DirectoryRefresh>());
        builder.Services.HandOver(InCopy).HandOver(Page).HandOver(StaffPages).HandOver(Names).HandOver(NoRow);
    }

    public static void MapFacilities(this WebApplication app)
    {
        app.MapMatchApi();
        app.MapDirectoryApi();
        app.MapHsds();
        app.MapLocatorAlias();
    }

    private static DirectoryStore Directory(IServiceProvider services) =>
        new(
            services.GetRequiredService<Store>(),
            services.GetRequiredService<HostOptions>().Demo
                ? DemoDirectory.Places(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime)
                : null
        );

    private static readonly RecordLink Page = new(
        "Referrals",
        "/referrals",
        90,
        RecordClass.Referrals,
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
        new("Our own place", "/director/fairness", 80, Policies.Roles[Policies.Director]),
    ];

    private static readonly RecordName[] Names =
    [
        new(typeof(Referral), "places we asked for you"),
        new(typeof(ReferralMove), "what those places said"),
    ];

    private static readonly LeftOut[] NoRow =
    [
        new(RecordList.Demo, "A referral is made from a search, as the demo shows it.", typeof(Referral), typeof(ReferralMove)),
        new(RecordList.Today, "What is due of referrals has its own list for the staff who asked.", typeof(Referral), typeof(ReferralMove)),
        new(RecordList.Timeline, "Calls and referrals have their own page, with every step.", typeof(Referral), typeof(ReferralMove)),
    ];
}
