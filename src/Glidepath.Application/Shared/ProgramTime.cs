using Glidepath.Storage;

namespace Glidepath.Application.Shared;

/// <summary>Instants as days and times where the program is, for pages. Each page has it as <c>InZone</c>.</summary>
public sealed class ProgramTime(Store store)
{
    public TimeZoneInfo Zone => store.Zone;

    public DateOnly Today => store.Today;

    public DateOnly DayOf(DateTime utc) => store.DayOf(utc);

    /// <inheritdoc cref="InstantWords.Day"/>
    public string Day(DateTime utc) => Zone.Day(utc);

    /// <inheritdoc cref="InstantWords.Clock(TimeZoneInfo, DateTime)"/>
    public string Clock(DateTime utc) => Zone.Clock(utc);

    /// <inheritdoc cref="InstantWords.Moment"/>
    public string Moment(DateTime utc) => Zone.Moment(utc);

    /// <inheritdoc cref="InstantWords.There"/>
    public string? There(DateTime utc, string? elsewhere) => Zone.There(utc, elsewhere);

    /// <inheritdoc cref="InstantWords.DoseTimes"/>
    public string? DoseTimes(string? elsewhere) => Zone.DoseTimes(store.Clock.GetUtcNow().UtcDateTime, elsewhere);

    /// <inheritdoc cref="InstantWords.NamedMoment"/>
    public string NamedMoment(DateTime utc) => Zone.NamedMoment(utc);
}
