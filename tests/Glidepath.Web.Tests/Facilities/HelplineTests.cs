using System.Net;
using System.Text.RegularExpressions;
using Glidepath.Treatment.Facilities;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Web.Tests.Facilities;

public sealed partial class HelplineTests(DemoApp demo) : IClassFixture<DemoApp>
{
    private static readonly (string, string)[] Told =
    [
        ("near", "Springvale, CA"),
        ("payer", "medicaid"),
        ("pathway", "prescribed"),
        ("need-benzodiazepine-withdrawal", "must"),
    ];

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    private static async Task<string> Text(HttpResponseMessage answer) =>
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Now));

    [Fact]
    public async Task A_call_becomes_an_admission_without_typing_twice_and_is_followed_to_arrival()
    {
        var (client, _) = await demo.App.SignedInAsync(Role.Helpline);
        using var listed = await GlidepathApp.Send(client, "/helpline", [.. Told, ("go", "list")]);
        var list = await Text(listed);
        Assert.Contains("3 fit", list);
        var place = Offered().Match(list).Groups[1].Value;
        using var ended = await GlidepathApp.Send(
            client,
            "/helpline",
            [
                .. Told,
                ("care", "PastSeizure"),
                ("offered", place),
                ("outcome", "ReferralDrafted"),
                ("given", "Mada"),
                ("family", "Upperson"),
                ("phone", "(555) 555-0100"),
                ("notes", "Sister drives her. Works mornings."),
                ("go", "end"),
            ]
        );
        var summary = await Text(ended);
        Assert.Contains("The name and phone number, in a record of their own", summary);
        Assert.Contains("The referral, with what was said in the call and your notes", summary);
        Assert.DoesNotContain("Who called", summary);
        var referrals = Referrals().Match(summary).Groups[1].Value;
        Assert.NotEqual("", referrals);
        async Task Step(params (string, string)[] fields)
        {
            using var answer = await GlidepathApp.Send(client, referrals, fields);
            Assert.True(answer.StatusCode is HttpStatusCode.Redirect, await Text(answer));
        }
        var page = WebUtility.HtmlDecode(await client.GetStringAsync(new Uri(referrals, UriKind.Relative), Now));
        Assert.Contains("Drafted", page);
        Assert.Contains("From the call: A seizure in the past; ", page);
        Assert.Contains("lives near Springvale, CA", page);
        Assert.Contains("Notes: Sister drives her. Works mornings.", page);
        // What the pathway makes worth asking was not said by anybody.
        Assert.DoesNotContain("Hands the taper over", page);
        Assert.DoesNotContain("plan for seizures", page);
        await Step(("to", "Consented"), ("consent", "PersonOnTheLine"));
        await Step(("to", "Sent"));
        await Step(("to", "Accepted"));
        await Step(("to", "Appointment"), ("day", "2100-01-01"));
        await Step(("to", "Arrived"));
        Assert.Contains(
            "what did you hear?",
            WebUtility.HtmlDecode(await client.GetStringAsync(new Uri(referrals, UriKind.Relative), Now))
        );
        Assert.Contains("Mada Upperson", WebUtility.HtmlDecode(await client.GetStringAsync(new Uri("/referrals", UriKind.Relative), Now)));
    }

    [Fact]
    public async Task Nothing_is_sent_before_the_person_agreed()
    {
        var (client, _) = await demo.App.SignedInAsync(Role.Helpline);
        using var ended = await GlidepathApp.Send(
            client,
            "/helpline",
            [
                .. Told,
                (
                    "offered",
                    Offered().Match(await Text(await GlidepathApp.Send(client, "/helpline", [.. Told, ("go", "list")]))).Groups[1].Value
                ),
                ("outcome", "ReferralDrafted"),
                ("given", "Ano"),
                ("family", "Thermade"),
                ("go", "end"),
            ]
        );
        using var sent = await GlidepathApp.Send(client, Referrals().Match(await Text(ended)).Groups[1].Value, ("to", "Sent"));
        Assert.Equal(HttpStatusCode.BadRequest, sent.StatusCode);
        Assert.Contains("Sent does not follow Drafted", await Text(sent));
    }

    [Fact]
    public async Task A_name_is_kept_only_for_a_referral()
    {
        var (client, _) = await demo.App.SignedInAsync(Role.Helpline);
        using var answer = await GlidepathApp.Send(
            client,
            "/helpline",
            [.. Told, ("outcome", "OnlyTalked"), ("given", "Mada"), ("go", "end")]
        );
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_call_ends_at_any_time_and_says_what_was_kept_and_what_was_not()
    {
        var (client, _) = await demo.App.SignedInAsync(Role.Helpline);
        var before = await CallsAsync();
        using var ended = await GlidepathApp.Send(
            client,
            "/helpline",
            ("near", "no such town anywhere"),
            ("notes", "Cried, then hung up"),
            ("outcome", "EndedEarly"),
            ("go", "end")
        );
        var page = await Text(ended);
        Assert.Equal(HttpStatusCode.OK, ended.StatusCode);
        Assert.Equal(before + 1, await CallsAsync());
        var (kept, not) = (
            page[page.IndexOf(">Kept<", StringComparison.Ordinal)..],
            page[page.IndexOf(">Not kept<", StringComparison.Ordinal)..]
        );
        Assert.Contains("Who called", not);
        Assert.Contains("Your notes", not);
        Assert.DoesNotContain("record of their own", kept);
        Assert.DoesNotContain("Cried", page);
    }

    [Fact]
    public async Task The_rest_of_a_ZIP_and_the_notes_of_a_nameless_call_are_not_kept()
    {
        var (client, _) = await demo.App.SignedInAsync(Role.Helpline);
        using var ended = await GlidepathApp.Send(client, "/helpline", ("near", "95901"), ("outcome", "OnlyTalked"), ("go", "end"));
        var page = await Text(ended);
        Assert.Contains("The first three digits of the ZIP: 959", page);
        Assert.Contains("The rest of the ZIP", page);
        Assert.DoesNotContain("95901", page);
    }

    [Fact]
    public async Task A_call_that_is_sent_twice_is_counted_once_and_numbers_are_those_of_a_place()
    {
        var (client, _) = await demo.App.SignedInAsync(Role.Helpline);
        var list = await Text(await GlidepathApp.Send(client, "/helpline", [.. Told, ("go", "list")]));
        Assert.Contains("Why this is listed", list);
        (string, string)[] ends = [.. Told, ("call", Guid.CreateVersion7().ToString()), ("outcome", "NumbersGiven"), ("go", "end")];
        using var nobodys = await GlidepathApp.Send(client, "/helpline", ends);
        Assert.Equal(HttpStatusCode.BadRequest, nobodys.StatusCode);
        Assert.Contains("Mark the place whose number you gave first.", await Text(nobodys));
        var before = await CallsAsync();
        for (var i = 0; i < 2; i++)
            Assert.Contains(
                "The call is written down.",
                await Text(await GlidepathApp.Send(client, "/helpline", [.. ends, ("offered", Offered().Match(list).Groups[1].Value)]))
            );
        Assert.Equal(before + 1, await CallsAsync());
    }

    private async Task<int> CallsAsync()
    {
        await using var db = demo.App.Store.CreateDbContext();
        return await db.Set<HelplineCall>().CountAsync(Now);
    }

    [Fact]
    public async Task A_sign_of_danger_hides_the_list()
    {
        var (client, _) = await demo.App.SignedInAsync(Role.Helpline);
        var html = await Text(await GlidepathApp.Send(client, "/helpline", [.. Told, ("sign", "Overdose"), ("go", "list")]));
        Assert.Contains("Help now comes first", html);
        Assert.Empty(Offered().Matches(html));
    }

    [Fact]
    public async Task A_call_back_reaches_a_person_and_is_wiped_once_done()
    {
        using var bad = await GlidepathApp.Send(demo.App.Stranger(), "/family/call-back", ("phone", "none"));
        Assert.Equal(HttpStatusCode.BadRequest, bad.StatusCode);
        using var asked = await GlidepathApp.Send(
            demo.App.Stranger(),
            "/family/call-back",
            ("phone", "(555) 555-0177"),
            ("name", "A sister"),
            ("say", "no")
        );
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        var (client, _) = await demo.App.SignedInAsync(Role.Helpline);
        var page = WebUtility.HtmlDecode(await client.GetStringAsync(new Uri("/helpline/call-backs", UriKind.Relative), Now));
        Assert.Contains("tel:+15555550177", page);
        Assert.Contains("Say only: I am returning a call", page);
        var form = GlidepathApp.FormIn().Matches(page).Select(m => m.Value).First(f => f.Contains("reached:", StringComparison.Ordinal));
        using var reached = await GlidepathApp.Submit(client, "/helpline/call-backs", form);
        Assert.DoesNotContain("555-0177", await client.GetStringAsync(new Uri("/helpline/call-backs", UriKind.Relative), Now));
    }

    [Fact]
    public async Task The_director_reads_how_our_own_place_fared()
    {
        var (client, _) = await demo.App.SignedInAsync(Role.Director);
        Assert.Contains("Our own over a better fit", await client.GetStringAsync(new Uri("/director/fairness", UriKind.Relative), Now));
    }

    [GeneratedRegex("name=\"offered\" value=\"([0-9a-f-]{36})\"")]
    private static partial Regex Offered();

    [GeneratedRegex("href=\"(/patients/[0-9a-f-]{36}/referrals)\"")]
    private static partial Regex Referrals();
}
