using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Facilities;
using Glidepath.Treatment.Facilities;

namespace Glidepath.Application.Facilities;

/// <summary>What the finder and the helpline hand over: their services, and their rows in the lists of a record.</summary>
internal static partial class FacilitiesContributions
{
    public static IServiceCollection AddFacilities(this IServiceCollection services) =>
        services
            .AddSingleton<LoadedDirectory>()
            .AddSingleton<FinderService>()
            .AddSingleton(Directory)
            .AddSingleton<DirectoryUploads>()
            .AddSingleton<PublicFairness>()
            .AddScoped<DirectoryAdmin>()
            .AddScoped<HelplineService>()
            .AddScoped<ReferralService>()
            .AddSingleton<DirectoryRefresh>()
            .AddHostedService(services => services.GetRequiredService<DirectoryRefresh>())
            .HandOver(InCopy)
            .HandOver(Names)
            .HandOver(NoRow);

    private static DirectoryStore Directory(IServiceProvider services) =>
        new(
            services.GetRequiredService<Store>(),
            services.GetRequiredService<DemoSetting>().IsDemo
                ? DemoDirectory.Places(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime)
                : null
        );

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
