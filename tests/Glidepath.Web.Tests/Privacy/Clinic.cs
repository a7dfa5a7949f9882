using System.Net;
using System.Text.RegularExpressions;
using Glidepath.Application.Patients;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Patients;
using Glidepath.Web.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Web.Tests.Privacy;

/// <summary>A made-up patient in care, a prescriber on the team, and what pages about them are asked.</summary>
internal sealed partial class Clinic(GlidepathApp app)
{
    public const string Name = "Rowan Testperson";

    public Guid PatientId { get; private set; }

    public HttpClient Prescriber { get; private set; } = null!;

    public UserAccount PrescriberAccount { get; private set; } = null!;

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public GlidepathApp App => app;

    public DateTime Now => app.Store.Clock.GetUtcNow().UtcDateTime;

    public DateOnly Today => DateOnly.FromDateTime(Now);

    public static async Task<Clinic> OpenAsync(GlidepathApp app)
    {
        var clinic = new Clinic(app) { PatientId = Guid.CreateVersion7() };
        (clinic.Prescriber, clinic.PrescriberAccount) = await app.SignedInAsync(Role.Prescriber);
        await app.Store.Records.RunWholeAsync(
            RequestActor.System("test"),
            new AuditEntry(AuditAction.Create, "Patient"),
            async db =>
            {
                var patient = Patient.Register(
                    clinic.PatientId,
                    new PatientDetails
                    {
                        GivenName = "Rowan",
                        FamilyName = "Testperson",
                        DateOfBirth = new DateOnly(1980, 5, 1),
                        Phone = "555-0100",
                    },
                    clinic.Now,
                    clinic.PrescriberAccount.Id
                );
                db.Add(patient);
                await PatientFinding.KeepInStepAsync(db, app.Store.Index, patient, Cancel);
                var (episode, move) = EpisodeOfCare.Open(
                    Guid.CreateVersion7(),
                    clinic.PatientId,
                    clinic.Today,
                    new MoveEntry(Guid.CreateVersion7(), clinic.Now, clinic.PrescriberAccount.Id, TimeZoneInfo.Utc)
                );
                db.AddRange(
                    episode,
                    move,
                    CareTeamMember.Join(Guid.CreateVersion7(), episode, clinic.PrescriberAccount.Id, CareTeamRole.Prescriber, clinic.Today)
                );
                return true;
            },
            Cancel
        );
        return clinic;
    }

