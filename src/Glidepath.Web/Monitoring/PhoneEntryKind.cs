using Glidepath.Application.Monitoring;
using Glidepath.Application.Shared;
using Glidepath.Treatment;
using Glidepath.Treatment.Monitoring;
using Glidepath.Web.Shared;
using static Glidepath.Web.Monitoring.MonitoringText;

namespace Glidepath.Web.Monitoring;

/// <summary>
/// A form that a phone may seal and keep until it has a connection. An area hands one over, and takes what comes by the service that its
/// page calls.
/// </summary>
/// <param name="Name">In <c>data-sealed</c> of the form; it is bound to what was sealed.</param>
/// <param name="TakeAsync">Null for an account that belongs to no record. What does not fit is a <see cref="RuleViolationException"/>.</param>
internal sealed record PhoneEntryKind(string Name, Func<IServiceProvider, OpenedEntry, CancellationToken, Task<PhoneTaken?>> TakeAsync)
{
    public static PhoneEntryKind CheckIn { get; } = new("check-in", TakeCheckInAsync);

    /// <exception cref="RuleViolationException"><c>phone-entry.answers</c>: a field does not fit. What was typed is in no sentence that the
    /// phone keeps.</exception>
    public static T Fitting<T>(OpenedEntry opened, Func<FormReader, T> read)
    {
        var sent = FormReader.Of(opened.Fields, new FieldErrors());
        var value = read(sent);
        return sent.Errors.Any ? throw new RuleViolationException("phone-entry.answers") : value;
    }

    private static async Task<PhoneTaken?> TakeCheckInAsync(IServiceProvider services, OpenedEntry opened, CancellationToken stop)
    {
        var checkIns = services.GetRequiredService<OwnCheckInsService>();
        var sameAs = opened.Fields.Any(f => f is { Key: "symptoms", Value: CheckInFields.Same });
        var last = sameAs ? (await checkIns.SeeAsync(stop))?.LastSaid : null;
        var answers = Fitting(opened, sent => CheckInFields.Of(sent).Read(sent, last));
        if (await checkIns.RecordAsync(answers, opened.On, opened.Once, stop) is not { } arrived)
            return null;
        var isDanger = CheckInSafety.FlagsOf(answers).Count > 0;
        return new PhoneTaken(arrived.Id, arrived.At, arrived.On, isDanger ? $"/me/check-in/{arrived.Id}/now" : "/me/check-in/done")
        {
            IsDanger = isDanger,
            Says = arrived.On == opened.On ? null : T["DatedTomorrowTakenAsToday"],
        };
    }
}

/// <param name="At">UTC. When it arrived.</param>
/// <param name="On">The day that it was taken for.</param>
/// <param name="Next">The page that shows it; names nobody.</param>
internal sealed record PhoneTaken(Guid Id, DateTime At, DateOnly On, string Next)
{
    /// <summary>It told of a danger sign.</summary>
    public bool IsDanger { get; init; }

    /// <summary>What was done otherwise than it says; null for nothing.</summary>
    public string? Says { get; init; }
}
