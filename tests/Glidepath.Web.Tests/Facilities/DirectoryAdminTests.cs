using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Glidepath.Application.Facilities;
using Glidepath.Storage.Facilities;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Facilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Glidepath.Web.Tests.Facilities;

/// <summary>/admin/directory and its API: first looked at, then taken over; what is not sound changes nothing.</summary>
public sealed partial class DirectoryAdminTests : IAsyncLifetime
{
    private const string Head =
        "    name1,name2,street1,street2,city,state,zip,county,phone,website,latitude,longitude,type_facility,sa,bdtx,co,md,zz \n";

    private readonly GlidepathApp _app = new();
    private HttpClient _admin = null!;

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    private string Uploads => Path.Combine(_app.Store.Location.DataDirectory, "uploads");

    public async ValueTask InitializeAsync() => (_admin, _) = await _app.SignedInAsync(Role.Administrator);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_file_is_looked_at_first_and_taken_over_when_somebody_says_so()
    {
        var page = await LookAsync("export 2025-08-19.csv", Csv(3));
        Assert.Contains("Nothing was changed yet.", page);
        Assert.Contains("SA 3", page.Replace("ZZ 3", "SA 3", StringComparison.Ordinal));
        Assert.Equal((0, 1), (await PlacesAsync(), Directory.GetFiles(Uploads).Length));
        Assert.Matches("^[0-9a-f]{64}\\.upload$", Path.GetFileName(Directory.GetFiles(Uploads)[0]));

        var done = await TakeAsync(page);
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal((3, 0), (await PlacesAsync(), Directory.GetFiles(Uploads).Length));
        Assert.Contains("export 2025-08-19.csv", await _admin.GetStringAsync("/admin/directory", Now));
        Assert.Equal(3, _app.Services.GetRequiredService<LoadedDirectory>().Current.Places.Count);
        await using var db = _app.Store.CreateDbContext();
        Assert.Equal(2, await db.AuditEvents.CountAsync(e => e.Target == "Directory", Now));
        Assert.Contains("not here any more", await TextAsync(await TakeAsync(page)));
    }

