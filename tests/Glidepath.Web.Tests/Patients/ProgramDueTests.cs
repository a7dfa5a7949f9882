using System.Net;
using System.Text.RegularExpressions;
using Glidepath.Treatment.Privacy;
using Microsoft.Extensions.Time.Testing;

namespace Glidepath.Web.Tests.Patients;

/// <summary>What the director sees of the work of the program.</summary>
public sealed partial class ProgramDueTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);
    private readonly GlidepathApp _app;

    public ProgramDueTests() => _app = new GlidepathApp { Clock = _clock };

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_director_sees_what_is_due_by_whose_it_is_and_nobodys_name()
    {
        var ana = await PersonInCare.MakeAsync(_app);
        foreach (var whom in new[] { $"{ana.StaffAccount.Id}", "Nurse" })
            using (var made = await AskAsync(ana, $"Ring the pharmacy for {whom}", whom))
                Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        Assert.Equal(
            ["Not assigned to a person: 1 today", $"{ana.StaffAccount.DisplayName}: 1 today", "Whole program: 2 today"],
            await LinesAsync()
        );
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(
            ["Not assigned to a person: 1 late", $"{ana.StaffAccount.DisplayName}: 1 late", "Whole program: 2 late"],
            await LinesAsync()
        );
    }

    [Fact]
    public async Task Nothing_due_is_no_table_and_what_is_due_is_for_the_director_alone()
    {
        var ana = await PersonInCare.MakeAsync(_app);
        Assert.Empty(await LinesAsync());
        using (var made = await AskAsync(ana, "Ring the pharmacy", "Nurse"))
            Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        Assert.NotEmpty(await LinesAsync());
        using var refused = await ana.Staff.GetAsync("/director", TestContext.Current.CancellationToken);
        Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);
    }

    private Task<HttpResponseMessage> AskAsync(PersonInCare person, string what, string whom) =>
        person.SendAsync(
            $"/patients/{person.Id}/tasks",
            ("what", what),
            ("for", whom),
            ("due", $"{DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime):yyyy-MM-dd}")
        );

    /// <summary>Who, and what is due of their tasks.</summary>
    private async Task<List<string>> LinesAsync()
    {
        var (director, _) = await _app.SignedInAsync(Role.Director);
        var page = await director.GetStringAsync("/director", TestContext.Current.CancellationToken);
        Assert.DoesNotContain("Sample", page, StringComparison.Ordinal);
        Assert.DoesNotContain("pharmacy", page, StringComparison.Ordinal);
        return
        [
            .. Row()
                .Matches(page)
                .Select(m => $"{Tag().Replace(m.Groups[1].Value, "").Trim()}: {Tag().Replace(m.Groups[2].Value, "").Trim()}"),
        ];
    }

    [GeneratedRegex("<tr><th scope=\"row\">(.*?)</th>.*?<td data-label=\"Tasks\">(.*?)</td>", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}
