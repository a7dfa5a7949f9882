using Glidepath.Treatment.Medications;

namespace Glidepath.Application.Medications;

/// <summary><c>Ward</c> in the configuration: how a ward gives medicines. Program rules where nothing is set.</summary>
public sealed class WardOptions
{
    public int BeforeMinutes { get; set; } = WardRules.Default.BeforeMinutes;

    public int AfterMinutes { get; set; } = WardRules.Default.AfterMinutes;

    /// <summary>How old sedation and breathing rate may be when a sedative is given.</summary>
    public int LookMinutes { get; set; } = WardRules.Default.LookMinutes;

    /// <summary>Within how long a prescriber decides on a dose that was withheld.</summary>
    public int DecideMinutes { get; set; } = WardRules.Default.DecideMinutes;

    /// <summary>When shifts begin where the program is; none for 07:00 and 19:00.</summary>
    public TimeOnly[] ShiftStarts { get; set; } = [];

    /// <summary>Medicines of which every dose is checked by two; none for phenobarbital.</summary>
    public string[] CheckedByTwo { get; set; } = [];

    public WardRules Rules =>
        new(BeforeMinutes, AfterMinutes, LookMinutes, DecideMinutes)
        {
            ShiftStarts = ShiftStarts is [] ? WardRules.Default.ShiftStarts : ShiftStarts,
            CheckedByTwo = CheckedByTwo is [] ? WardRules.Default.CheckedByTwo : CheckedByTwo,
        };
}
