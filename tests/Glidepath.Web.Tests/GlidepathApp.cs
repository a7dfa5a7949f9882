using System.Net;
using System.Security.Claims;
using System.Text.RegularExpressions;
using Glidepath.Application.Monitoring;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Monitoring.Alerts;
using Glidepath.Web.Shared;
using Glidepath.Web.Tests.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Glidepath.Web.Tests;

/// <summary>The host in this process. The only factory: an area that needs a store or a person signed in adds it here.</summary>
public sealed partial class GlidepathApp : WebApplicationFactory<Program>
{
    public bool Demo { get; init; }

    public int PerMinute { get; init; } = 100_000;

    /// <summary>Of what computes or exports; null for as many as <see cref="PerMinute"/>.</summary>
    public int? ComputingPerMinute { get; init; }

    /// <summary>A demo makes its people itself; else they are copied from one that did.</summary>
    public bool IsFirstStart { get; init; }

    /// <summary>PostgreSQL instead of SQLite: the connection string of an empty database.</summary>
    public string? Postgres { get; init; }

    /// <summary>Where requests seem to come from; loopback, as of somebody at the machine itself.</summary>
    public IPAddress Address { get; set; } = IPAddress.Loopback;

    /// <summary>Whether whoever is not at this machine comes over https; else the headers of a proxy may still say so.</summary>
    public bool OverTls { get; init; } = true;

    /// <summary>For limits of time; null for the real clock.</summary>
    public TimeProvider? Clock { get; init; }

    /// <summary>Where the program is, by its IANA name.</summary>
    public string Zone { get; init; } = "Etc/UTC";

    /// <summary>What a course tells of everybody here; null for what each record says.</summary>
    public CourseOf? Course { get; init; }

    /// <summary>What takes the pages of alerts; null for the network.</summary>
    public HttpMessageHandler? Pager { get; init; }

    /// <summary>Further settings, as an operator would give them.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>As it runs for people; what is for development alone is not there.</summary>
    public string Environment { get; init; } = "Production";

    private readonly string _folder = Directory.CreateTempSubdirectory("glidepath-web-").FullName;

    /// <summary>The people of the demo are made by the clock of their host: they fit no other day.</summary>
    private bool IsAboutNow => Clock is null || (Clock.GetUtcNow() - DateTimeOffset.UtcNow).Duration() < TimeSpan.FromMinutes(10);

