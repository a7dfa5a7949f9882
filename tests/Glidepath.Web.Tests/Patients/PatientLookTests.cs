using Glidepath.Treatment.Privacy;

namespace Glidepath.Web.Tests.Patients;

/// <summary>Writes the pages to a folder, to be looked at: only where <c>GLIDEPATH_LOOK</c> names one.</summary>
public sealed class PatientLookTests
{
    [Fact]
    public async Task The_pages_can_be_looked_at()
    {
        var folder = Environment.GetEnvironmentVariable("GLIDEPATH_LOOK");
        Assert.SkipWhen(folder is null, "GLIDEPATH_LOOK is not set.");
        await using var app = new GlidepathApp { Demo = true };
        var (client, _) = await app.SignedInAsync(Role.Prescriber);
        var id = await client.RegisterAsync("Maya", "Sample");
        await client.RegisterAsync("Theo", "Example");
        var day = DateTime.UtcNow.ToString("yyyy-MM-dd");
        using var move = await client.PostOnceAsync($"/api/patients/{id}/episode/moves", new { to = "intake", on = day });
        using var door = await GlidepathApp.Send(client, $"/patients/{id}/door", ("door", "Prescribed"));
        using var one = await GlidepathApp.Send(client, $"/patients/{id}/door/one", ("prescriber", "Dr. Example"), ("drug", "clonazepam"), ("questions", "What about my sleep?"));
        using var reach = await GlidepathApp.Send(client, $"/patients/{id}/reach", ("phone", "555 010 0100"), ("privacy", "OthersCanSee"), ("seen", "my partner has the code"), ("call", "Yes"), ("voice", "No"));
        using var problem = await client.PostOnceAsync($"/api/patients/{id}/problems", new { code = "F41.0", on = day });
        using var decision = await client.PostOnceAsync($"/api/patients/{id}/setting", new { on = day, setting = "outpatient", reason = "Steady at home; her sister is with her." });
        foreach (var page in PatientJourney.Pages.Select(p => $"/patients/{id}{p}").Concat(["/today", "/patients", "/patients/new"]))
            await File.WriteAllTextAsync(Path.Combine(folder!, page.Replace(id.ToString(), "p", StringComparison.Ordinal).Trim('/').Replace('/', '-') + ".html"), await client.GetStringAsync(page, PatientJourney.Stop), PatientJourney.Stop);
        using var lost = await GlidepathApp.Send(client, $"/patients/{id}/details", ("version", "x"), ("given", "Maja"), ("family", "Sample"), ("language", "en"));
        await File.WriteAllTextAsync(Path.Combine(folder!, "conflict.html"), await lost.Content.ReadAsStringAsync(PatientJourney.Stop), PatientJourney.Stop);
        using var bad = await GlidepathApp.Send(client, "/patients/new", ("born", "3 March"));
        await File.WriteAllTextAsync(Path.Combine(folder!, "errors.html"), await bad.Content.ReadAsStringAsync(PatientJourney.Stop), PatientJourney.Stop);
    }
}
