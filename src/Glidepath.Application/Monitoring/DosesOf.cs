using Glidepath.Application.Shared;

namespace Glidepath.Application.Monitoring;

/// <summary>
/// What the course of a taper tells of the doses of its medicine, day by day. The area of the course hands one over, as it does with
/// <see cref="CourseOf"/>; the versions that it reads are more than a suggestion needs.
/// </summary>
/// <param name="Of">Made of <paramref name="Parts"/>; null where no dose is known.</param>
public sealed record DosesOf(IReadOnlyList<RecordPart> Parts, Func<PersonEntries, CourseDoses?> Of);

/// <param name="Drug">The medicine that is tapered.</param>
/// <param name="Doses">The first day first; the first row is what was taken before.</param>
public sealed record CourseDoses(string Drug, IReadOnlyList<DoseFrom> Doses)
{
    /// <summary>In mg a day: what was taken on the first of these days, and each change after it.</summary>
    public IReadOnlyList<(DateOnly On, decimal Mg)> Within(DateOnly first, DateOnly last) =>
        [(first, On(first).DailyMg), .. Doses.Where(d => d.On > first && d.On <= last).Select(d => (d.On!.Value, d.DailyMg))];

    public DoseFrom On(DateOnly day) => Doses.Last(d => d.On is null || d.On <= day);
}

/// <param name="On">The first day of it; null for what was taken before the course.</param>
/// <param name="Day">Minutes after midnight, and mg. Empty where nothing is taken.</param>
public sealed record DoseFrom(DateOnly? On, IReadOnlyList<(int Minutes, decimal Mg)> Day)
{
    public decimal DailyMg => Day.Sum(d => d.Mg);
}
