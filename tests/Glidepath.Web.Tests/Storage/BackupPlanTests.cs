using System.Net;
using Glidepath.Application.Administration.Backups;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Privacy;
using Microsoft.Extensions.DependencyInjection;

namespace Glidepath.Web.Tests.Storage;

/// <summary>What an operator writes into the configuration, and what pages and monitors then say.</summary>
public sealed class BackupPlanTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("glidepath-plan-").FullName;
    private readonly (string PrivatePem, string PublicPem) _pair = BackupKeyPair.Make();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string PublicFile => Path.Combine(_root, "backup.pub");

    private string Data => Path.Combine(_root, "data");

    public BackupPlanTests()
    {
        File.WriteAllText(PublicFile, _pair.PublicPem);
        Directory.CreateDirectory(Path.Combine(Data, "backups"));
        Directory.CreateDirectory(Path.Combine(_root, "backups"));
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_setting_that_cannot_be_used_is_refused_by_its_name_with_what_is_accepted()
    {
        Assert.Null(BackupPlan.Of(new BackupOptions(), new StoreLocation(Data)));
        Assert.NotNull(Plan(o => { }));
        var secret = Path.Combine(_root, "backup.key");
        File.WriteAllText(secret, _pair.PrivatePem);
        foreach (
            var (change, says) in new (Action<BackupOptions>, string)[]
            {
                (o => o.Folder = null, "Backup:Folder: read \"\""),
                (o => o.Folder = "backups", "the whole path of a folder"),
                (o => o.Folder = Path.Combine(Data, "backups"), "outside the data folder"),
                (o => o.Folder = Data, "outside the data folder"),
                (o => o.At = "2:30", "Backup:At: read \"2:30\"; accepted: a time of day such as 02:30"),
                (o => o.At = "24:00", "a time of day such as 02:30"),
                (o => o.Keep = 0, "Backup:Keep: read \"0\""),
                (o => o.OldestHours = 24, "Backup:OldestHours: read \"24\""),
                (o => o.PublicKey = null, "Backup:PublicKey"),
                (o => o.PublicKey = Path.Combine(_root, "none"), "a file that is there"),
                (o => o.PublicKey = secret, "the public key, not the private one"),
                (o => o.PublicKey = Path.Combine(Data, "..", "backup.txt"), "a file that is there"),
            }
        )
            Assert.Contains(says, Assert.Throws<StoreRefusedException>(() => Plan(change)).Message, StringComparison.Ordinal);
        File.WriteAllText(PublicFile, "not a key");
        Assert.Equal("backup.key", Assert.Throws<StoreRefusedException>(() => Plan(o => { })).Rule);
        using var rsa = System.Security.Cryptography.RSA.Create(2048);
        File.WriteAllText(PublicFile, rsa.ExportSubjectPublicKeyInfoPem());
        Assert.Equal("backup.key", Assert.Throws<StoreRefusedException>(() => Plan(o => { })).Rule);
    }

    [Fact]
    public void A_link_does_not_lead_backups_into_the_data_folder()
    {
        var link = Path.Combine(_root, "elsewhere");
        Directory.CreateSymbolicLink(link, Data);
        foreach (var folder in new[] { link, Path.Combine(link, "backups"), Path.Combine(_root, "backups", "..", "data", "backups") })
            Assert.Contains(
                "outside the data folder",
                Assert.Throws<StoreRefusedException>(() => Plan(o => o.Folder = folder)).Message,
                StringComparison.Ordinal
            );
        // The other way round it is the same folder.
        var plan = BackupPlan.Of(Options(), new StoreLocation(link));
        Assert.Equal("backups", plan!.FolderName);
    }

    [Fact]
    public async Task Without_a_schedule_the_page_and_the_monitor_say_that_there_is_none()
    {
        await using var app = new GlidepathApp();
        var (admin, _) = await app.SignedInAsync(Role.Administrator);
        Assert.Contains("No scheduled backup is configured", await admin.GetStringAsync("/admin/store", Stop), StringComparison.Ordinal);
        Assert.Equal("ok\nno scheduled backup is configured\n", await app.Stranger().GetStringAsync("/health/backup", Stop));
        app.Address = IPAddress.Parse("203.0.113.9");
        Assert.Equal("ok", await app.Stranger().GetStringAsync("/health/backup", Stop));
    }

    [Fact]
    public async Task The_page_shows_the_last_good_backup_and_the_folder_by_its_name_alone()
    {
        await using var app = Configured();
        await app.Services.GetRequiredService<ScheduledBackup>().MakeIfDueAsync(Stop);
        var (admin, _) = await app.SignedInAsync(Role.Administrator);
        var page = await admin.GetStringAsync("/admin/store", Stop);
        Assert.Contains("(0 hours ago)", page, StringComparison.Ordinal);
        Assert.Contains(BackupKeyPair.Of(_pair.PublicPem).Fingerprint, page, StringComparison.Ordinal);
        Assert.Contains("<dd translate=\"no\">backups</dd>", page, StringComparison.Ordinal);
        Assert.DoesNotContain(_root, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Backups need attention", await admin.GetStringAsync("/admin", Stop), StringComparison.Ordinal);
        Assert.Equal("ok\nlast good backup 0 hours ago\n", await app.Stranger().GetStringAsync("/health/backup", Stop));
        Assert.Equal("ok", await app.Stranger().GetStringAsync("/health/ready", Stop));
    }

    [Fact]
    public async Task A_backup_that_failed_is_an_alarm_of_the_administrator_and_of_the_monitor_and_the_host_serves()
    {
        Directory.Delete(Path.Combine(_root, "backups"));
        await using var app = Configured();
        await app.Services.GetRequiredService<ScheduledBackup>().MakeIfDueAsync(Stop);
        var (admin, _) = await app.SignedInAsync(Role.Administrator);
        foreach (var address in new[] { "/admin", "/admin/store" })
        {
            var page = await admin.GetStringAsync(address, Stop);
            Assert.Contains("Backups need attention", page, StringComparison.Ordinal);
            Assert.Contains("The folder is not there.", page, StringComparison.Ordinal);
        }
        using (var answer = await app.Stranger().GetAsync("/health/backup", Stop))
            Assert.Equal(
                (HttpStatusCode.ServiceUnavailable, "degraded\nno good backup yet; the last attempt failed\n"),
                (answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop))
            );
        using var ready = await app.Stranger().GetAsync("/health/ready", Stop);
        Assert.Equal((HttpStatusCode.OK, "degraded"), (ready.StatusCode, await ready.Content.ReadAsStringAsync(Stop)));
    }

    private GlidepathApp Configured() =>
        new()
        {
            Settings = new Dictionary<string, string>
            {
                ["Backup:Folder"] = Path.Combine(_root, "backups"),
                ["Backup:PublicKey"] = PublicFile,
            },
        };

    private BackupOptions Options() => new() { Folder = Path.Combine(_root, "backups"), PublicKey = PublicFile };

    private BackupPlan? Plan(Action<BackupOptions> change)
    {
        var options = Options();
        change(options);
        return BackupPlan.Of(options, new StoreLocation(Data));
    }
}
