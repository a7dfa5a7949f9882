using Glidepath.Application.Privacy;
using Glidepath.Web.Privacy.Alerts;

namespace Glidepath.Web.Privacy.Incidents;

/// <summary>What the privacy officer keeps: incidents and complaints, requests for a copy, alerts, the yearly access review.</summary>
internal static class RegistersArea
{
    public static void AddRegisters(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<AlertOptions>().BindConfiguration("Alerts");
        builder.Services.AddIncidents().AddCopies().AddAlerts().AddAccessReviews();
        builder.Services.AddSingleton<AlertWatch>().AddHostedService(p => p.GetRequiredService<AlertWatch>());
        builder.Services.AddHealthChecks().AddCheck<AlertWatch>("sign-ins", tags: ["ready"]);
    }
}