    public Store Store => Services.GetRequiredService<Store>();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environment);
        builder.UseSetting("data", _folder);
        if (Postgres is null)
        {
            // As the host would find it at its second start: its keys, and nothing in it yet, or the people of the demo.
            var location = new StoreLocation(_folder);
            if (Demo && !IsFirstStart && IsAboutNow)
                DemoStore.CopyTo(location);
            else
            {
                KeyFiles.Load(location.KeyFolder, create: true, static _ => null);
                EmptyStore.CopyToAsync(location).GetAwaiter().GetResult();
            }
        }
        if (Demo)
            builder.UseSetting("demo", "true");
        builder.UseSetting("Program:TimeZone", Zone);
        // It would ask for pages at an address where nothing listens.
        builder.UseSetting("Host:WarmUp", "false");
        // A test of alerts goes its own rounds, when it wants them.
        builder.UseSetting("Alerting:Rounds", "false");
        builder.UseSetting("Messages:Rounds", "false");
        if (Postgres is not null)
            builder.UseSetting("ConnectionStrings:Glidepath", Postgres);
        foreach (var (name, value) in Settings)
            builder.UseSetting(name, value);
        builder.ConfigureServices(services =>
        {
            services.Configure<RateLimitOptions>(limits =>
                (limits.RequestsPerMinute, limits.ComputingPerMinute) = (PerMinute, ComputingPerMinute ?? PerMinute)
            );
            services.Configure<Glidepath.Web.Accounts.SignInOptions>(signIn => signIn.NoTakes = TimeSpan.Zero);
            services.AddSingleton<IStartupFilter>(new FromAddress(this));
            if (Clock is not null)
                services.AddSingleton(Clock);
            if (Pager is not null)
                services.AddHttpClient(WebhookChannel.Client).ConfigurePrimaryHttpMessageHandler(() => Pager);
            if (Course is not null)
                services.Replace(ServiceDescriptor.Singleton(Course));
        });
    }

    /// <summary>Follows no redirect, so that each answer is seen.</summary>
    public HttpClient Stranger() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    /// <summary>Keeps cookies as a browser does; follows no redirect.</summary>
    public HttpClient Browser() =>
        CreateDefaultClient(
            new Uri(IPAddress.IsLoopback(Address) ? "http://localhost" : "https://localhost"),
            new CookieContainerHandler()
        );

    /// <summary>
    /// A new account of this role, signed in as a browser would be: a session in the store and its key in a cookie. Follows no redirect.
    /// </summary>
    /// <param name="onTheWire">Where the host listens on Kestrel.</param>
    public async Task<(HttpClient Client, UserAccount Account)> SignedInAsync(
        Role role,
        Guid? patientId = null,
        bool onTheWire = false,
        bool sharedComputer = false
    )
    {
        await using var scope = Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<UserAccount>>();
        var account = new UserAccount
        {
            UserName = $"{role}-{Guid.CreateVersion7():N}".ToLowerInvariant(),
            DisplayName = $"Test {role}",
            Role = role.ToString(),
            PatientId = patientId,
            IsEnrolled = true,
            CreatedAt = Store.Clock.GetUtcNow().UtcDateTime,
        };
        Assert.True((await users.CreateAsync(account)).Succeeded);
        var principal = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<UserAccount>>().CreateAsync(account);
        var options = Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var properties = new AuthenticationProperties
        {
            IssuedUtc = Store.Clock.GetUtcNow(),
            ExpiresUtc = Store.Clock.GetUtcNow() + Glidepath.Web.Accounts.SessionLimits.Of(role, sharedComputer).Absolute,
        };
        if (sharedComputer)
            properties.Items[Glidepath.Web.Accounts.SessionStore.SharedComputer] = "yes";
        var key = await options.SessionStore!.StoreAsync(
            new AuthenticationTicket(principal, properties, IdentityConstants.ApplicationScheme)
        );
        var named = new ClaimsPrincipal(
            new ClaimsIdentity(
                [new Claim("Microsoft.AspNetCore.Authentication.Cookies-SessionId", key)],
                IdentityConstants.ApplicationScheme
            )
        );
        var cookie = options.TicketDataFormat.Protect(new AuthenticationTicket(named, properties, IdentityConstants.ApplicationScheme));
        var client = onTheWire
            ? CreateClient(
                new WebApplicationFactoryClientOptions
                {
                    AllowAutoRedirect = false,
                    HandleCookies = false,
                    BaseAddress = ClientOptions.BaseAddress,
                }
            )
            : CreateDefaultClient(new CookieContainerHandler());
        client.DefaultRequestHeaders.Add("Cookie", $"{options.Cookie.Name}={cookie}");
        return (client, account);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        // The host may still be writing its last anchor.
        for (var i = 0; disposing && Directory.Exists(_folder) && i < 40; i++)
            try
            {
                Directory.Delete(_folder, recursive: true);
            }
            catch (IOException)
            {
                Thread.Sleep(50);
            }
    }

    /// <summary>
    /// The form of a page that has the first of <paramref name="fields"/>, with what the page hides in it, such as its token.
    /// </summary>
    public static async Task<HttpResponseMessage> Send(HttpClient client, string page, params (string Name, string Value)[] fields)
    {
        var html = await client.GetStringAsync(page, TestContext.Current.CancellationToken);
        var forms = FormIn()
            .Matches(html)
            .Select(m => m.Value)
            .Where(f => f.Contains("_handler", StringComparison.Ordinal) && !f.Contains(" hidden></form>", StringComparison.Ordinal))
            .ToList();
        return await Submit(
            client,
            page,
            forms.Find(f => fields.Length > 0 && f.Contains($"name=\"{fields[0].Name}\"", StringComparison.Ordinal)) ?? forms[0],
            fields
        );
    }

    /// <summary>A form, as HTML, as a browser sends it.</summary>
    public static async Task<HttpResponseMessage> Submit(
        HttpClient client,
        string address,
        string form,
        params (string Name, string Value)[] fields
    )
    {
        var hidden = HiddenIn()
            .Matches(form)
            .Select(m => KeyValuePair.Create(WebUtility.HtmlDecode(m.Groups[1].Value), WebUtility.HtmlDecode(m.Groups[2].Value)));
        using var content = new FormUrlEncodedContent(hidden.Concat(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));
        return await client.PostAsync(new Uri(address, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    internal static partial Regex FormIn();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex HiddenIn();

    private sealed class FromAddress(GlidepathApp app) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            builder =>
            {
                builder.Use(
                    (context, rest) =>
                    {
                        context.Connection.RemoteIpAddress = app.Address;
                        if (app.OverTls && !IPAddress.IsLoopback(app.Address))
                            context.Request.Scheme = "https";
                        return rest(context);
                    }
                );
                next(builder);
            };
    }
}
