namespace Glidepath.Treatment.Monitoring;

/// <summary>One step of an escalation.</summary>
/// <param name="After">Since the alert opened, or opened again.</param>
/// <param name="AfterAcknowledged">Since it was acknowledged and not acted on; null where the step is then left out.</param>
/// <param name="At">The clock of the person shows this time, at the earliest when the delay has passed; null for at once then.</param>
public sealed record EscalationStep(AlertTo To, TimeSpan After, TimeSpan? AfterAcknowledged, TimeOnly? At = null);

/// <summary>Who is told of an alert of one level, and when. All of it is a program rule: no published number was found.</summary>
/// <param name="RepeatAfter">Once all steps were taken everyone is told again so long after the last time, until someone
/// acknowledges it.</param>
/// <param name="RepeatAcknowledged">The same for one that was acknowledged and not acted on.</param>
/// <param name="KeepsQuietHours">Nobody is told between <see cref="QuietHours.From"/> and <see cref="QuietHours.To"/>.</param>
public sealed record EscalationPolicy(
    AlertLevel Level,
    TimeSpan RepeatAfter,
    TimeSpan RepeatAcknowledged,
    bool KeepsQuietHours,
    params IReadOnlyList<EscalationStep> Steps
)
{
    /// <summary>How soon the same step is tried again where nobody at all could be told.</summary>
    public static readonly TimeSpan RetryWithNobody = TimeSpan.FromMinutes(5);

    /// <summary>One that was acted on and not closed is said to who acted after this, and tried again where nobody could be told.</summary>
    public static readonly TimeSpan LeftOpenAfter = TimeSpan.FromHours(24);

    /// <summary>And after this the next step of the policy is told, again and again until it is closed.</summary>
    public TimeSpan RemindAfter => Level is AlertLevel.ThisWeek ? TimeSpan.FromDays(7) : TimeSpan.FromHours(72);

    public static EscalationPolicy Red { get; } =
        new(
            AlertLevel.Red,
            TimeSpan.FromMinutes(15),
            TimeSpan.FromHours(1),
            false,
            new(AlertTo.Nurse, TimeSpan.Zero, null),
            new(AlertTo.Nurse, TimeSpan.FromMinutes(15), null),
            new(AlertTo.Prescriber, TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(30)),
            new(AlertTo.Director, TimeSpan.FromMinutes(35), TimeSpan.FromMinutes(60))
        );

    public static EscalationPolicy Today { get; } =
        new(
            AlertLevel.Today,
            TimeSpan.FromHours(4),
            TimeSpan.FromHours(8),
            true,
            new(AlertTo.Nurse, TimeSpan.Zero, null),
            new(AlertTo.Prescriber, TimeSpan.FromHours(4), TimeSpan.FromHours(4)),
            new(AlertTo.Director, TimeSpan.FromHours(8), TimeSpan.FromHours(8))
        );

    public static EscalationPolicy ThisWeek { get; } =
        new(
            AlertLevel.ThisWeek,
            TimeSpan.FromDays(1),
            TimeSpan.FromDays(3),
            true,
            new(AlertTo.Nurse, TimeSpan.Zero, null),
            new(AlertTo.Prescriber, TimeSpan.FromHours(8), TimeSpan.FromDays(1), new TimeOnly(9, 0)),
            new(AlertTo.Director, TimeSpan.FromDays(3), TimeSpan.FromDays(3), new TimeOnly(9, 0))
        );

    public static IReadOnlyList<EscalationPolicy> All { get; } = [Red, Today, ThisWeek];

    public static EscalationPolicy Of(AlertLevel level) =>
        level switch
        {
            AlertLevel.Red => Red,
            AlertLevel.Today => Today,
            AlertLevel.ThisWeek => ThisWeek,
        };

    /// <summary>Who is told at a step; past the last, everyone again.</summary>
    public IReadOnlyList<AlertTo> Told(int step) => step < Steps.Count ? [Steps[step].To] : [.. Steps.Select(s => s.To).Distinct()];

    /// <summary>When a step is due. Never in the quiet hours, where the policy keeps them.</summary>
    /// <param name="step">From 0; past the last for a repeat.</param>
    /// <param name="since">UTC. When the alert opened, or was acknowledged.</param>
    /// <param name="lastStep">UTC. When the step before was taken; what a repeat counts from.</param>
    /// <param name="zone">Where the person is.</param>
    internal DateTime Due(int step, bool isAcknowledged, DateTime since, DateTime lastStep, TimeZoneInfo zone)
    {
        if (step >= Steps.Count)
            return Quiet(lastStep + (isAcknowledged ? RepeatAcknowledged : RepeatAfter), zone);
        var due = since + (isAcknowledged ? Steps[step].AfterAcknowledged ?? TimeSpan.Zero : Steps[step].After);
        return Quiet(Steps[step].At is { } at ? QuietHours.NextAt(due, at, zone) : due, zone);
    }

    /// <summary>The first step from this one on that is not left out.</summary>
    internal int First(int step, bool isAcknowledged)
    {
        while (isAcknowledged && step < Steps.Count && Steps[step].AfterAcknowledged is null)
            step++;
        return step;
    }

    /// <summary>Nobody is waked for one that was acted on, whatever its level.</summary>
    internal DateTime RemindAt(DateTime utc, TimeZoneInfo zone) => QuietHours.After(utc + RemindAfter, zone);

    internal DateTime Quiet(DateTime utc, TimeZoneInfo zone) => KeepsQuietHours ? QuietHours.After(utc, zone) : utc;
}
