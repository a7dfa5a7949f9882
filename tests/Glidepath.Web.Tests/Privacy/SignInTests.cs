using System.Net;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Accounts;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;

namespace Glidepath.Web.Tests.Privacy;

public sealed class DemoSignInTests
{
    [Theory]
    [InlineData("pia.prescriber", "/today")]
    [InlineData("ada.admin", "/admin")]
    [InlineData("pat.patient", "/me")]
    public async Task Somebody_of_the_demo_signs_in_with_a_password_and_begins_where_their_role_does(string name, string home)
    {
        await using var app = new GlidepathApp { Demo = true };
        var client = app.Browser();
        using var answer = await GlidepathApp.Send(client, "/sign-in", ("name", name), ("password", DemoAccounts.Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        using var led = await client.GetAsync(answer.Headers.Location, TestContext.Current.CancellationToken);
        Assert.Equal(home, led.Headers.Location?.ToString());
        await using var db = app.Store.CreateDbContext();
        Assert.Contains(db.AuditEvents, e => e.Action == AuditAction.SignIn && e.Outcome == AuditOutcome.Permitted);
    }

    [Fact]
    public async Task A_demo_lets_nobody_in_from_another_machine()
    {
        await using var app = new GlidepathApp { Demo = true };
        var client = app.Browser();
        app.Address = IPAddress.Parse("192.0.2.7");
        using var answer = await GlidepathApp.Send(client, "/sign-in", ("name", "ada.admin"), ("password", DemoAccounts.Password));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("{}")]
    [InlineData("not JSON")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"id\":1,\"response\":\"\"}")]
    [InlineData("{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{}}")]
    public async Task A_passkey_that_no_browser_made_is_a_no_and_never_an_error(string credential)
    {
        await using var app = new GlidepathApp { Demo = true };
        var client = app.Browser();
        using (var signIn = await GlidepathApp.Send(client, "/sign-in", ("credential", credential), ("do", "passkey")))
            Assert.Equal(HttpStatusCode.BadRequest, signIn.StatusCode);
        using (var signedIn = await GlidepathApp.Send(client, "/sign-in", ("name", "nils.nurse"), ("password", DemoAccounts.Password)))
            Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        foreach (var page in new[] { "/account/confirm", "/account/passkeys" })
            using (var answer = await GlidepathApp.Send(client, page, ("credential", credential), ("name", "Key"), ("do", "passkey")))
                Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Redirect, $"{page}: {answer.StatusCode}");
    }
}
