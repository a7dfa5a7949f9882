using Glidepath.Application.Shared;
using Glidepath.Treatment.Therapy;
using Glidepath.Web.Shared;

namespace Glidepath.Web.Therapy.Sessions;

/// <summary>Where sessions, homework and notes stand in navigation. Counseling notes stand in none.</summary>
internal static class SessionsArea
{
    public static IServiceCollection AddSessionPages(this IServiceCollection services) =>
        services
            .HandOver(
                new RecordLink(
                    "Progress notes",
                    "/progress-notes",
                    RecordTab.Care,
                    16,
                    DataClass.Progress,
                    typeof(ProgressNote),
                    typeof(ProgressDraft)
                )
            )
            .HandOver(new OwnLink("My homework", "/me/homework", 30));
}
