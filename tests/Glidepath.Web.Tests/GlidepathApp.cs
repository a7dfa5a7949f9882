using System.Net;
using System.Security.Claims;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Glidepath.Web.Tests;

/// <summary>The host in this process. The only factory: an area that needs a store or a person signed in adds it here.</summary>
public sealed class GlidepathApp : WebApplicationFactory<Program>
{
    public bool Demo { get; init; }

    public int PerMinute { get; init; } = 100_000;

    /// <summary>PostgreSQL instead of SQLite: the connection string of an empty database.</summary>
    public string? Postgres { get; init; }

    private readonly string _folder = Directory.CreateTempSubdirectory("glidepath-web-").FullName;

    public Store Store => Services.GetRequiredService<Store>();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("data", _folder);
        if (Demo)
            builder.UseSetting("demo", "true");
        if (Postgres is not null)
            builder.UseSetting("ConnectionStrings:Glidepath", Postgres);
        builder.ConfigureServices(services =>
        {
            services.Configure<RateLimitOptions>(limits => limits.RequestsPerMinute = limits.ComputingPerMinute = PerMinute);
        });
    }

    /// <summary>Follows no redirect, so that each answer is seen.</summary>
    public HttpClient Stranger() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    /// <summary>A new account of this role, signed in as a browser would be: a session in the store and its key in a cookie. Follows no redirect.</summary>
    public async Task<(HttpClient Client, UserAccount Account)> SignedInAsync(Role role, Guid? patientId = null)
    {
        await using var scope = Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<UserAccount>>();
        var account = new UserAccount { UserName = $"{role}-{Guid.CreateVersion7():N}".ToLowerInvariant(), DisplayName = $"Test {role}", Role = role.ToString(), PatientId = patientId, IsEnrolled = true, CreatedAt = DateTime.UtcNow };
        Assert.True((await users.CreateAsync(account)).Succeeded);
        var principal = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<UserAccount>>().CreateAsync(account);
        var options = Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var properties = new AuthenticationProperties { IssuedUtc = DateTimeOffset.UtcNow, ExpiresUtc = DateTimeOffset.UtcNow.AddHours(1) };
        var key = await options.SessionStore!.StoreAsync(new AuthenticationTicket(principal, properties, IdentityConstants.ApplicationScheme));
        var named = new ClaimsPrincipal(new ClaimsIdentity([new Claim("Microsoft.AspNetCore.Authentication.Cookies-SessionId", key)], IdentityConstants.ApplicationScheme));
        var cookie = options.TicketDataFormat.Protect(new AuthenticationTicket(named, properties, IdentityConstants.ApplicationScheme));
        var client = CreateDefaultClient(new CookieContainerHandler());
        client.DefaultRequestHeaders.Add("Cookie", $"{options.Cookie.Name}={cookie}");
        return (client, account);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (disposing && Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A form of a page with what the page hides in it, such as its token, and <paramref name="fields"/>.</summary>
    public static async Task<HttpResponseMessage> Send(HttpClient client, string page, params (string Name, string Value)[] fields)
    {
        var html = await client.GetStringAsync(page, TestContext.Current.CancellationToken);
        var hidden = System.Text.RegularExpressions.Regex.Matches(html, "<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")
            .Select(m => KeyValuePair.Create(WebUtility.HtmlDecode(m.Groups[1].Value), WebUtility.HtmlDecode(m.Groups[2].Value)));
        using var content = new FormUrlEncodedContent(hidden.Concat(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));
        return await client.PostAsync(new Uri(page, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }
}
