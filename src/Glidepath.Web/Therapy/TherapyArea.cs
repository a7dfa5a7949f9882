using Glidepath.Application.Shared;
using Glidepath.Application.Therapy;
using Glidepath.Treatment.Therapy;
using Glidepath.Web.Shared;
using Glidepath.Web.Therapy.HomeScreen;
using Glidepath.Web.Therapy.Sessions;

namespace Glidepath.Web.Therapy;

/// <summary>What a person does for themselves between visits, and what of it they share.</summary>
internal static class TherapyArea
{
    public static void AddTherapy(this WebApplicationBuilder builder)
    {
        builder.Services.AddTherapy();
        builder.Services.AddSingleton(HardMomentKinds.Start).AddSingleton(HardMomentKinds.Step);
        builder
            .Services.HandOver(
                new RecordLink(
                    "Therapy",
                    "/therapy",
                    RecordTab.Care,
                    15,
                    DataClass.TherapyWork,
                    typeof(CravingEpisode),
                    typeof(PromptAnswer),
                    typeof(PromptChoice),
                    typeof(IfThenCard),
                    typeof(OwnReason),
                    typeof(OwnSafetyPlan),
                    typeof(TherapySharing),
                    typeof(ThoughtRecord),
                    typeof(Chain),
                    typeof(RootsSheet),
                    typeof(TherapySession),
                    typeof(HomeworkTask)
                )
            )
            .AddSessionPages()
            .HandOver(OwnPages);
    }

    public static void MapTherapy(this WebApplication app)
    {
        app.MapTherapyApi();
        app.MapSessionsApi();
        app.MapHomeScreen();
    }

    private static readonly OwnLink[] OwnPages =
    [
        new("My if-then plans", "/me/if-then", 10),
        new("My reasons", "/me/reasons", 20),
        new("My safety plan", "/me/safety-plan", 5),
        new("My thoughts", "/me/thoughts", 32),
        new("My chains", "/me/chains", 34),
        new("My roots", "/me/roots", 36),
        new("My hard moments", "/me/hard-moments", 40),
        new("Questions at random times", "/me/questions", 50),
        new("Who sees what I share", "/me/sharing", 90),
        new("Lock on this phone", "/me/lock", 93),
        new("On your home screen", "/me/home-screen", 95),
    ];
}
