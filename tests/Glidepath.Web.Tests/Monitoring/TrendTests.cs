using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Glidepath.Application.Tapering;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Medications;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Tapering;
using Glidepath.Web.Tests.Patients;
using Glidepath.Web.Tests.Shared;

namespace Glidepath.Web.Tests.Monitoring;

/// <summary>The trend of one person whose every cut was felt alike: in the middle of a taper, with check-ins on most days.</summary>
public sealed partial class TrendTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    private const int BeganDaysAgo = 70;

    /// <summary>How strong it is on each day after a cut; 0 to 4.</summary>
    private static readonly int[] AfterACut = [1, 1, 2, 3, 4, 4, 3, 2, 2, 1];

    private DateOnly Today => app.Store.Today;

    [Fact]
    public async Task After_several_cuts_it_says_when_they_were_felt_and_what_that_rests_on()
    {
        var ana = await InTheMiddleAsync();
        var page = await TrendAsync(ana);
        // The hand-made days are highest on day 4 and 5.
        var strongest = Strongest().Match(page);
        Assert.True(strongest.Success);
        Assert.InRange(decimal.Parse(strongest.Groups[1].Value, CultureInfo.InvariantCulture), 3, 4.5m);
        Assert.InRange(decimal.Parse(strongest.Groups[2].Value, CultureInfo.InvariantCulture), 4.5m, 6.5m);
        Assert.Contains("From 3 dose reductions (", page);
        Assert.Contains("and 70 days with symptoms.", page);
        Assert.Contains("This describes what was. It changes no dose and moves no step. You decide.", page);
    }

    [Fact]
    public async Task Doses_level_events_and_medicines_stand_on_the_same_days_each_with_its_numbers()
    {
        var ana = await InTheMiddleAsync();
        var page = await TrendAsync(ana);
        foreach (var line in new[] { "Dose: clonazepam, mg a day", "Level: clonazepam, likely range in ng/mL", "Craving (0 to 10)" })
            Assert.Contains($"aria-label=\"{line} over days.", page);
        Assert.Contains(": carbamazepine 200 mg twice a day: started", page);
        Assert.Contains(": illness, pain, a loss, an exam or travel", page);
        foreach (var mg in new[] { "1", "0.875", "0.75", "0.625" })
            Assert.Contains($"</th><td>{mg}</td></tr>", page);
        Assert.Matches(@"<td>\d+(\.\d)? to \d+(\.\d)?</td>", page);
    }

    [Fact]
    public async Task Who_may_not_see_the_medicines_is_told_so_and_sees_the_rest()
    {
        var ana = await InTheMiddleAsync();
        await PersonInCare.RestrictAsync(app, ana.Id, InformationCategory.Medications, ana.StaffAccount.Id);
        var page = await TrendAsync(ana);
        Assert.Contains("The medication list is not open to you.", page);
        Assert.DoesNotContain("carbamazepine", page);
        Assert.Contains("aria-label=\"Craving (0 to 10) over days.", page);
    }

    [GeneratedRegex(@"Strongest</th>\s*<td>about day [\d.]+</td>\s*<td>([\d.]+) to ([\d.]+)</td>")]
    private static partial Regex Strongest();

    private async Task<PersonInCare> InTheMiddleAsync()
    {
        var ana = await PersonInCare.MakeAsync(app, Role.Prescriber);
        var start = Today.AddDays(-BeganDaysAgo);
        var (plan, answers) = TaperingContributions.Planned("clonazepam", "0.5 mg", "0.5 mg", start);
        var draft = TaperDraft.Keep(ana.Episode, answers, plan, CourseWords.Kept.OfStep, By(BeganDaysAgo + 1));
        var (file, version, _) = CourseFile.Begin(
            draft,
            plan,
            CourseWords.Kept,
            new(VersionKind.Planned, "Small steps.", start),
            start.AddDays(-1),
            By(BeganDaysAgo + 1)
        );
        while (file.Course.Now.DueOn is { } due && due <= Today)
            file.TakeStep(due, null, due, By(Today.DayNumber - due.DayNumber));
        var cuts = file.Entries.Where(e => e.Action is CourseAction.TakeStep).Select(e => e.On).ToList();
        await WriteAsync(
            ana,
            [
                draft,
                file.Course,
                version,
                .. file.Entries,
                Carbamazepine(ana),
                .. Enumerable.Range(0, BeganDaysAgo).Select(n => CheckInOf(n)),
            ]
        );
        return ana;

        CheckIn CheckInOf(int daysAgo)
        {
            var on = Today.AddDays(-daysAgo);
            var after = cuts.Where(c => c <= on).Select(c => on.DayNumber - c.DayNumber).DefaultIfEmpty(int.MaxValue).Min();
            var strength = AfterACut.ElementAtOrDefault(after) is > 0 and var felt ? felt : 1;
            var said = new CheckInAnswers
            {
                Symptoms = Symptom.All.ToDictionary(s => s.Id, _ => strength),
                Craving = strength,
                Since = daysAgo == 3 ? [SinceLast.IllnessOrStrain] : [],
            };
            return CheckIn.Record(ana.Episode, on, CheckInSource.Telephone, said, on, By(daysAgo));
        }

        Entry By(int daysAgo) => new(Guid.CreateVersion7(), DateTime.UtcNow.AddDays(-daysAgo), ana.StaffAccount.Id);
    }

    private MedicationStatement Carbamazepine(PersonInCare ana) =>
        MedicationStatement.Record(
            Guid.CreateVersion7(),
            ana.Episode,
            new MedicationDetails("carbamazepine", "200 mg twice a day", false, MedicationSource.Bottle, $"{Today.AddDays(-2):yyyy-MM-dd}"),
            Today,
            DateTime.UtcNow,
            ana.StaffAccount.Id
        );

    private static async Task<string> TrendAsync(PersonInCare ana) =>
        WebUtility.HtmlDecode(await ana.GetAsync($"/patients/{ana.Id}/check-ins/trend"));

    private Task WriteAsync(PersonInCare ana, params object[] entries) =>
        app.Store.Records.RunWholeAsync(
            RequestActor.System("test"),
            new AuditEntry(AuditAction.Create, "Patient", ana.Id),
            db =>
            {
                db.AddRange(entries);
                return Task.FromResult(true);
            },
            TestContext.Current.CancellationToken
        );
}
