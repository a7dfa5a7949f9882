using Glidepath.Application.Administration;
using Glidepath.Application.Shared;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Glidepath.Web.Tests.Patients;

/// <summary>What a route costs the store: commands and rows of the audit, counted and not timed.</summary>
public sealed class SqlCountTests(ITestOutputHelper output) : IDisposable
{
    // The clock stands still, so that nothing grows old between two requests.
    private readonly GlidepathApp _app = new() { Clock = new FakeTimeProvider(DateTimeOffset.UtcNow) };

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Ten_routes_of_the_record_keep_their_ceilings_of_commands_at_first_and_while_what_decides_is_kept()
    {
        var ana = await PersonInCare.MakeAsync(_app, Role.Prescriber);
        (string Route, int First, int Then)[] ceilings =
        [
            ($"/api/patients/{ana.Id}/episode", 9, 7),
            ($"/api/patients/{ana.Id}/problems", 8, 6),
            ("/api/patients", 8, 6),
            ($"/patients/{ana.Id}", 12, 10),
            ($"/patients/{ana.Id}/problems", 9, 7),
            ($"/patients/{ana.Id}/pathway", 12, 10),
            ($"/patients/{ana.Id}/assessments", 16, 14),
            ($"/patients/{ana.Id}/intake", 13, 11),
            ("/patients", 8, 6),
            ("/today", 10, 8),
        ];
        await Task.WhenAll(_app.Services.GetServices<IHostedService>().OfType<DailyWork>().Select(w => w.FirstTime));
        using var count = new SqlCount(_app.Store.Location.SqliteFile);
        List<string> over = [];
        foreach (var (route, first, then) in ceilings)
        {
            // Once before, so that what is made once a host is made.
            await ana.GetAsync(route);
            _app.Store.Seals.Kept.Clear();
            foreach (var most in new[] { first, then })
            {
                count.Take();
                await ana.GetAsync(route);
                var commands = count.Take();
                Assert.NotEmpty(commands);
                output.WriteLine($"{route}: {commands.Count}");
                if (commands.Count > most)
                    over.Add($"{route}: {commands.Count} commands, at most {most}:\n{string.Join('\n', commands)}");
            }
        }
        Assert.True(over.Count == 0, string.Join("\n\n", over));
    }
}
