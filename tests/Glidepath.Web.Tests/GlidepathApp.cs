using System.Net;
using Glidepath.Web.Shared;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Glidepath.Web.Tests;

/// <summary>The host in this process. The only factory: an area that needs a store or a person signed in adds it here.</summary>
public sealed class GlidepathApp : WebApplicationFactory<Program>
{
    public bool Demo { get; init; }

    public int PerMinute { get; init; } = 100_000;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.ConfigureServices(services =>
        {
            services.Configure<RateLimitOptions>(limits => limits.RequestsPerMinute = limits.ComputingPerMinute = PerMinute);
            services.AddSingleton(new HostOptions { Demo = Demo });
        });
    }

    /// <summary>Follows no redirect, so that each answer is seen.</summary>
    public HttpClient Stranger() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

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
