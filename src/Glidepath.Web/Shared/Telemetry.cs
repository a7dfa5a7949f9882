using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using OpenTelemetry;
using OpenTelemetry.Context.Propagation;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Glidepath.Web.Shared;

/// <summary>Logs, traces, metrics and health. None holds a body, a query, an address of a person or a header.</summary>
internal static class Telemetry
{
    private static readonly HealthReport NotReady = new(new Dictionary<string, HealthReportEntry>(), HealthStatus.Unhealthy, TimeSpan.Zero);

    private static readonly string[] Dropped =
    [
        "url.query",
        "client.address",
        "client.port",
        "network.peer.address",
        "network.peer.port",
        "user_agent.original",
    ];

    /// <summary>Of the check of backups, which has an address of its own too.</summary>
    public const string BackupTag = "backup";

    /// <summary>Of the check of the engine of alerts.</summary>
    public const string AlertsTag = "alerts";

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        if (builder.Environment.IsDevelopment())
            builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        else
            builder.Logging.AddJsonConsole(console =>
                (console.UseUtcTimestamp, console.TimestampFormat) = (true, "yyyy-MM-ddTHH:mm:ss.fffZ")
            );
        // The framework's own line for each request names its query.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);

        builder.Services.AddHealthChecks();
        if (builder.Configuration.GetValue("Host:WarmUp", true))
            builder.Services.AddSingleton<WarmUp>().AddHostedService(p => p.GetRequiredService<WarmUp>());
        builder.Services.AddSingleton<DistributedContextPropagator>(new OwnTraces());
        if (string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
            return;
        // This one reads what the host has read, and so nothing; the one it comes with would read the headers by itself.
        Sdk.SetDefaultTextMapPropagator(new TraceContextPropagator());
        builder
            .Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("glidepath-web"))
            .WithTracing(tracing =>
                tracing
                    .AddAspNetCoreInstrumentation(requests =>
                    {
                        requests.RecordException = false;
                        requests.Filter = context => !context.Request.Path.StartsWithSegments("/health");
                        requests.EnrichWithHttpResponse = (activity, _) => Drop(activity);
                    })
                    .AddOtlpExporter()
            )
            .WithMetrics(metrics => metrics.AddAspNetCoreInstrumentation().AddMeter("System.Runtime").AddOtlpExporter());
    }

    /// <summary>
    /// A trace begins here. Its id stands in the audit as the id of the request, and a caller who could name it would write there, and
    /// could make the requests of two people look like one.
    /// </summary>
    private sealed class OwnTraces : DistributedContextPropagator
    {
        public override IReadOnlyCollection<string> Fields => [];

        public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(object? carrier, PropagatorGetterCallback? getter) =>
            null;

        public override void ExtractTraceIdAndState(
            object? carrier,
            PropagatorGetterCallback? getter,
            out string? traceId,
            out string? traceState
        ) => (traceId, traceState) = (null, null);

        public override void Inject(Activity? activity, object? carrier, PropagatorSetterCallback? setter) { }
    }

    /// <summary>An area adds a check with the tag <c>ready</c>; a stranger is told only whether all is well.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = Write }).Open();
        app.MapHealthChecks(
                "/health/ready",
                new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready"), ResponseWriter = WriteReady }
            )
            .Open();
        // A backup that is late is no reason to stop serving, and one to call someone.
        app.MapHealthChecks(
                "/health/backup",
                new HealthCheckOptions
                {
                    Predicate = check => check.Tags.Contains(BackupTag),
                    ResponseWriter = WriteBackup,
                    ResultStatusCodes = { [HealthStatus.Degraded] = StatusCodes.Status503ServiceUnavailable },
                }
            )
            .Open();
        // Alerts that are not sent are no reason to stop serving, and one to call someone now.
        app.MapHealthChecks(
                "/health/alerts",
                new HealthCheckOptions { Predicate = check => check.Tags.Contains(AlertsTag), ResponseWriter = Write }
            )
            .Open();
    }

    private static Task WriteReady(HttpContext context, HealthReport report)
    {
        if (context.RequestServices.GetService<WarmUp>() is not { IsDone: false })
            return Write(context, report);
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return Write(context, NotReady);
    }

    /// <summary>How old the last good one is, in hours, for a monitor on this machine.</summary>
    private static async Task WriteBackup(HttpContext context, HealthReport report)
    {
        await Write(context, report);
        if (Origin.IsThisMachine(context))
            foreach (var check in report.Entries.Values)
                await context.Response.WriteAsync($"\n{check.Description}\n");
    }

    private static Task Write(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "text/plain";
        return context.Response.WriteAsync(
            report.Status switch
            {
                HealthStatus.Healthy => "ok",
                HealthStatus.Degraded => "degraded",
                _ => "not ready",
            }
        );
    }

    private static void Drop(Activity activity)
    {
        foreach (var tag in Dropped)
            activity.SetTag(tag, null);
    }
}
