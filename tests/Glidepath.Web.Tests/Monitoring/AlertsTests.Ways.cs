using System.Net;
using System.Text.Json;
using Glidepath.Application.Monitoring;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Assessments;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Tests.Assessments;
using Glidepath.Web.Tests.Patients;
using Glidepath.Web.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Glidepath.Web.Tests.Monitoring;

public sealed partial class AlertsTests
{
    private Task<(HttpClient Client, UserAccount Account)> OnDutyAsync(Role role) => OnDutyAsync(_app, role);

    /// <summary>Round the clock, from this morning on.</summary>
    private static async Task<(HttpClient Client, UserAccount Account)> OnDutyAsync(GlidepathApp app, Role role)
    {
        var (client, account) = await app.SignedInAsync(role);
        var duty = role is Role.Nurse ? DutyRole.Nurse : DutyRole.Prescriber;
        var (store, director) = (app.Store, new Actor(Guid.CreateVersion7(), Role.Director));
        var now = store.Clock.GetUtcNow().UtcDateTime;
        await store.Records.RunAsync(
            RequestActor.System("test"),
            new AuditEntry(AuditAction.Create, nameof(DutyRotation)),
            db =>
            {
                db.Add(
                    DutyRotation.Begin(
                        Guid.CreateVersion7(),
                        new(
                            duty,
                            "Day and night",
                            TimeOnly.MinValue,
                            TimeOnly.MinValue,
                            DutyRoles.EachDay,
                            store.Today,
                            null,
                            [account.Id],
                            1
                        ),
                        DutyRoster.Of([], [], store.Zone, new HashSet<(DutyRole, Guid)> { (duty, account.Id) }),
                        store.Today,
                        now,
                        director
                    )
                );
                return Task.FromResult(true);
            },
            Stop
        );
        return (client, account);
    }

    private Task TakesOverAsync(UserAccount account) =>
        _app.Store.Records.RunAsync(
            RequestActor.System("test"),
            new AuditEntry(AuditAction.Create, nameof(DutyOverride)),
            async db =>
            {
                var now = _clock.GetUtcNow().UtcDateTime;
                db.Add(
                    DutyOverride.Enter(
                        Guid.CreateVersion7(),
                        new(
                            DutyRole.Nurse,
                            _app.Store.DayOf(now),
                            TimeOnly.FromDateTime(now),
                            _app.Store.DayOf(now),
                            TimeOnly.FromDateTime(now.AddHours(4)),
                            account.Id,
                            "Swapped"
                        ),
                        await DutyRosters.ReadAsync(db, now, Stop),
                        now,
                        new Actor(Guid.CreateVersion7(), Role.Director)
                    )
                );
                return true;
            },
            Stop
        );

    private async Task<bool> MayOpenAsync(UserAccount account, Guid patientId) =>
        await new RecordAccess(_app.Store).RunAsync(
            new Actor(account.Id, Role.Nurse),
            "test",
            patientId,
            AccessAction.Read,
            DataClass.CheckIns,
            _ => Task.FromResult("open"),
            Stop
        )
            is not null;

    private Task RoundAsync() => RoundAsync(_app);

    private static Task RoundAsync(GlidepathApp app) => app.Services.GetRequiredService<AlertRounds>().RoundAsync(Stop);

    private async Task<Alert> OneAsync(PersonInCare person) => Assert.Single(await PersonInCare.StoredAsync<Alert>(_app, person.Id));

    private Task<List<AlertEvent>> EventsAsync(PersonInCare person) => PersonInCare.StoredAsync<AlertEvent>(_app, person.Id);

    private Task<HttpClient> OwnAsync(PersonInCare person) => OwnAsync(person, _app);

    private static async Task<HttpClient> OwnAsync(PersonInCare person, GlidepathApp app) =>
        (await app.SignedInAsync(Role.Patient, person.Id)).Client;

    private static async Task Send(HttpClient client, string page, params (string, string)[] fields)
    {
        using var answer = await GlidepathApp.Send(client, page, fields);
        Assert.True(answer.StatusCode is HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync(Stop));
    }

    private static async Task<string> ReadAsync(HttpClient client, string page) =>
        WebUtility.HtmlDecode(await client.GetStringAsync(Uri(page), Stop));

    private static Uri Uri(string path) => new(path, UriKind.Relative);

    /// <summary>A receiver of pages.</summary>
    private sealed class Receiver : HttpMessageHandler
    {
        public List<(string Key, string Signature, string Body)> Got { get; } = [];

        public HttpStatusCode Answers { get; set; } = HttpStatusCode.OK;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Got.Add(
                (
                    request.Headers.GetValues("Idempotency-Key").Single(),
                    request.Headers.GetValues("Glidepath-Signature").Single(),
                    await request.Content!.ReadAsStringAsync(cancellationToken)
                )
            );
            return new HttpResponseMessage(Answers);
        }
    }
}