    public (string, string)[] ConsentFields(params (string Name, string Value)[] changed)
    {
        var fields = new List<(string, string)>
        {
            ("do", "give"),
            ("kind", "SpecificDisclosure"),
            ("categories", "Demographics"),
            ("categories", "PresenceInTreatment"),
            ("information", "my name and that I am in care"),
            ("recipient-kind", "Named"),
            ("recipient", "Harbour Clinic"),
            ("recipient-classes", "TreatingProvider"),
            ("purposes", "Treatment"),
            ("purpose", "so that both teams know"),
            ("expiry", "OnDay"),
            ("expires-on", Today.AddDays(90).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
            ("signed-by", "Patient"),
            ("signer", Name),
            ("method", "Paper"),
            ("signed-on", Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
        };
        foreach (var name in changed.Select(c => c.Name).Distinct())
            fields.RemoveAll(f => f.Item1 == name);
        return [.. fields, .. changed.Where(c => c.Value.Length > 0)];
    }

    public async Task<Guid> GiveConsentAsync(params (string Name, string Value)[] changed)
    {
        var answer = await Send(Prescriber, $"/patients/{PatientId}/consents/give", ConsentFields(changed));
        Assert.True(answer.StatusCode is HttpStatusCode.Redirect, $"{answer.StatusCode}: {await Text(answer)}");
        return (await AllAsync<Consent>()).MaxBy(c => c.RecordedAt)!.Id;
    }

    /// <summary>As the privacy officer enters it.</summary>
    public async Task<CopyRequest> AskForCopyAsync(HttpClient officer, params string[] categories)
    {
        using var answer = await Send(
            officer,
            "/privacy/copies",
            [
                ("do", "receive"),
                ("record", PatientId.ToString()),
                ("asked", Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
                ("asker", "Patient"),
                ("form", "Paper"),
                .. categories.Select(c => ("categories", c)),
            ]
        );
        Assert.True(answer.StatusCode is HttpStatusCode.Redirect, $"{answer.StatusCode}: {await Text(answer)}");
        return (await AllAsync<CopyRequest>()).MaxBy(c => c.RecordedAt)!;
    }

    /// <summary>Shares by a form of the page, as <paramref name="how"/> print, pdf, csv or json.</summary>
    public async Task<HttpResponseMessage> ShareAsync(
        HttpClient client,
        string how,
        string basis,
        params (string Name, string Value)[] more
    )
    {
        var token = Token(await client.GetStringAsync($"/patients/{PatientId}/consents", Cancel));
        var fields = new List<(string, string)>
        {
            ("__RequestVerificationToken", token),
            ("_handler", "share"),
            ("do", "share"),
            ("basis", basis),
            ("as", how),
        };
        fields.AddRange(
            more.Any(m => m.Name == "categories")
                ? []
                : [("categories", "Demographics"), ("categories", "PresenceInTreatment"), ("categories", "Diagnoses")]
        );
        fields.AddRange(more);
        using var content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        return await client.PostAsync(
            new Uri(how == "print" ? $"/patients/{PatientId}/share" : $"/patients/{PatientId}/share/file", UriKind.Relative),
            content,
            Cancel
        );
    }

    /// <summary>The one form of a page that does this, with what the page hides in it, and <paramref name="fields"/>.</summary>
    public static async Task<HttpResponseMessage> Send(HttpClient client, string page, params (string Name, string Value)[] fields)
    {
        var html = await client.GetStringAsync(page, Cancel);
        var what = fields.Single(f => f.Name == "do").Value;
        var ids = fields.Where(f => f.Name is "consent" or "id" or "restriction").Select(f => $"value=\"{f.Value}\"").ToList();
        var form =
            html.Split("<form")
                .Skip(1)
                .Select(f => f.Split("</form>")[0])
                .FirstOrDefault(f =>
                    f.Contains($"name=\"do\" value=\"{what}\"", StringComparison.Ordinal)
                    && ids.TrueForAll(i => f.Contains(i, StringComparison.Ordinal))
                )
            ?? html.Split("<form")
                .Skip(1)
                .Select(f => f.Split("</form>")[0])
                .Last(f => f.Contains("name=\"do\"", StringComparison.Ordinal));
        var hidden = Hidden()
            .Matches(form)
            .Select(m => KeyValuePair.Create(m.Groups[1].Value, WebUtility.HtmlDecode(m.Groups[2].Value)))
            .Where(h => fields.All(f => f.Name != h.Key));
        using var content = new FormUrlEncodedContent(hidden.Concat(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));
        return await client.PostAsync(new Uri(page, UriKind.Relative), content, Cancel);
    }

    public Task<List<T>> AllAsync<T>()
        where T : class, IPatientRecord =>
        app.Store.Records.RunWholeAsync(
            RequestActor.System("test"),
            new AuditEntry(AuditAction.Read, typeof(T).Name),
            db => db.Set<T>().AsNoTracking().Where(x => x.PatientId == PatientId).ToListAsync(Cancel),
            Cancel
        );

    public async Task<List<AuditEvent>> AuditAsync()
    {
        await using var db = app.Store.CreateDbContext();
        return await db.AuditEvents.AsNoTracking().Where(e => e.PatientId == PatientId).OrderBy(e => e.Sequence).ToListAsync(Cancel);
    }

    public static Task<string> Text(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(Cancel);

    public static string Token(string html) => WebUtility.HtmlDecode(TokenField().Match(html).Groups[1].Value);

    /// <summary>A page without what differs from answer to answer.</summary>
    public static string Plain(string html) => Changing().Replace(html, "");

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex TokenField();

    [GeneratedRegex("nonce=\"[^\"]*\"|value=\"CfDJ[^\"]*\"|<!--Blazor[^>]*-->|\"traceId\":\"[^\"]*\"")]
    private static partial Regex Changing();
}
