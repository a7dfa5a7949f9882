using System.Net;
using Glidepath.Application.Messages;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Messages;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Tests.Patients;
using Glidepath.Web.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Glidepath.Web.Tests.Messages;

public sealed partial class MessagesTests
{
    private static string Page(PersonInCare person) => $"/patients/{person.Id}/messages";

    private async Task<HttpClient> OwnAsync(PersonInCare person) => (await _app.SignedInAsync(Role.Patient, person.Id)).Client;

    private Task<int> RoundAsync() => _app.Services.GetRequiredService<MessageRounds>().RoundAsync(Stop);

    private Task<List<Message>> MessagesAsync(PersonInCare person) => PersonInCare.StoredAsync<Message>(_app, person.Id);

    private Task<List<MessageTurn>> TurnsAsync(PersonInCare person) => PersonInCare.StoredAsync<MessageTurn>(_app, person.Id);

    private static async Task SendAsync(HttpClient client, string page, params (string, string)[] fields)
    {
        using var answer = await GlidepathApp.Send(client, page, fields);
        Assert.True(answer.StatusCode is HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync(Stop));
    }

    private static async Task<string> ReadAsync(HttpClient client, string page) =>
        WebUtility.HtmlDecode(await client.GetStringAsync(new Uri(page, UriKind.Relative), Stop));

    /// <summary>A form as it stood then.</summary>
    private static async Task<string> FormAsync(HttpClient client, string page, string holds) =>
        GlidepathApp
            .FormIn()
            .Matches(await client.GetStringAsync(new Uri(page, UriKind.Relative), Stop))
            .Select(m => m.Value)
            .First(f => f.Contains(holds, StringComparison.Ordinal));

    private static async Task TwiceAsync(HttpClient client, string page, string holds, params (string, string)[] fields)
    {
        var form = await FormAsync(client, page, holds);
        for (var click = 0; click < 2; click++)
            using (var answer = await GlidepathApp.Submit(client, page, form, fields))
                Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private Task JoinAsync(PersonInCare person, UserAccount account, CareTeamRole role) =>
        _app.Store.Records.RunWholeAsync(
            RequestActor.System("test"),
            new AuditEntry(AuditAction.Create, nameof(CareTeamMember), person.Id),
            db =>
            {
                db.Add(CareTeamMember.Join(Guid.CreateVersion7(), person.Episode, account.Id, role, _app.Store.Today.AddDays(-1)));
                return Task.FromResult(true);
            },
            Stop
        );

    private Task DisableAsync(UserAccount account) => ChangeAsync(account, u => u.DisabledAt = _clock.GetUtcNow().UtcDateTime);

    private Task NameAsync(UserAccount account, string name) => ChangeAsync(account, u => u.DisplayName = name);

    private async Task ChangeAsync(UserAccount account, Action<UserAccount> change)
    {
        await using var db = _app.Store.CreateDbContext();
        change(await db.Users.SingleAsync(u => u.Id == account.Id, Stop));
        await db.SaveChangesAsync(Stop);
    }
}
