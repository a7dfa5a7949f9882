namespace Glidepath.Treatment.Medications;

/// <summary>
/// How a ward gives medicines: program rules, each of which the program may set otherwise. No published number was found for any of them.
/// </summary>
/// <param name="BeforeMinutes">How long before its time a dose may be given.</param>
/// <param name="AfterMinutes">How long after its time it may be given before it is late; then it is overdue until someone says what became
/// of it.</param>
/// <param name="LookMinutes">How old sedation and breathing rate may be when a sedative is given.</param>
/// <param name="DecideMinutes">Within how long a prescriber decides on a dose that was withheld.</param>
/// <param name="LatestPaperHours">How long after it was given a dose may be entered from paper.</param>
public sealed record WardRules(
    int BeforeMinutes = 60,
    int AfterMinutes = 60,
    int LookMinutes = 30,
    int DecideMinutes = 60,
    int LatestPaperHours = 24
)
{
    /// <summary>When shifts begin where the program is, the earliest of the day first.</summary>
    public IReadOnlyList<TimeOnly> ShiftStarts { get; init; } = [new(7, 0), new(19, 0)];

    /// <summary>Medicines of which every dose has a second nurse who checked it, as they are named on the order.</summary>
    public IReadOnlyList<string> CheckedByTwo { get; init; } = ["phenobarbital"];

    public static WardRules Default { get; } = new();

    public TimeSpan Before => TimeSpan.FromMinutes(BeforeMinutes);

    public TimeSpan After => TimeSpan.FromMinutes(AfterMinutes);

    public bool NeedsTwo(string drug) => CheckedByTwo.Any(d => drug.Contains(d, StringComparison.OrdinalIgnoreCase));
}
