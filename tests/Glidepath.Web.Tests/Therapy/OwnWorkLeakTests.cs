using System.Net;
using System.Text.RegularExpressions;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Therapy;
using Glidepath.Web.Tests.Patients;
using Glidepath.Web.Tests.Privacy;
using Glidepath.Web.Tests.Shared;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Glidepath.Web.Tests.Therapy;

/// <summary>
/// What a person did not share is in no answer that anybody else gets: kind of entry × shared or not × role × channel, generated from the
/// types and from the routes that there are.
/// </summary>
public sealed partial class OwnWorkLeakTests(GlidepathApp app, ITestOutputHelper output) : IClassFixture<GlidepathApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static readonly Type[] Kinds =
    [
        .. typeof(OwnWork).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(OwnWork)) && !t.IsAbstract),
    ];

    [Fact]
    public void Every_kind_of_own_work_is_in_the_matrix() =>
        Assert.Equal(Kinds.Select(k => k.Name).Order(), OwnWorkSamples.Of.Keys.Select(k => k.Name).Order());

    [Fact]
    public async Task What_is_not_shared_is_in_no_answer_of_any_route_to_any_role()
    {
        var ana = await PersonInCare.MakeAsync(app, Role.Therapist);
        await WriteAsync(ana);
        string[] about = [.. Routes().Where(r => r.Contains('{')).Select(r => Filled(r, ana.Id)).OfType<string>().Distinct()];
        string[] others = [.. Routes().Where(r => !r.Contains('{') && !r.StartsWith("/me", StringComparison.Ordinal)).Distinct()];
        var looked = 0;
        foreach (var role in Enum.GetValues<Role>().Where(r => r is not Role.Patient))
        {
            var client = role is Role.Therapist ? ana.Staff : (await app.SignedInAsync(role)).Client;
            if (role is not Role.Therapist && role.ToString() is var name && Enum.TryParse<CareTeamRole>(name, out var onTeam))
                client = await JoinAsync(ana, role, onTeam);
            foreach (var address in role is Role.Therapist ? [.. about, .. others] : about)
            {
                using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Stop);
                var text = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
                Assert.False(text.Contains("canary-kept-", StringComparison.Ordinal), $"{role} reads at {address} what was not shared");
                looked++;
            }
        }
        // The test can see: what is shared is there.
        var shared = WebUtility.HtmlDecode(await ana.GetAsync($"/patients/{ana.Id}/therapy"));
        Assert.Contains($"canary-shown-{nameof(CravingEpisode)}", shared);
        Assert.Contains($"canary-shown-{nameof(IfThenCard)}", await ana.GetAsync($"/api/patients/{ana.Id}/therapy"));
        output.WriteLine($"{looked} answers read, {Kinds.Length} kinds");
    }

    [Theory]
    [InlineData("print")]
    [InlineData("csv")]
    [InlineData("json")]
    public async Task What_is_not_shared_leaves_by_no_export_and_not_in_a_copy_that_staff_take(string how)
    {
        var clinic = await Clinic.OpenAsync(app);
        var episode = Assert.Single(await clinic.AllAsync<EpisodeOfCare>());
        await WriteAsync(clinic.PatientId, episode, clinic.PrescriberAccount.Id);
        var consent = await clinic.GiveConsentAsync(("categories", "TherapyWork"), ("information", "therapy work"));
        foreach (var (basis, purpose) in new[] { ($"Consent {consent}", "Treatment"), ("PatientAccess", "AtPatientsRequest") })
        {
            using var answer = await clinic.ShareAsync(clinic.Prescriber, how, basis, ("purpose", purpose), ("categories", "TherapyWork"));
            var text = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
            Assert.DoesNotContain("canary-kept-", text);
            Assert.Contains("canary-shown-", text);
        }
    }

    [Fact]
    public async Task The_person_takes_all_of_it_with_them_and_what_they_take_back_is_gone_at_once()
    {
        var ana = await PersonInCare.MakeAsync(app, Role.Therapist);
        await WriteAsync(ana);
        var (own, _) = await app.SignedInAsync(Role.Patient, ana.Id);
        var copy = WebUtility.HtmlDecode(await own.GetStringAsync(new Uri("/me/record", UriKind.Relative), Stop));
        foreach (var kind in Kinds)
        {
            Assert.Contains($"canary-shown-{kind.Name}", copy);
            if (kind != typeof(RootsSheet))
                Assert.Contains($"canary-kept-{kind.Name}", copy);
        }
        foreach (var kind in (await PersonInCare.StoredAsync<CravingEpisode>(app, ana.Id)).Select(e => e.Kind).Distinct())
        {
            using var back = await GlidepathApp.Send(own, "/me/sharing", ("kind", kind.ToString()), ("share", "none"));
            Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        }
        Assert.DoesNotContain($"canary-shown-{nameof(CravingEpisode)}", await ana.GetAsync($"/patients/{ana.Id}/therapy"));
        Assert.Contains($"canary-shown-{nameof(IfThenCard)}", await ana.GetAsync($"/patients/{ana.Id}/therapy"));
    }

    [Fact]
    public async Task Of_a_kind_that_is_not_shared_staff_read_neither_a_count_nor_a_day()
    {
        var (one, none) = (await PersonInCare.MakeAsync(app, Role.Therapist), await PersonInCare.MakeAsync(app, Role.Therapist));
        await WriteAsync(one.Id, one.Episode, one.StaffAccount.Id, onlyKept: true);
        var (with, without) = (await MainAsync(one), await MainAsync(none));
        Assert.Equal(without, with);

        static async Task<string> MainAsync(PersonInCare person)
        {
            var html = await person.GetAsync($"/patients/{person.Id}/therapy");
            var main = html[html.IndexOf("id=\"m-h\"", StringComparison.Ordinal)..html.IndexOf("</main>", StringComparison.Ordinal)];
            // The keys of forms differ each time.
            return HiddenField().Replace(main, "").Replace(person.Id.ToString(), "", StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Whoever_covers_a_night_and_who_broke_the_glass_read_what_is_shared_and_no_more()
    {
        var clinic = await Clinic.OpenAsync(app);
        await WriteAsync(clinic.PatientId, Assert.Single(await clinic.AllAsync<EpisodeOfCare>()), clinic.PrescriberAccount.Id);
        var (nurse, _) = await app.SignedInAsync(Role.Nurse);
        using var opened = await Clinic.Send(
            nurse,
            "/break-glass",
            ("do", "open"),
            ("record", clinic.PatientId.ToString()),
            ("reason", "Found unconscious in the street, and I must know what she takes")
        );
        using var answer = await nurse.GetAsync(new Uri($"/patients/{clinic.PatientId}/therapy", UriKind.Relative), Stop);
        Assert.DoesNotContain("canary-kept-", await answer.Content.ReadAsStringAsync(Stop));
    }

    private Task WriteAsync(PersonInCare person) => WriteAsync(person.Id, person.Episode, person.StaffAccount.Id);

    private Task WriteAsync(Guid patientId, EpisodeOfCare episode, Guid by, bool onlyKept = false) =>
        app.Store.Records.RunWholeAsync(
            RequestActor.System("test"),
            new AuditEntry(AuditAction.Create, "Patient", patientId),
            db =>
            {
                var at = app.Store.Clock.GetUtcNow().UtcDateTime;
                foreach (var (kind, make) in OwnWorkSamples.Of)
                {
                    // There is one roots page: as it is shown here, and as it is kept where nothing is shared.
                    var isOne = kind == typeof(RootsSheet);
                    if (onlyKept || !isOne)
                        db.Add(make(episode, $"canary-kept-{kind.Name}", false, at, by));
                    if (!onlyKept)
                        db.Add(make(episode, $"canary-shown-{kind.Name}", true, at.AddSeconds(1), by));
                }
                return Task.FromResult(true);
            },
            Stop
        );

    private async Task<HttpClient> JoinAsync(PersonInCare person, Role role, CareTeamRole onTeam)
    {
        var (client, account) = await app.SignedInAsync(role);
        await app.Store.Records.RunWholeAsync(
            RequestActor.System("test"),
            new AuditEntry(AuditAction.Create, "Patient", person.Id),
            db =>
            {
                db.Add(CareTeamMember.Join(Guid.CreateVersion7(), person.Episode, account.Id, onTeam, app.Store.Today.AddDays(-1)));
                return Task.FromResult(true);
            },
            Stop
        );
        return client;
    }

    [GeneratedRegex("<input type=\"hidden\"[^>]*>")]
    private static partial Regex HiddenField();

    /// <summary>Every address that is asked for with GET, pages and JSON.</summary>
    private IEnumerable<string> Routes() =>
        app
            .Services.GetServices<EndpointDataSource>()
            .SelectMany(s => s.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") ?? true)
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'));

    /// <summary>Null where it names more than the person.</summary>
    private static string? Filled(string route, Guid patientId)
    {
        foreach (var name in new[] { "{id:guid}", "{PatientId:guid}", "{patientId:guid}" })
            route = route.Replace(name, patientId.ToString(), StringComparison.Ordinal);
        return route.Contains('{') || !route.Contains(patientId.ToString(), StringComparison.Ordinal) ? null : route;
    }
}
