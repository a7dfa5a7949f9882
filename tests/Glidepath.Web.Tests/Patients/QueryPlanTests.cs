using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Tests.Shared;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Web.Tests.Patients;

/// <summary>How SQLite finds what the pages of the record ask for.</summary>
public sealed partial class QueryPlanTests : IDisposable
{
    // Of the whole organization, and never long.
    private static readonly string[] Short =
    [
        "StoreFacts",
        "RegisteredApproval",
        "ServiceAgreement",
        "ProgrammeScope",
        "AuditHeads",
        "AspNetRoles",
        "InstrumentFile",
    ];

    private readonly GlidepathApp _app = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task No_page_of_the_record_walks_through_a_table_that_grows()
    {
        var ana = await PersonInCare.MakeAsync(_app, Role.Prescriber);
        using var count = new SqlCount(_app.Store.Location.SqliteFile);
        foreach (
            var route in new[]
            {
                $"/api/patients/{ana.Id}/episode",
                $"/patients/{ana.Id}",
                $"/patients/{ana.Id}/problems",
                $"/patients/{ana.Id}/assessments",
                $"/patients/{ana.Id}/intake",
                $"/patients/{ana.Id}/visits",
                "/patients",
                "/api/patients",
                "/today",
                "/visits",
                "/tasks",
                $"/patients/{ana.Id}/tasks",
            }
        )
            await ana.GetAsync(route);
        var (helpline, _) = await _app.SignedInAsync(Role.Helpline);
        foreach (var list in new[] { "/patients", "/today" })
            Assert.True((await helpline.GetAsync(list, Stop)).IsSuccessStatusCode);
        using var search = await ana.Staff.PostAsJsonAsync("/api/patients/search", new { names = "ana samp" }, Stop);
        Assert.True(search.IsSuccessStatusCode);
        // A tag stands before what only decides and what names its patients.
        var asked = count
            .Take()
            .Select(c => Tag().Replace(c, ""))
            .Where(c => c.StartsWith("SELECT", StringComparison.Ordinal))
            .Distinct()
            .ToList();
        Assert.True(asked.Count > 20);
        Assert.Contains(asked, c => c.Contains("INTERSECT", StringComparison.Ordinal));
        List<string> walks = [];
        await using var file = new SqliteConnection($"Data Source={_app.Store.Location.SqliteFile}");
        await file.OpenAsync(Stop);
        foreach (var text in asked)
            walks.AddRange((await StepsAsync(file, text)).Where(IsWalk).Select(step => $"{step}\n{text}"));
        Assert.True(walks.Count == 0, string.Join("\n\n", walks));

        // A walk would be seen.
        Assert.Contains(await StepsAsync(file, "SELECT \"a\".\"Mac\" FROM \"AuditEvents\" AS \"a\" WHERE \"a\".\"Mac\" = @p"), IsWalk);
    }

    // What a list is passed in is a virtual table.
    private bool IsWalk(string step) =>
        !step.Contains("VIRTUAL TABLE", StringComparison.Ordinal)
        && Walk().Match(step) is { Success: true } found
        && !IsShort(found.Groups[1].Value);

    // What a subquery gave is no table: whatever it walked through has a step of its own.
    private bool IsShort(string alias) => Short.Contains(_aliases.GetValueOrDefault(alias, alias)) || _subqueries.Contains(alias);

    private readonly Dictionary<string, string> _aliases = [];

    private readonly HashSet<string> _subqueries = [];

    private async Task<List<string>> StepsAsync(SqliteConnection file, string text)
    {
        _aliases.Clear();
        _subqueries.Clear();
        _subqueries.UnionWith(Subquery().Matches(text).Select(m => m.Groups[1].Value));
        foreach (Match found in Alias().Matches(text))
            _aliases[found.Groups[2].Value] = found.Groups[1].Value;
        await using var explain = file.CreateCommand();
        explain.CommandText = "EXPLAIN QUERY PLAN " + text;
        foreach (var name in Parameter().Matches(text).Select(m => m.Value).Distinct())
            explain.Parameters.AddWithValue(name, "[]");
        var steps = new List<string>();
        await using var reader = await explain.ExecuteReaderAsync(Stop);
        while (await reader.ReadAsync(Stop))
            steps.Add(reader.GetString(3));
        return steps;
    }

    [GeneratedRegex("^(--[^\n]*\n|\\s)+")]
    private static partial Regex Tag();

    [GeneratedRegex("^\\) AS \"(\\w+)\"", RegexOptions.Multiline)]
    private static partial Regex Subquery();

    [GeneratedRegex("^SCAN (\\w+)")]
    private static partial Regex Walk();

    [GeneratedRegex("(?:FROM|JOIN) \"(\\w+)\" AS \"(\\w+)\"")]
    private static partial Regex Alias();

    [GeneratedRegex("@\\w+")]
    private static partial Regex Parameter();
}
