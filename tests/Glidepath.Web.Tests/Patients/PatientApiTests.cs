using System.Net;
using System.Text;
using System.Text.Json;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Web.Tests.Patients;

public sealed class PatientApiTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_key_and_body_register_once_and_another_body_is_a_conflict()
    {
        var (client, _) = await app.SignedInAsync(Role.Nurse);
        using var first = await client.PostOnceAsync("/api/patients", new { givenName = "Once" }, "key-1");
        using var again = await client.PostOnceAsync("/api/patients", new { givenName = "Once" }, "key-1");
        using var other = await client.PostOnceAsync("/api/patients", new { givenName = "Twice" }, "key-1");
        Assert.Equal(await first.Content.ReadAsStringAsync(Stop), await again.Content.ReadAsStringAsync(Stop));
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
    }

    [Fact]
    public async Task A_post_without_a_key_is_refused()
    {
        var (client, _) = await app.SignedInAsync(Role.Nurse);
        using var content = new StringContent("""{"givenName":"A"}""", Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync("/api/patients", content, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Idempotency-Key", await answer.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task A_lost_update_answers_with_both_versions()
    {
        var (client, _) = await app.SignedInAsync(Role.Nurse);
        var id = await client.RegisterAsync("Wren", "Api");
        using var seen = await client.GetAsync(new Uri($"/api/patients/{id}/details", UriKind.Relative), Stop);
        var version = seen.Headers.ETag!.ToString();
        using var without = await client.PutAsync($"/api/patients/{id}/details", new { givenName = "Robin" }, null);
        Assert.Equal(HttpStatusCode.PreconditionRequired, without.StatusCode);
        using var theirs = await client.PutAsync($"/api/patients/{id}/details", new { givenName = "Robin" }, version);
        Assert.Equal(HttpStatusCode.OK, theirs.StatusCode);
        using var mine = await client.PutAsync($"/api/patients/{id}/details", new { givenName = "Sparrow" }, version);
        using var problem = JsonDocument.Parse(await mine.Content.ReadAsStringAsync(Stop));
        Assert.Equal(HttpStatusCode.Conflict, mine.StatusCode);
        Assert.Equal(
            ("Robin", "Sparrow"),
            (
                problem.RootElement.GetProperty("theirs").GetProperty("givenName").GetString(),
                problem.RootElement.GetProperty("mine").GetProperty("givenName").GetString()
            )
        );
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"givenName":7}""")]
    [InlineData("""{"givenName":"A","nobody":1}""")]
    [InlineData("""{"givenName":"A","dateOfBirth":"1990-13-01"}""")]
    [InlineData("""{"givenName":"A","language":"x"}""")]
    public async Task Bad_json_is_refused(string body)
    {
        var (client, _) = await app.SignedInAsync(Role.Nurse);

        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/patients")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
            Headers = { { "Idempotency-Key", "k" } },
        };
        using var answer = await client.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task What_is_too_long_or_too_large_is_refused()
    {
        var (client, _) = await app.SignedInAsync(Role.Nurse);
        using var longName = await client.PostOnceAsync("/api/patients", new { givenName = new string('a', 300) });
        Assert.Equal(HttpStatusCode.BadRequest, longName.StatusCode);
        using var huge = await client.PostOnceAsync("/api/patients", new { givenName = new string('a', 1_100_000) });
        Assert.Contains(huge.StatusCode, new[] { HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.BadRequest });
    }

    [Fact]
    public async Task A_person_is_found_by_what_is_exact_and_the_index_follows_a_change()
    {
        var (client, _) = await app.SignedInAsync(Role.Nurse);
        var id = await client.RegisterAsync("Ines", "Prototype");
        Assert.Contains(
            id.ToString(),
            await FindAsync("""{"names":"PROTOTYPE ines","dateOfBirth":"1990-02-03","phone":"+1 555 555 0199"}""")
        );
        Assert.Contains(id.ToString(), await FindAsync("""{"names":"totyp nes"}"""));
        Assert.DoesNotContain(id.ToString(), await FindAsync("""{"names":"Protona"}"""));
        using var changed = await client.PutAsync(
            $"/api/patients/{id}/details",
            new { givenName = "Ines", familyName = "Renamed" },
            (await client.GetAsync(new Uri($"/api/patients/{id}/details", UriKind.Relative), Stop)).Headers.ETag!.ToString()
        );
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.DoesNotContain(id.ToString(), await FindAsync("""{"names":"Prototype"}"""));
        Assert.Contains(id.ToString(), await FindAsync("""{"names":"renamed"}"""));

        async Task<string> FindAsync(string body)
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var answer = await client.PostAsync("/api/patients/search", content, Stop);
            return await answer.Content.ReadAsStringAsync(Stop);
        }
    }
}
