using System.Net;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Medications;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Tests.Patients;
using Glidepath.Web.Tests.Shared;

namespace Glidepath.Web.Tests.Monitoring;

/// <summary>The panel says what is suggested and what it rests on; the record feeds it, and a clinician decides.</summary>
public sealed class SuggestionPanelTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_anything_known_it_says_so_and_who_decides()
    {
        var ana = await PersonInCare.MakeAsync(app);
        var panel = await PanelAsync(ana);
        Assert.Contains("Not enough to say", panel);
        Assert.Contains("You decide.", panel);
        Assert.Contains("No cut is on record here, so there is no own usual yet.", panel);
        Assert.Contains("Not enough yet", await ana.GetAsync($"/patients/{ana.Id}/check-ins/trend"));
    }

    [Fact]
    public async Task What_the_check_ins_the_list_of_medicines_and_the_safety_panel_tell_is_shown_with_its_source()
    {
        var ana = await PersonInCare.MakeAsync(app);
        await WriteAsync(ana, Taking(ana, "clonazepam", "1 mg bedtime", "2019"), Taking(ana, "carbamazepine", "200 mg twice a day", null));
        var panel = await PanelAsync(ana);
        Assert.Contains("Hold is suggested", panel);
        Assert.Contains("a change in the drug level: carbamazepine", panel);
        Assert.Contains("Source: Program rule", panel);
        await WriteAsync(ana, CheckInOf(ana, new CheckInAnswers { Dose = DoseAnswer.No }));
        panel = await PanelAsync(ana);
        Assert.Contains("A call today is suggested", panel);
        Assert.Contains("Missed doses", panel);
        Assert.Contains("1 of the last 7 days", panel);
        Assert.Contains("a change in the drug level: carbamazepine", panel);
        using var red = await ana.SendAsync(
            $"/patients/{ana.Id}/check-ins/new",
            ("source", "Telephone"),
            ("on", $"{app.Store.Today:yyyy-MM-dd}"),
            ("flags", nameof(RedSign.SeeingThings))
        );
        Assert.EndsWith("/now", red.Headers.Location!.ToString());
        panel = await PanelAsync(ana);
        Assert.Contains("<h2>Red flag</h2>", panel);
        Assert.Contains("Danger sign: Hallucinations or psychosis", panel);
        using var closed = await ana.SendAsync(
            $"/patients/{ana.Id}/safety",
            ("concern", nameof(SafetyConcern.DangerSign)),
            ("reason", "Seen in the emergency room.")
        );
        Assert.Contains("A call today is suggested", await PanelAsync(ana));
    }

    [Fact]
    public async Task Where_a_part_is_withheld_there_is_no_suggestion_rather_than_a_wrong_one()
    {
        var ana = await PersonInCare.MakeAsync(app);
        await WriteAsync(ana, CheckInOf(ana, new CheckInAnswers { Dose = DoseAnswer.No }));
        await PersonInCare.RestrictAsync(app, ana.Id, InformationCategory.Medications, ana.StaffAccount.Id);
        var panel = await PanelAsync(ana);
        Assert.Contains("No suggestion: a part that it rests on is not open to you.", panel);
        Assert.DoesNotContain("is suggested", panel);
        Assert.Contains("Dose not taken", panel);
    }

    [Fact]
    public async Task The_trend_draws_each_line_and_says_what_is_not_known_yet()
    {
        var ana = await PersonInCare.MakeAsync(app);
        await WriteAsync(
            ana,
            [.. Enumerable.Range(0, 3).Select(n => CheckInOf(ana, new CheckInAnswers { Anxiety = 3 + n, SleepHours = 6 }, n))]
        );
        var page = await ana.GetAsync($"/patients/{ana.Id}/check-ins/trend");
        foreach (var line in new[] { "Symptoms (mean, 0 to 4)", "Sleep (hours)", "Anxiety (0 to 10)", "Craving (0 to 10)" })
            Assert.Contains($"aria-label=\"{line} over days.", page);
        Assert.Contains("Own usual: not enough yet. 0 days are known, 7 are needed", page);
        Assert.Contains("not answered", page);
    }

    private static async Task<string> PanelAsync(PersonInCare ana) =>
        WebUtility.HtmlDecode(await ana.GetAsync($"/patients/{ana.Id}/check-ins"));

    private MedicationStatement Taking(PersonInCare ana, string name, string how, string? since) =>
        MedicationStatement.Record(
            Guid.CreateVersion7(),
            ana.Episode,
            new MedicationDetails(name, how, false, MedicationSource.Bottle, since),
            app.Store.Today,
            DateTime.UtcNow,
            ana.StaffAccount.Id
        );

    private CheckIn CheckInOf(PersonInCare ana, CheckInAnswers answers, int daysAgo = 0) =>
        CheckIn.Record(
            ana.Episode,
            app.Store.Today.AddDays(-daysAgo),
            CheckInSource.Paper,
            answers,
            app.Store.Today,
            new Entry(Guid.CreateVersion7(), DateTime.UtcNow, ana.StaffAccount.Id)
        );

    private Task WriteAsync(PersonInCare ana, params object[] entries) =>
        app.Store.Records.RunWholeAsync(
            RequestActor.System("test"),
            new AuditEntry(AuditAction.Create, "Patient", ana.Id),
            db =>
            {
                db.AddRange(entries);
                return Task.FromResult(true);
            },
            Stop
        );
}
