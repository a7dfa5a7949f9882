using Glidepath.Application.Shared;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.ResponseCompression;

namespace Glidepath.Web.Shared;

/// <summary>Kestrel, its limits, and what is compressed.</summary>
internal static class Server
{
    public static void AddServer(this WebApplicationBuilder builder, HostOptions options)
    {
        builder.Services.AddSingleton(options).AddSingleton(new DemoSetting(options.Demo));
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton<FileTurns>();
        // From a build, where there is no published wwwroot; without its manifest it does nothing.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseUrls((options.Urls ?? builder.Configuration["urls"] ?? HostOptions.DefaultUrl).Split(';'));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = BodyLimit.MostThrownAway;
            kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(75);
        });
        builder.Services.Configure<Microsoft.Extensions.Hosting.HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(20));
        builder.Services.Configure<FormOptions>(form =>
        {
            form.ValueCountLimit = 200;
            form.KeyLengthLimit = 200;
            form.ValueLengthLimit = 20_000;
            form.MultipartBodyLengthLimit = BodyLimit.MaxBytes;
        });
        builder.Services.AddRequestTimeouts(t =>
            t.DefaultPolicy = new RequestTimeoutPolicy
            {
                Timeout = TimeSpan.FromSeconds(30),
                TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
            }
        );
        builder.Services.Configure<HostFilteringOptions>(filter => filter.AllowedHosts = AllowedHosts(builder.Configuration, options));
        builder.Services.AddHsts(hsts => (hsts.MaxAge, hsts.IncludeSubDomains) = (TimeSpan.FromDays(365), true));
        builder.Services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
        });
    }

    /// <summary>
    /// After routing: only pages that hold nothing of a record are compressed, since the length of a compressed page can tell what is in
    /// it.
    /// </summary>
    public static void UseServer(this WebApplication app)
    {
        app.UseHsts();
        // The page that says why a body was refused is still asked for with that body.
        app.UseWhen(context => context.Features.Get<Failure>() is null, sent => sent.Use(BodyLimit.Refuse).Use(BodyKind.Refuse));
        app.UseWhen(IsPublic, open => open.UseResponseCompression());
        app.UseRequestTimeouts();
    }

    private static bool IsPublic(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<EndpointClassAttribute>()?.Value is EndpointClass.Public;

    /// <summary>The names this server answers to; any other Host header is refused.</summary>
    private static IList<string> AllowedHosts(IConfiguration configuration, HostOptions options)
    {
        if (configuration["AllowedHosts"] is { Length: > 0 } configured)
            return configured.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var named = (options.Urls ?? "")
            .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(HostOptions.Host);
        return [.. named.OfType<string>().Where(h => h is not "any.invalid").Union(["localhost", "127.0.0.1", "[::1]"])];
    }
}
