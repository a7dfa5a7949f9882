using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Medications;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Tapering;
using Glidepath.Web.Patients.Intake;
using Glidepath.Web.Tests.Patients;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Web.Tests.Tapering;

/// <summary>A taper planned from the record of a person: what is filled in, what is kept, and who may.</summary>
public sealed partial class TaperDraftTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>What the page must send to have a plan, as the record of <see cref="AnaAsync"/> fills it in.</summary>
    private static readonly (string, string)[] Answers =
    [
        ("for", "panic"),
        ("supply", "prescribed"),
        ("drug", "clonazepam"),
        ("morning", "0.5 mg"),
        ("bedtime", "0.5 mg"),
        ("duration", "6"),
        ("duration-unit", "years"),
        ("days-per-week", "7"),
        ("opioid", "no"),
        ("alcohol", "no"),
    ];

    [Fact]
    public async Task The_form_is_filled_in_from_the_record_and_says_where_each_answer_came_from()
    {
        var ana = await AnaAsync();
        var page = await ana.GetAsync($"/patients/{ana.Id}/taper");
        Assert.Matches("<option value=\"clonazepam\" selected", page);
        Assert.Contains("name=\"morning\" type=\"text\" value=\"0.5 mg\"", page);
        Assert.Contains("name=\"bedtime\" type=\"text\" value=\"0.5 mg\"", page);
        Assert.Contains("name=\"age\" type=\"text\" value=\"41\"", page);
        Assert.Contains("sertraline", Regex.Match(page, "name=\"medicines\"[^>]*").Value);
        Assert.Equal("yes", Chosen(page, "seizure"));
        Assert.Equal("no", Chosen(page, "breathing"));
        Assert.Contains($"From the medication list, reconciled {Today}.", Note(page, "morning"));
        Assert.Contains("Open in the safety panel: Intake", Note(page, "seizure"));
        Assert.Contains("From the intake,", Note(page, "breathing"));
        Assert.Contains("From the date of birth.", Note(page, "age"));
    }

    [Fact]
    public async Task What_nobody_asked_or_knew_is_not_sure_and_never_no()
    {
        var ana = await AnaAsync();
        using var open = await ana.SendAsync($"{ana.Intake}/p10", ("mental-ptsd", IntakeForm.Unknown), ("go", "list"));
        var page = await ana.GetAsync($"/patients/{ana.Id}/taper");
        foreach (var name in new[] { "opioid", "pregnant", "nursing", "driving", "liver", "ptsd", "falls" })
        {
            Assert.Equal("unknown", Chosen(page, name));
            Assert.DoesNotContain(
                "From the intake",
                Note(page, name).Replace("Asked, and left open. From the intake", "", StringComparison.Ordinal)
            );
        }
        Assert.Null(Chosen(page, "end-of-life"));
        Assert.Contains("Not in the record yet. Ask.", Note(page, "nursing"));
    }

    [Fact]
    public async Task A_kept_draft_reads_the_same_on_every_later_day_and_says_who_kept_it()
    {
        var ana = await AnaAsync();
        var page = $"/patients/{ana.Id}/taper";
        using var planned = await ana.SendAsync(page, [.. Answers, ("go", "plan")]);
        Assert.Equal(HttpStatusCode.OK, planned.StatusCode);
        Assert.Contains("Keep this draft", await planned.Content.ReadAsStringAsync(Stop));
        Assert.Empty(await PersonInCare.StoredAsync<TaperDraft>(app, ana.Id));

        using var kept = await ana.SendAsync(page, [.. Answers, ("go", "keep")]);
        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        var one = Assert.Single(await PersonInCare.StoredAsync<TaperDraft>(app, ana.Id));
        Assert.Equal($"{page}/{one.Id}", kept.Headers.Location!.ToString());
        Assert.Equal("0.5 mg", one.Answers["bedtime"]);
        Assert.Equal(1, one.Plan.FromMg);
        Assert.Equal(0, one.Plan.ToMg);
        Assert.True(one.Plan.Steps.Count > 10, $"{one.Plan.Steps.Count} steps");
        var read = await ana.GetAsync($"{page}/{one.Id}");
        Assert.Contains("clonazepam 1 mg a day to zero", read);
        Assert.Contains("DRAFT", read);
        Assert.DoesNotContain("The planner has changed", read);
        Assert.DoesNotContain("Keep this draft", read);
        Assert.DoesNotContain("formaction=\"/planner", read);
        Assert.Contains("Test Prescriber", await ana.GetAsync(page));
        Assert.Contains("Taper draft kept, not approved: clonazepam 1 mg a day to zero", await ana.GetAsync($"/patients/{ana.Id}"));
    }

    [Fact]
    public async Task Sent_twice_it_is_one_draft()
    {
        var ana = await AnaAsync();
        (string, string)[] sent = [.. Answers, ("go", "keep"), ("once", "the same")];
        using var first = await ana.SendAsync($"/patients/{ana.Id}/taper", sent);
        using var second = await ana.SendAsync($"/patients/{ana.Id}/taper", sent);
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Single(await PersonInCare.StoredAsync<TaperDraft>(app, ana.Id));
    }

    [Fact]
    public async Task Care_comes_first_here_too_until_the_prescriber_gives_a_reason_that_stands_on_the_draft()
    {
        var ana = await AnaAsync();
        var page = $"/patients/{ana.Id}/taper";
        (string, string)[] answers = [.. Answers.Where(a => a.Item1 is not "supply"), ("supply", "not-prescribed")];
        using var refused = await ana.SendAsync(page, [.. answers, ("go", "keep")]);
        Assert.Contains("Continue as a prescriber", await refused.Content.ReadAsStringAsync(Stop));
        Assert.Empty(await PersonInCare.StoredAsync<TaperDraft>(app, ana.Id));
        using var kept = await ana.SendAsync(page, [.. answers, ("reason", "Seen weekly; the supply is known"), ("go", "keep")]);
        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        Assert.Contains("Seen weekly; the supply is known", await ana.GetAsync(kept.Headers.Location!.ToString()));
    }

    [Fact]
    public async Task A_draft_is_set_aside_with_a_reason_and_can_still_be_read()
    {
        var ana = await AnaAsync();
        var address = await KeepAsync(ana);
        using var without = await ana.SendAsync(address, ("why", ""));
        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
        using var aside = await ana.SendAsync(address, ("why", "Ana wants to wait until the summer"));
        Assert.Equal(HttpStatusCode.Redirect, aside.StatusCode);
        var read = await ana.GetAsync(address);
        Assert.Contains("Ana wants to wait until the summer", read);
        Assert.DoesNotContain("Order sheet, DRAFT", read);
        Assert.Contains("set aside", await ana.GetAsync($"/patients/{ana.Id}/taper"));
    }

    [Fact]
    public async Task The_order_sheet_is_a_draft_with_the_name_on_it_and_is_printed_by_the_disclosure_check()
    {
        var ana = await AnaAsync();
        var address = await KeepAsync(ana);
        var form = Regex.Match(await ana.GetAsync(address), "<form[^>]*/order-sheet\".*?</form>", RegexOptions.Singleline).Value;
        using var sheet = await GlidepathApp.Submit(ana.Staff, $"{address}/order-sheet", form);
        Assert.Equal(HttpStatusCode.OK, sheet.StatusCode);
        Assert.Equal("application/pdf", sheet.Content.Headers.ContentType!.MediaType);
        await using var db = app.Store.CreateDbContext();
        var printed = await db.AuditEvents.AsNoTracking().Where(e => e.PatientId == ana.Id).ToListAsync(Stop);
        Assert.Contains(printed, e => e.Action is AuditAction.Print && e.Target.Contains(nameof(TaperDraft), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Letter_and_list_of_places_are_filled_in_from_the_draft_and_nothing_is_typed_again()
    {
        var ana = await AnaAsync();
        var address = await KeepAsync(ana);
        var draft = await ana.GetAsync(address);
        var letter = Regex.Match(draft, "href=\"(/patients/[^\"]*/pathway/letter[^\"]*)\"").Groups[1].Value;
        var list = Regex.Match(draft, "href=\"(/patients/[^\"]*/referral-list[^\"]*)\"").Groups[1].Value;
        var text = await ana.GetAsync(letter);
        Assert.Contains("DRAFT, NOT APPROVED", text);
        Assert.Contains("Dose now: clonazepam, 1 mg a day.", text);
        using (var printed = await GlidepathApp.Send(ana.Staff, letter))
        {
            Assert.Equal(HttpStatusCode.OK, printed.StatusCode);
            Assert.Contains("Dose now: clonazepam, 1 mg a day.", await printed.Content.ReadAsStringAsync(Stop));
        }
        var let = Assert.Single(await PersonInCare.StoredAsync<DisclosureRecord>(app, ana.Id), d => d.Channel is DisclosureChannel.Print);
        Assert.True(let.Categories.HasFlag(InformationCategory.TaperPlan));
        var places = await ana.GetAsync(list);
        Assert.Contains("DRAFT, NOT APPROVED.", places);
        Assert.Contains("Dose now in the draft: clonazepam, 1 mg a day.", places);
        Assert.Matches("name=\"need-benzodiazepine-withdrawal\"[^§]*?<option value=\"must\" selected", places);
        // Without the draft both are as before; of another person's draft there is neither.
        Assert.DoesNotContain("Dose now", await ana.GetAsync($"/patients/{ana.Id}/pathway/letter"));
        var other = await AnaAsync();
        foreach (var page in new[] { letter, list })
        {
            var theirs = new Uri(page.Replace($"{ana.Id}", $"{other.Id}", StringComparison.Ordinal), UriKind.Relative);
            using var answer = await other.Staff.GetAsync(theirs, Stop);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_nurse_reads_drafts_and_keeps_none()
    {
        var ana = await PersonInCare.MakeAsync(app);
        var page = await ana.GetAsync($"/patients/{ana.Id}/taper");
        Assert.Contains("Only a prescriber can plan a taper here.", page);
        Assert.DoesNotContain("name=\"drug\"", page);
        var form = Regex
            .Matches(await ana.GetAsync($"/patients/{ana.Id}/medicines/new"), "<form.*?</form>", RegexOptions.Singleline)[^1]
            .Value;
        using var tried = await GlidepathApp.Submit(ana.Staff, $"/patients/{ana.Id}/taper", form, [.. Answers, ("go", "keep")]);
        Assert.Equal(HttpStatusCode.NotFound, tried.StatusCode);
        Assert.Empty(await PersonInCare.StoredAsync<TaperDraft>(app, ana.Id));
    }

    [Fact]
    public async Task Other_software_reads_the_drafts_and_sets_one_aside_by_its_version()
    {
        var ana = await AnaAsync();
        await KeepAsync(ana);
        var route = $"/api/patients/{ana.Id}/taper-drafts";
        Assert.Contains("\"fromMg\":1", await ana.GetAsync(route));
        var one = Assert.Single(await PersonInCare.StoredAsync<TaperDraft>(app, ana.Id));
        using var blind = await ana.Staff.PutAsJsonAsync(new Uri($"{route}/{one.Id}/set-aside", UriKind.Relative), new { why = "x" }, Stop);
        Assert.Equal(HttpStatusCode.PreconditionRequired, blind.StatusCode);
    }

    [Fact]
    public async Task No_address_of_the_planner_holds_an_answer()
    {
        var ana = await AnaAsync();
        using var planned = await ana.SendAsync($"/patients/{ana.Id}/taper", [.. Answers, ("go", "plan")]);
        using var open = await GlidepathApp.Send(app.Stranger(), "/planner", [.. Answers, ("go", "plan")]);
        foreach (var answer in new[] { planned, open })
        {
            var html = await answer.Content.ReadAsStringAsync(Stop);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.DoesNotMatch("method=\"get\"", html);
            Assert.DoesNotContain(Addresses().Matches(html).Select(m => m.Value), a => a.Contains('?') && !a.Contains("?v="));
        }
        // What is put into the address by hand is not taken.
        Assert.DoesNotContain("value=\"3 mg\"", await ana.GetAsync("/planner?drug=clonazepam&bedtime=3+mg&go=plan"));
    }

    /// <summary>A person with a reconciled list and part of an intake, and their prescriber.</summary>
    private async Task<PersonInCare> AnaAsync()
    {
        var ana = await PersonInCare.MakeAsync(app, Role.Prescriber);
        foreach (var (name, how) in new[] { ("clonazepam", "0.5 mg morning, 0.5 mg bedtime"), ("sertraline", "100 mg in the morning") })
        {
            using var added = await ana.SendAsync(
                $"/patients/{ana.Id}/medicines/new",
                ("name", name),
                ("how", how),
                ("source", nameof(MedicationSource.Pharmacy)),
                ("since", "2019"),
                ("reason", "panic attacks")
            );
            Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        }
        var list = await PersonInCare.StoredAsync<MedicationStatement>(app, ana.Id);
        using var reconciled = await ana.SendAsync($"/patients/{ana.Id}/medicines", [.. list.Select(m => (m.Id.ToString(), "yes"))]);
        using var seizure = await ana.SendAsync($"{ana.Intake}/p5", ("seizures-ever", "yes"), ("go", "list"));
        using var breath = await ana.SendAsync($"{ana.Intake}/p11", ("physical-breathing", "no"), ("go", "list"));
        Assert.Equal(HttpStatusCode.Redirect, breath.StatusCode);
        return ana;
    }

    private static async Task<string> KeepAsync(PersonInCare ana)
    {
        using var kept = await ana.SendAsync($"/patients/{ana.Id}/taper", [.. Answers, ("go", "keep")]);
        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        return kept.Headers.Location!.ToString();
    }

    private string Today =>
        DateOnly
            .FromDateTime(app.Store.Clock.GetUtcNow().UtcDateTime)
            .ToString("MMM d, yyyy", System.Globalization.CultureInfo.InvariantCulture);

    private static string? Chosen(string page, string name) =>
        Regex.Match(page, $"<input type=\"radio\" name=\"{name}\" value=\"([a-z]+)\" checked") is { Success: true } match
            ? match.Groups[1].Value
            : null;

    private static string Note(string page, string name) =>
        WebUtility.HtmlDecode(Regex.Match(page, $"id=\"{name}-note\">([^<]*)<").Groups[1].Value);

    [GeneratedRegex("(?:href|action|formaction)=\"[^\"]*\"")]
    private static partial Regex Addresses();
}
