using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Monitoring;

/// <summary>Who answers an alert first, and who next. The director is the last step of every escalation and is on no rotation.</summary>
public enum DutyRole
{
    Nurse,
    Prescriber,
}

/// <summary>Days of the week on which a shift begins.</summary>
[Flags]
public enum DutyDays
{
    None = 0,
    Monday = 1,
    Tuesday = 2,
    Wednesday = 4,
    Thursday = 8,
    Friday = 16,
    Saturday = 32,
    Sunday = 64,
}

public static class DutyRoles
{
    public const DutyDays MondayToFriday = DutyDays.Monday | DutyDays.Tuesday | DutyDays.Wednesday | DutyDays.Thursday | DutyDays.Friday,
        EachDay = MondayToFriday | DutyDays.Saturday | DutyDays.Sunday;

    /// <summary>The role of an account that can have this duty.</summary>
    public static Role Needs(this DutyRole duty) =>
        duty switch
        {
            DutyRole.Nurse => Role.Nurse,
            DutyRole.Prescriber => Role.Prescriber,
        };

    public static bool Has(this DutyDays days, DayOfWeek day) => (days & Of(day)) != 0;

    public static DutyDays ToDutyDays(this IEnumerable<DayOfWeek> days) => days.Aggregate(DutyDays.None, (all, day) => all | Of(day));

    public static DutyDays Of(DayOfWeek day) =>
        day switch
        {
            DayOfWeek.Monday => DutyDays.Monday,
            DayOfWeek.Tuesday => DutyDays.Tuesday,
            DayOfWeek.Wednesday => DutyDays.Wednesday,
            DayOfWeek.Thursday => DutyDays.Thursday,
            DayOfWeek.Friday => DutyDays.Friday,
            DayOfWeek.Saturday => DutyDays.Saturday,
            DayOfWeek.Sunday => DutyDays.Sunday,
        };
}