    [Fact]
    public async Task A_file_that_lost_its_rows_is_taken_only_when_somebody_has_looked()
    {
        await TakeAsync(await LookAsync("export 2025-08-19.csv", Csv(10)));
        var page = await LookAsync("export 2025-09-19.csv", Csv(5));
        Assert.Contains("it would be refused", page);
        var refused = await TakeAsync(page);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("50", await TextAsync(refused));
        Assert.Equal(10, await PlacesAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await TakeAsync(page, ("allow", "yes"))).StatusCode);
        Assert.Equal(5, await PlacesAsync());
    }

    [Fact]
    public async Task A_file_that_is_not_sound_is_named_for_what_it_is_and_changes_nothing()
    {
        foreach (
            var (name, file, said) in new (string, byte[], string)[]
            {
                ("a 2025-01-01.csv", [], "Choose a file"),
                ("a 2025-01-01.csv", Csv(3)[..^40], "cut short"),
                ("a 2025-01-01.csv", Encoding.UTF8.GetBytes("one,two\n1,2\n"), "No table of facilities"),
                ("a 2025-01-01.csv", Encoding.UTF8.GetBytes("service_code,service_name\nSA,Substance use\n"), "a table of codes alone"),
                ("a 2022.xlsx", Bomb(), "unpacks to more than"),
                ("a.csv", Csv(3), "does not tell its edition"),
                ("a 2025-01-01.csv", new byte[DirectoryUploads.MostBytes + 1], "larger than 16 MB"),
                ("a 2022.xlsx", "PK\x3\x4 and nothing more"u8.ToArray(), "not whole"),
                ("a 2022.xlsx", [1, 0, 2, 0, 3, 0, 4, 0, 5], "neither an XLSX workbook nor text"),
            }
        )
        {
            var answer = await SendAsync(name, file);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains(said, await TextAsync(answer));
            Assert.Equal(0, await PlacesAsync());
        }
    }

    [Fact]
    public async Task What_is_sent_for_the_kept_file_is_a_hash_or_nothing()
    {
        foreach (var sent in new[] { "../../keys/data.key", "..%2F..%2Fglidepath.db", "", new string('A', 64), new string('a', 64) + "\n" })
        {
            var page = await LookAsync("../../etc/export 2025-08-19.csv", Csv(3));
            Assert.DoesNotContain("/etc/", page);
            Assert.Contains(
                "not here any more",
                await TextAsync(await TakeAsync(Upload().Replace(page, $"name=\"upload\" value=\"{sent}\"")))
            );
            Assert.Equal(0, await PlacesAsync());
        }
    }

    [Fact]
    public async Task A_body_far_over_the_limit_is_a_413_here_and_what_other_pages_take_stays_small()
    {
        Assert.Equal(
            HttpStatusCode.RequestEntityTooLarge,
            (await SendAsync("a 2025-01-01.csv", new byte[DirectoryUploads.MostBytes + (1 << 20)])).StatusCode
        );
        using var content = Content("a.csv", new byte[2 << 20]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await _admin.PostAsync("/admin/store", content, Now)).StatusCode);
    }

    [Fact]
    public async Task Other_software_looks_first_too_and_takes_over_with_dryRun_false()
    {
        using var looked = JsonDocument.Parse(await TextAsync(await PostAsync("?name=export%202025-08-19.csv", Csv(10))));
        Assert.Equal(
            (false, 10),
            (
                looked.RootElement.GetProperty("isWritten").GetBoolean(),
                looked.RootElement.GetProperty("diff").GetProperty("programmesAdded").GetInt32()
            )
        );
        Assert.Equal(0, await PlacesAsync());
        using var taken = JsonDocument.Parse(await TextAsync(await PostAsync("?name=export%202025-08-19.csv&dryRun=false", Csv(10))));
        Assert.True(taken.RootElement.GetProperty("isWritten").GetBoolean());
        Assert.Equal(10, await PlacesAsync());
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync("?name=export%202025-09-19.csv&dryRun=false", Csv(2))).StatusCode);
        var bad = await PostAsync("?edition=2025-09-19", Csv(3)[..^40]);
        Assert.Equal(HttpStatusCode.BadRequest, bad.StatusCode);
        Assert.Contains("cut short", await TextAsync(bad));
        using var summary = JsonDocument.Parse(await _admin.GetStringAsync("/api/directory", Now));
        Assert.Equal(
            (10, 10),
            (summary.RootElement.GetProperty("places").GetInt32(), summary.RootElement.GetProperty("programmes").GetInt32())
        );
        var (nurse, _) = await _app.SignedInAsync(Role.Nurse);
        Assert.Equal(HttpStatusCode.NotFound, (await nurse.GetAsync("/api/directory", Now)).StatusCode);
    }

    private static byte[] Csv(int rows) =>
        Encoding.UTF8.GetBytes(
            "\uFEFF"
                + Head
                + string.Concat(
                    Enumerable
                        .Range(1, rows)
                        .Select(i =>
                            $"House {i} Care,,{i} Oak Street,,Palm "
                            + $"Springs,CA,92262,Riverside,760-555-0100,https://example.org,33.83,-116.54,SU,1,1,,1,1\n"
                        )
                )
        );

    /// <summary>400 MB of zeros in some 400 kB.</summary>
    private static byte[] Bomb()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 400; i++)
                part.Write(zeros);
        }
        return file.ToArray();
    }

    private async Task<string> LookAsync(string name, byte[] file)
    {
        var answer = await SendAsync(name, file);
        var text = await TextAsync(answer);
        Assert.True(answer.StatusCode is HttpStatusCode.OK, $"{answer.StatusCode}: {text}");
        return text;
    }

    private async Task<HttpResponseMessage> SendAsync(string name, byte[] file)
    {
        using var content = Content(name, file);
        foreach (Match hidden in Hidden().Matches(Form(await _admin.GetStringAsync("/admin/directory", Now), "look")))
            content.Add(new StringContent(WebUtility.HtmlDecode(hidden.Groups[2].Value)), hidden.Groups[1].Value);
        return await _admin.PostAsync("/admin/directory", content, Now);
    }

    private static MultipartFormDataContent Content(string name, byte[] file) => new() { { new ByteArrayContent(file), "file", name } };

    private Task<HttpResponseMessage> TakeAsync(string page, params (string, string)[] fields) =>
        GlidepathApp.Submit(_admin, "/admin/directory", Form(page, "import"), fields);

    private async Task<HttpResponseMessage> PostAsync(string query, byte[] file)
    {
        using var content = new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } };
        return await _admin.PostAsync("/api/directory/imports" + query, content, Now);
    }

    private async Task<int> PlacesAsync() => (await new DirectoryStore(_app.Store).SummaryAsync(Now)).Places;

    private static string Form(string page, string what) =>
        GlidepathApp.FormIn().Matches(page).Select(m => m.Value).Single(f => f.Contains($"value=\"{what}\"", StringComparison.Ordinal));

    private static async Task<string> TextAsync(HttpResponseMessage answer) =>
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Now));

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();

    [GeneratedRegex("name=\"upload\" value=\"[^\"]*\"")]
    private static partial Regex Upload();
}
