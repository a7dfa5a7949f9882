using Glidepath.Application.Administration;
using Glidepath.Application.Administration.Backups;
using Glidepath.Application.Patients;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Web.Accounts;
using Glidepath.Web.Shared;

namespace Glidepath.Web.Administration;

/// <summary>The record behind the pages: found, opened and, while the host runs, anchored outside the database.</summary>
internal static class StoreHost
{
    /// <returns>False where the keys cannot be had; <paramref name="refusal"/> says what to do.</returns>
    public static bool TryAddStore(this WebApplicationBuilder builder, HostOptions options, out string? refusal)
    {
        var location = new StoreLocation(
            options.DataDirectory ?? DefaultFolder(options.Demo),
            builder.Configuration.GetConnectionString("Glidepath")
        );
        refusal = null;
        try
        {
            builder.Services.AddGlidepathStorage(location, KeyFiles.Load(location.KeyFolder, create: location.IsNew));
            builder.Services.AddHostedService<AnchorService>();
            builder.Services.AddOptions<RetentionOptions>().BindConfiguration("Retention");
            builder.Services.AddHostedService<FindableByPart>();
            builder.Services.AddSingleton<CleanUp>().AddHostedService(p => p.GetRequiredService<CleanUp>());
            builder.Services.AddSingleton<StoreWatch>().AddHostedService(p => p.GetRequiredService<StoreWatch>());
            builder.AddScheduledBackup(location);
            return true;
        }
        catch (StoreRefusedException refused)
        {
            refusal = refused.Message;
            return false;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            refusal = StoreStart.Unusable(location.DataDirectory, failed).Message;
            return false;
        }
    }

    private static void AddScheduledBackup(this WebApplicationBuilder builder, StoreLocation location)
    {
        BackupPlan? plan;
        try
        {
            plan = BackupPlan.Of(builder.Configuration.GetSection("Backup").Get<BackupOptions>() ?? new(), location);
        }
        catch (InvalidOperationException unread)
        {
            throw new StoreRefusedException(
                "backup.setting",
                $"{unread.Message} Accepted for Backup:Keep and :OldestHours: whole numbers."
            );
        }
        builder.Services.AddSingleton(p => new ScheduledBackup(
            plan,
            p.GetRequiredService<Store>(),
            p.GetRequiredService<TimeProvider>(),
            p.GetRequiredService<ILogger<ScheduledBackup>>()
        ));
        builder.Services.AddHostedService(p => p.GetRequiredService<ScheduledBackup>());
        builder.Services.AddHealthChecks().AddCheck<ScheduledBackup>("backup", tags: ["ready", Telemetry.BackupTag]);
    }

    /// <summary>Opens the store, prints what a first start has to tell, and serves until stopped.</summary>
    /// <returns>The exit code: 0, or 2 where the store was refused.</returns>
    public static async Task<int> RunWithStoreAsync(this WebApplication app, HostOptions options)
    {
        try
        {
            var store = app.Services.GetRequiredService<Store>();
            await StoreStart.OpenAsync(store, options.Demo, CancellationToken.None, app.Configuration["Program:TimeZone"]);
            await StoreGate.PassAsync(store, options, CancellationToken.None);
            if (await CleanStop.BeginAsync(store, CancellationToken.None) is > 0 and var ended)
                Console.WriteLine($"The last stop was not a clean one: {ended} sessions were ended. Everyone signs in again.");
        }
        catch (StoreRefusedException refused)
        {
            await Console.Error.WriteLineAsync($"glidepath: {refused.Message}");
            return 2;
        }
        await FirstStart.GreetAsync(app, options);
        await app.RunAsync();
        return 0;
    }

    // Beside the app, as a newcomer expects; a demo never shares the folder of a real store.
    private static string DefaultFolder(bool demo) => Path.GetFullPath(demo ? "glidepath-demo" : "glidepath-data");
}

/// <summary>
/// Outside the database: what ended, every five minutes; the end of the audit chain, once an hour; both when the host stops.
/// </summary>
internal sealed partial class AnchorService(Store store, TimeProvider clock, ILogger<AnchorService> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    private const int AnchorsEvery = 12;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var turn = 1; !stoppingToken.IsCancellationRequested; turn++)
        {
            await Task.Delay(Every, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!stoppingToken.IsCancellationRequested)
                await WriteAsync(anchors: turn % AnchorsEvery == 0, stoppingToken);
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await WriteAsync(anchors: true, cancellationToken);
    }

    private async Task WriteAsync(bool anchors, CancellationToken cancellationToken)
    {
        try
        {
            await AccessEnds.AppendAsync(store, cancellationToken);
            if (anchors)
                await AnchorFile.AppendAsync(store, cancellationToken);
        }
        catch (Exception failed)
            when (failed is IOException or UnauthorizedAccessException or StoreRefusedException or System.Data.Common.DbException)
        {
            Failed(log, failed);
        }
    }

    [LoggerMessage(LogLevel.Error, "The audit chain could not be anchored.")]
    private static partial void Failed(ILogger log, Exception exception);
}
