using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Glidepath.Web.Shared;

/// <summary>
/// <c>Proxy</c> in the configuration: which machines may say for whom they ask. Empty, and so it is unless set, means none.
/// </summary>
internal sealed class ProxyOptions
{
    /// <summary>Addresses, such as 10.0.0.5.</summary>
    public IReadOnlyList<string> KnownProxies { get; set; } = [];

    /// <summary>Networks, such as 10.0.0.0/24.</summary>
    public IReadOnlyList<string> KnownNetworks { get; set; } = [];

    /// <summary>How many proxies stand in a row.</summary>
    public int ForwardLimit { get; set; } = 1;
}

/// <summary>
/// X-Forwarded-For and -Proto are believed from a known proxy and ignored from everybody else: limits by address, and what is for this
/// machine only, rest on where a request comes from.
/// </summary>
internal static class Proxy
{
    /// <returns>False: the start is refused, since a proxy that was meant and not read would leave all visitors under one
    /// address.</returns>
    public static bool TryAddProxy(this WebApplicationBuilder builder, out string? refusal)
    {
        refusal = null;
        var asked = builder.Configuration.GetSection("Proxy").Get<ProxyOptions>() ?? new ProxyOptions();
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            ForwardLimit = asked.ForwardLimit,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var text in asked.KnownProxies)
            if (IPAddress.TryParse(text, out var address))
                options.KnownProxies.Add(address);
            else
                refusal = $"Proxy:KnownProxies: read \"{text}\"; accepted: addresses such as 10.0.0.5 or fd00::5";
        foreach (var text in asked.KnownNetworks)
            if (System.Net.IPNetwork.TryParse(text, out var network) && network.PrefixLength > 0)
                options.KnownIPNetworks.Add(network);
            else
                refusal =
                    $"Proxy:KnownNetworks: read \"{text}\"; accepted: networks such as 10.0.0.0/24, and not the whole of the Internet";
        if (asked.ForwardLimit is < 1 or > 10)
            refusal = $"Proxy:ForwardLimit: read {asked.ForwardLimit}; accepted: 1 to 10";
        if (options.KnownProxies.Count + options.KnownIPNetworks.Count > 0)
            builder.Services.AddSingleton(options);
        return refusal is null;
    }

    /// <summary>First of all, so that whatever looks at the address sees the true one.</summary>
    public static void UseProxy(this WebApplication app)
    {
        if (app.Services.GetService<ForwardedHeadersOptions>() is { } options)
            app.UseForwardedHeaders(options);
    }
}
