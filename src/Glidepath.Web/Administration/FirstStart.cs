using Glidepath.Application.Accounts;
using Glidepath.Application.Monitoring;
using Glidepath.Application.Patients;
using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Web.Accounts;
using Glidepath.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Web.Administration;

/// <summary>What the terminal says at a start: where to go, and how the first administrator comes in.</summary>
internal static class FirstStart
{
    public static async Task GreetAsync(WebApplication app, HostOptions options)
    {
        var address = app.Urls.Concat((options.Urls ?? app.Configuration["urls"] ?? HostOptions.DefaultUrl).Split(';')).First();
        Console.WriteLine($"Glidepath: {address}");
        if (options.Demo)
            await DemoAsync(app);
        else if (await FirstCodeAsync(app) is { } code)
            Console.WriteLine(
                $"Nobody can sign in yet. To be the first administrator, open {address}/enrol on this machine within 30 minutes "
                    + $"and type this code:\n\n    {code}\n"
            );
    }

    private static async Task DemoAsync(WebApplication app)
    {
        var accounts = await DemoAccounts.EnsureAsync(app.Services);
        var areas = app.Services.GetServices<DemoEntries>();
        await new DemoClinic(app.Services.GetRequiredService<Store>(), accounts, areas).EnsureAsync(CancellationToken.None);
        await DemoIncident.EnsureAsync(
            app.Services.GetRequiredService<Store>(),
            accounts[Treatment.Privacy.Role.PrivacyOfficer].Id,
            CancellationToken.None
        );
        await DemoDuty.EnsureAsync(app.Services.GetRequiredService<Store>(), accounts, DemoAccounts.NightNurse, CancellationToken.None);
        Console.WriteLine($"This is a demo: everybody in it is made up. Sign in at /sign-in with the password {DemoAccounts.Password} as");
        foreach (var (role, account) in accounts)
            Console.WriteLine($"    {account.UserName, -18} {role} ({Policies.Home(role)})");
    }

    /// <returns>Null once there is an account.</returns>
    internal static async Task<string?> FirstCodeAsync(WebApplication app)
    {
        await using var db = app.Services.GetRequiredService<Store>().CreateDbContext();
        return await db.Users.AnyAsync()
            ? null
            : await app.Services.GetRequiredService<OneTimeCodes>().IssueFirstAsync(CancellationToken.None);
    }
}
