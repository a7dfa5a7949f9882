using System.Net;
using System.Net.Http.Json;
using Glidepath.Treatment.Assessments;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Tests.Patients;

namespace Glidepath.Web.Tests.Monitoring;

/// <summary>Check-ins: by the person and by staff, what a danger sign leads to, and who sees it.</summary>
public sealed class CheckInsTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    private const string Mine = "/me/check-in";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_checks_in_and_their_team_reads_it_and_the_home_page_says_so()
    {
        var ana = await PersonInCare.MakeAsync(app);
        var own = await OwnAsync(ana);
        Assert.Contains("Tell your team how you are.", await ReadAsync(own, "/me"));
        using var saved = await GlidepathApp.Send(
            own,
            Mine,
            ("dose", "Yes"),
            ("sleep-hours", "6"),
            ("sleep-quality", "3"),
            ("anxiety", "4"),
            ("craving", "0"),
            ("symptoms", "none"),
            ("since", "Nothing"),
            ("note", "Loud places are hard.")
        );
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal("/me/check-in/done", saved.Headers.Location!.ToString());
        var entry = Assert.Single(await PersonInCare.StoredAsync<CheckIn>(app, ana.Id));
        Assert.Equal((CheckInSource.Patient, app.Store.Today), (entry.Source, entry.On));
        Assert.Equal((6m, 4, 0, 0m), (entry.Answers.SleepHours, entry.Answers.Anxiety, entry.Answers.Craving, entry.Answers.Severity));
        Assert.Contains("You checked in today.", await ReadAsync(own, "/me"));
        var list = WebUtility.HtmlDecode(await ana.GetAsync($"/patients/{ana.Id}/check-ins"));
        Assert.Contains("Dose as planned. Slept 6 h. Sleep quality 3 of 4. Anxiety 4 of 10. Craving 0 of 10", list);
        Assert.Contains("“Loud places are hard.”", list);
        Assert.Contains("Check-in: By the person", await ana.GetAsync($"/patients/{ana.Id}"));
        Assert.DoesNotContain("Danger sign", await ana.GetAsync("/today"));
    }

    [Fact]
    public async Task The_same_as_last_time_stands_for_what_was_said_last_and_nothing_is_chosen_beforehand()
    {
        var ana = await PersonInCare.MakeAsync(app);
        var own = await OwnAsync(ana);
        Assert.DoesNotContain("Same as last time", await ReadAsync(own, Mine));
        using var first = await GlidepathApp.Send(own, Mine, [("symptoms", "some"), .. Symptom.All.Select(s => ($"s-{s.Id}", "2"))]);
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        var page = await ReadAsync(own, Mine);
        Assert.Contains("Same as last time", page);
        Assert.DoesNotContain(" checked", page);
        using var second = await GlidepathApp.Send(own, Mine, ("symptoms", "same"));
        Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);
        Assert.All(await PersonInCare.StoredAsync<CheckIn>(app, ana.Id), e => Assert.Equal(2m, e.Answers.Severity));
    }

    [Theory]
    [InlineData("Nothing was answered yet.")]
    [InlineData("You tapped “None” or “Same as last time” and also marked the list.", "symptoms", "none", "s-heart", "2")]
    [InlineData("You tapped “None of these” and something else.", "since", "Nothing", "since", "Fall")]
    [InlineData("We read “eleven”.", "sleep-hours", "eleven", "anxiety", "3")]
    public async Task What_does_not_fit_comes_back_as_it_was_tapped(string says, params string[] tapped)
    {
        var ana = await PersonInCare.MakeAsync(app);
        var own = await OwnAsync(ana);
        using var refused = await GlidepathApp.Send(own, Mine, [("note", ""), .. tapped.Chunk(2).Select(t => (t[0], t[1]))]);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Stop));
        Assert.Contains(says, page);
        foreach (var pair in tapped.Chunk(2).Where(t => t[1] is not "eleven"))
            Assert.Matches($"name=\"{pair[0]}\" value=\"{pair[1]}\" checked", page);
        Assert.Empty(await PersonInCare.StoredAsync<CheckIn>(app, ana.Id));
    }

    [Theory]
    [InlineData("since", "Nothing")]
    [InlineData("since", "Nothing", "since", "Fall")]
    [InlineData("symptoms", "none", "s-heart", "2")]
    [InlineData("sleep-hours", "eleven")]
    [InlineData("dose", "Maybe")]
    [InlineData("flags", "Nonsense")]
    public async Task A_danger_sign_is_taken_whatever_stands_beside_it(params string[] beside)
    {
        var ana = await PersonInCare.MakeAsync(app);
        var own = await OwnAsync(ana);
        (string, string)[] tapped = [("flags", "Seizure"), ("note", new string('x', 301)), .. beside.Chunk(2).Select(t => (t[0], t[1]))];
        using var saved = await GlidepathApp.Send(own, Mine, tapped);
        var entry = Assert.Single(await PersonInCare.StoredAsync<CheckIn>(app, ana.Id));
        Assert.Equal($"/me/check-in/{entry.Id}/now", saved.Headers.Location!.ToString());
        Assert.Equal([RedSign.Seizure], entry.Answers.Flags);
        Assert.Empty(entry.Answers.Symptoms);
        Assert.Equal(beside.Contains("Fall"), entry.Answers.Since.Contains(SinceLast.Fall));
        Assert.Contains("Seizure", await ana.GetAsync("/today"));
    }

    [Fact]
    public async Task A_reminder_is_on_the_days_that_were_chosen_at_the_time_that_was_chosen_and_there_is_none_for_not_at_all()
    {
        const string HowOftenPage = "/me/check-in/how-often";
        var own = await OwnAsync(await PersonInCare.MakeAsync(app));
        using (var chosen = await GlidepathApp.Send(own, HowOftenPage, ("how-often", nameof(HowOften.Weekly))))
            Assert.Equal(HttpStatusCode.Redirect, chosen.StatusCode);
        using (var wrong = await GlidepathApp.Send(own, HowOftenPage, ("time", "noonish")))
        {
            Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
            Assert.Contains("We read \"noonish\".", WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync(Stop)));
        }
        using var got = await GlidepathApp.Send(own, HowOftenPage, ("time", "7 pm"));
        var file = await ReadAsync(own, got.Headers.Location!.ToString());
        Assert.Contains($"DTSTART:{app.Store.Today:yyyyMMdd}T190000", file);
        Assert.Contains("INTERVAL=7", file);
        Assert.Contains("SUMMARY:A reminder", file);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await own.GetAsync(new Uri("/me/check-in/reminder.ics?at=99", UriKind.Relative), Stop)).StatusCode
        );
        using (await GlidepathApp.Send(own, HowOftenPage, ("how-often", nameof(HowOften.NotAtAll)))) { }
        using var none = await own.GetAsync(new Uri("/me/check-in/reminder.ics?at=19:00", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        Assert.DoesNotContain("name=\"time\"", await ReadAsync(own, HowOftenPage));
    }

    [Theory]
    [InlineData("No")]
    [InlineData("Partly")]
    public async Task A_missed_dose_is_a_call_on_today_until_somebody_reaches_them_and_the_person_reads_what_to_do(string dose)
    {
        var ana = await PersonInCare.MakeAsync(app);
        var own = await OwnAsync(ana);
        using var told = await GlidepathApp.Send(own, Mine, ("dose", dose));
        Assert.Contains("href=\"/me/missed-dose\"", await ReadAsync(own, told.Headers.Location!.ToString()));
        Assert.Contains("Missed doses", await ana.GetAsync("/today"));
        var call = $"/patients/{ana.Id}/check-ins/call";
        using var tried = await ana.SendAsync(call, ("reached", "no"), ("note", "No answer."));
        Assert.Contains("Missed doses", await ana.GetAsync("/today"));
        using var reached = await ana.SendAsync(call, ("reached", "yes"), ("note", "Goes on with the next dose."));
        Assert.DoesNotContain("Missed doses", await ana.GetAsync("/today"));
        Assert.Equal(AlertState.Closed, Assert.Single(await PersonInCare.StoredAsync<Alert>(app, ana.Id)).State);
        using var again = await GlidepathApp.Send(own, Mine, ("dose", dose));
        Assert.Contains("Missed doses", await ana.GetAsync("/today"));
        using var taken = await GlidepathApp.Send(own, Mine, ("dose", "Yes"));
        Assert.DoesNotContain("/me/missed-dose", await ReadAsync(own, "/me/check-in/done"));
        // It is told, and not answered: an alert waits for a person.
        Assert.Contains("Missed doses", await ana.GetAsync("/today"));
    }

    [Theory]
    [InlineData("flags", "Seizure", "Call 911 now")]
    [InlineData("since", "Pregnancy", "Ask to be seen by a specialist today.")]
    public async Task Staff_who_are_told_a_danger_sign_read_what_to_do_before_the_safety_page(string field, string told, string says)
    {
        var ana = await PersonInCare.MakeAsync(app);
        using var saved = await ana.SendAsync(
            $"/patients/{ana.Id}/check-ins/new",
            ("source", "Telephone"),
            ("on", $"{app.Store.Today:yyyy-MM-dd}"),
            (field, told)
        );
        var entry = Assert.Single(await PersonInCare.StoredAsync<CheckIn>(app, ana.Id));
        Assert.Equal($"/patients/{ana.Id}/check-ins/{entry.Id}/now", saved.Headers.Location!.ToString());
        var now = WebUtility.HtmlDecode(await ana.GetAsync(saved.Headers.Location!.ToString()));
        Assert.Contains(says, now);
        Assert.Contains($"href=\"/patients/{ana.Id}/safety\"", now);
        var (other, _) = await app.SignedInAsync(Role.Nurse);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(other, saved.Headers.Location!.ToString()));
    }

    public static TheoryData<RedSign> Flags() => [.. Enum.GetValues<RedSign>()];

    [Theory]
    [MemberData(nameof(Flags))]
    public async Task A_danger_sign_leads_at_once_to_what_to_do_and_is_red_on_today_until_a_clinician_closes_it(RedSign flag)
    {
        var ana = await PersonInCare.MakeAsync(app);
        var own = await OwnAsync(ana);
        using var saved = await GlidepathApp.Send(own, Mine, ("flags", flag.ToString()));
        var entry = Assert.Single(await PersonInCare.StoredAsync<CheckIn>(app, ana.Id));
        Assert.Equal($"/me/check-in/{entry.Id}/now", saved.Headers.Location!.ToString());
        var now = await ReadAsync(own, saved.Headers.Location!.ToString());
        var row = RedSigns.Row(flag);
        Assert.Contains(
            row.Call switch
            {
                FirstCall.Emergency => "Call 911 now",
                FirstCall.CrisisLine => "Call or text 988 now",
                FirstCall.SpecialistToday or FirstCall.ClinicToday => "Your clinic's number is not listed here",
                _ => "?",
            },
            now
        );
        Assert.All(row.Do, what => Assert.Contains(what, now));
        // Nobody goes through alerts here.
        Assert.Contains("We may not see this soon. Call us.", now);
        Assert.Equal(!row.TakesNoMore, now.Contains("Keep taking your dose as planned.", StringComparison.Ordinal));
        var today = WebUtility.HtmlDecode(await ana.GetAsync("/today"));
        Assert.Contains(flag is RedSign.ThoughtsOfSuicide ? "Thoughts of suicide: yes" : row.Title, today);
        if (flag is RedSign.ThoughtsOfSuicide)
        {
            var step = Assert.Single(await PersonInCare.StoredAsync<SafetyStep>(app, ana.Id));
            Assert.Equal((SafetyState.OpenAlerted, entry.SafetyStepId), (step.State, step.Id));
            return;
        }
        var open = (await PersonInCare.StoredAsync<SafetyEntry>(app, ana.Id)).Select(e => e.Concern).Distinct().ToList();
        foreach (var concern in open)
            await CloseAsync(ana, concern);
        Assert.DoesNotContain(row.Title, await ana.GetAsync("/today"));
        Assert.Contains("Nothing is open", await ana.GetAsync($"/patients/{ana.Id}/safety"));
    }

    [Fact]
    public async Task A_later_check_in_without_it_does_not_close_a_danger_sign_nor_a_fall()
    {
        var ana = await PersonInCare.MakeAsync(app);
        var own = await OwnAsync(ana);
        using var bad = await GlidepathApp.Send(own, Mine, ("flags", "Seizure"), ("since", "Fall"));
        using var good = await GlidepathApp.Send(own, Mine, ("since", "Nothing"));
        Assert.Equal("/me/check-in/done", good.Headers.Location!.ToString());
        var today = await ana.GetAsync("/today");
        Assert.Contains("Seizure", today);
        Assert.Contains("A fall", today);
    }

    [Fact]
    public async Task Staff_enter_what_they_are_told_and_correct_it_with_a_reason()
    {
        var ana = await PersonInCare.MakeAsync(app);
        var day = app.Store.Today.AddDays(-1);
        var page = $"/patients/{ana.Id}/check-ins/new";
        using var without = await ana.SendAsync(page, ("anxiety", "4"));
        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
        Assert.Contains("Choose how it came in.", await without.Content.ReadAsStringAsync(Stop));
        using var saved = await ana.SendAsync(page, ("source", "Paper"), ("on", $"{day:yyyy-MM-dd}"), ("anxiety", "4"), ("since", "Fall"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var entry = Assert.Single(await PersonInCare.StoredAsync<CheckIn>(app, ana.Id));
        Assert.Equal((CheckInSource.Paper, day), (entry.Source, entry.On));
        var correct = $"/patients/{ana.Id}/check-ins/{entry.Id}";
        using var noReason = await ana.SendAsync(correct, ("source", "Paper"), ("on", $"{day:yyyy-MM-dd}"), ("anxiety", "5"));
        Assert.Equal(HttpStatusCode.BadRequest, noReason.StatusCode);
        using var corrected = await ana.SendAsync(
            correct,
            ("source", "Paper"),
            ("on", $"{day:yyyy-MM-dd}"),
            ("anxiety", "5"),
            ("since", "Fall"),
            ("reason", "Read it wrong.")
        );
        Assert.Equal(HttpStatusCode.Redirect, corrected.StatusCode);
        var list = await ana.GetAsync($"/patients/{ana.Id}/check-ins");
        Assert.Contains("replaced", list);
        Assert.Contains("Corrected because: Read it wrong.", list);
        // What was told is told once.
        Assert.Single(await PersonInCare.StoredAsync<SafetyEntry>(app, ana.Id), e => e.Concern is SafetyConcern.CallToday);
        using var again = await ana.Staff.GetAsync(new Uri(correct, UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
    }

    [Fact]
    public async Task Thoughts_of_suicide_on_the_telephone_lead_staff_to_the_safety_step()
    {
        var ana = await PersonInCare.MakeAsync(app);
        using var saved = await ana.SendAsync(
            $"/patients/{ana.Id}/check-ins/new",
            ("source", "Telephone"),
            ("on", $"{app.Store.Today:yyyy-MM-dd}"),
            ("flags", nameof(RedSign.ThoughtsOfSuicide))
        );
        var step = Assert.Single(await PersonInCare.StoredAsync<SafetyStep>(app, ana.Id));
        Assert.Equal($"/patients/{ana.Id}/now/{step.Id}", saved.Headers.Location!.ToString());
        Assert.Equal(SafetyState.OpenWithStaff, step.State);
    }

    [Fact]
    public async Task A_person_says_how_often_and_it_stands_on_both_pages()
    {
        var ana = await PersonInCare.MakeAsync(app);
        var own = await OwnAsync(ana);
        using var saved = await GlidepathApp.Send(own, "/me/check-in/how-often", ("how-often", "Weekly"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Matches("value=\"Weekly\" checked", await ReadAsync(own, "/me/check-in/how-often"));
        Assert.Contains("Weekly. Chosen by Test Patient", await ana.GetAsync($"/patients/{ana.Id}/check-ins"));
    }

    [Fact]
    public async Task The_sheet_for_a_week_names_nobody()
    {
        var ana = await PersonInCare.MakeAsync(app);
        var page = await ana.GetAsync($"/patients/{ana.Id}/check-ins/sheet");
        Assert.Contains("My week", page);
        Assert.All(Symptom.All, s => Assert.Contains(s.Text, WebUtility.HtmlDecode(page)));
        Assert.DoesNotContain("Ana", page);
    }

    [Fact]
    public async Task Other_software_sends_one_once_and_what_cannot_be_is_named()
    {
        var ana = await PersonInCare.MakeAsync(app);
        var address = new Uri($"/api/patients/{ana.Id}/check-ins", UriKind.Relative);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            using var sent = await PostAsync(
                "one",
                new
                {
                    source = "telephone",
                    anxiety = 3,
                    symptoms = new { heart = 2 },
                }
            );
            Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        }
        var entry = Assert.Single(await PersonInCare.StoredAsync<CheckIn>(app, ana.Id));
        Assert.Equal(2, entry.Answers.Symptoms["heart"]);
        Assert.Contains("\"anxiety\":3", await ana.GetAsync(address.ToString()));
        using var wrong = await PostAsync("two", new { source = "telephone", symptoms = new { cough = 2 } });
        Assert.Equal(HttpStatusCode.Conflict, wrong.StatusCode);
        Assert.Contains("irritable, restless", await wrong.Content.ReadAsStringAsync(Stop));
        using var own = await PostAsync("three", new { source = "patient", anxiety = 3 });
        Assert.Equal(HttpStatusCode.Conflict, own.StatusCode);

        async Task<HttpResponseMessage> PostAsync(string key, object body)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address);
            request.Content = JsonContent.Create(body);
            request.Headers.Add("Idempotency-Key", key);
            return await ana.Staff.SendAsync(request, Stop);
        }
    }

    [Fact]
    public async Task Nobody_else_reaches_a_check_in_or_what_to_do_now()
    {
        var ana = await PersonInCare.MakeAsync(app);
        var own = await OwnAsync(ana);
        using var saved = await GlidepathApp.Send(own, Mine, ("flags", "Seizure"));
        var now = saved.Headers.Location!.ToString();
        var other = await OwnAsync(await PersonInCare.MakeAsync(app));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(other, now));
        foreach (var role in new[] { Role.Nurse, Role.Director, Role.Helpline, Role.PrivacyOfficer, Role.Administrator })
        {
            var (client, _) = await app.SignedInAsync(role);
            foreach (var page in new[] { "", "/new", "/sheet" })
                Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(client, $"/patients/{ana.Id}/check-ins{page}"));
        }
    }

    private async Task<HttpClient> OwnAsync(PersonInCare person) => (await app.SignedInAsync(Role.Patient, person.Id)).Client;

    private static async Task<string> ReadAsync(HttpClient client, string page) =>
        WebUtility.HtmlDecode(await client.GetStringAsync(new Uri(page, UriKind.Relative), Stop));

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string page)
    {
        using var answer = await client.GetAsync(new Uri(page, UriKind.Relative), Stop);
        return answer.StatusCode;
    }

    private static async Task CloseAsync(PersonInCare ana, SafetyConcern concern)
    {
        var page = await ana.GetAsync($"/patients/{ana.Id}/safety");
        Assert.Contains(concern.ToString(), page, StringComparison.OrdinalIgnoreCase);
        using var closed = await ana.SendAsync(
            $"/patients/{ana.Id}/safety",
            ("reason", "Seen in the emergency room, well again."),
            ("concern", concern.ToString())
        );
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
    }
}
