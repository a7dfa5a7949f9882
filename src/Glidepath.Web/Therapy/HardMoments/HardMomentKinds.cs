using Glidepath.Application.Monitoring;
using Glidepath.Application.Shared;
using Glidepath.Application.Therapy;
using Glidepath.Treatment;
using Glidepath.Web.Monitoring;

namespace Glidepath.Web.Therapy;

/// <summary>A hard moment that a phone keeps until it has a connection: its beginning, and each time it was rated again.</summary>
internal static class HardMomentKinds
{
    public static PhoneEntryKind Start { get; } = new("hard-moment", TakeStartAsync);

    public static PhoneEntryKind Step { get; } = new("hard-moment-step", TakeStepAsync);

    private static async Task<PhoneTaken?> TakeStartAsync(IServiceProvider services, OpenedEntry opened, CancellationToken stop)
    {
        var moments = services.GetRequiredService<HardMomentsService>();
        var (id, start) = PhoneEntryKind.Fitting(opened, sent => (Id(sent.Id("id")), HardMomentFields.Start(sent)));
        return Taken(await moments.StartAsync(id, start, opened.At, opened.Once, stop), opened, id);
    }

    private static async Task<PhoneTaken?> TakeStepAsync(IServiceProvider services, OpenedEntry opened, CancellationToken stop)
    {
        var moments = services.GetRequiredService<HardMomentsService>();
        var (id, step) = PhoneEntryKind.Fitting(opened, sent => (Id(sent.Id("id")), HardMomentFields.Step(sent, null)));
        return Taken(await moments.ContinueAsync(id, step, opened.Once, stop), opened, id);
    }

    private static Guid Id(Guid? id) => id ?? throw new RuleViolationException("phone-entry.answers");

    private static PhoneTaken? Taken(Saved? saved, OpenedEntry opened, Guid id) =>
        saved is null ? null : new PhoneTaken(saved.Id, opened.At, opened.On, $"/me/hard-moment/{id}");
}
