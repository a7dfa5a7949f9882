using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Glidepath.Web.Shared;

/// <summary>How many requests one address may send in a minute; <c>RateLimits</c> in the configuration.</summary>
public sealed class RateLimitOptions
{
    public int RequestsPerMinute { get; set; } = 1200;

    /// <summary>Of those, the ones that make a plan, a chart or a PDF.</summary>
    public int ComputingPerMinute { get; set; } = 60;
}

/// <summary>Per address, generous enough for a clinic behind one: a person in distress must not be shut out by the others.</summary>
internal static class RateLimits
{
    /// <summary>For what computes: a plan, a chart, a PDF.</summary>
    public const string Computing = "computing";

    /// <summary>
    /// For what hands out much at once, such as the directory or a file, a GET too; as many in a minute as what computes.
    /// </summary>
    public const string Export = "export";

    public static void AddRateLimits(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<RateLimitOptions>().BindConfiguration("RateLimits");
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(60);
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                context.Request.Path.StartsWithSegments("/health") || context.IsLeaving() || context.Features.Get<Failure>() is not null
                    ? RateLimitPartition.GetNoLimiter("free")
                    : PerAddress(context, Limits(context).RequestsPerMinute)
            );
            limiter.AddPolicy(Export, context => PerAddress(context, Limits(context).ComputingPerMinute));
            limiter.AddPolicy(
                Computing,
                context =>
                    HttpMethods.IsGet(context.Request.Method)
                        ? RateLimitPartition.GetNoLimiter("get")
                        : PerAddress(context, Limits(context).ComputingPerMinute)
            );
        });
    }

    private static RateLimitOptions Limits(HttpContext context) =>
        context.RequestServices.GetRequiredService<IOptions<RateLimitOptions>>().Value;

    private static RateLimitPartition<string> PerAddress(HttpContext context, int perMinute) =>
        RateLimitPartition.GetSlidingWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "unknown",
            _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = perMinute,
                Window = TimeSpan.FromMinutes(1),
                SegmentsPerWindow = 6,
            }
        );
}
