using Glidepath.Application.Messages;
using Glidepath.Application.Shared;
using Glidepath.Treatment.Messages;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Shared;

namespace Glidepath.Web.Messages;

/// <summary>What patients and their care teams write to each other.</summary>
internal static class MessagesArea
{
    public static void AddMessages(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<MessagesOptions>().BindConfiguration("Messages");
        builder.Services.AddMessages();
        builder
            .Services.HandOver(
                new RecordLink("Messages", "/messages", RecordTab.Care, 42, DataClass.Messages, typeof(Message), typeof(MessageTurn))
                {
                    Roles = Clinicians.Roles,
                }
            )
            .HandOver(new StaffLink("Messages", "/messages", 22, Clinicians.Roles));
    }

    public static void MapMessages(this WebApplication app) => app.MapMessagesApi();
}
