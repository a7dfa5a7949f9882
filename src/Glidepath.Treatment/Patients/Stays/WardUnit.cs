using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Patients;

/// <summary>A unit of the program with beds. Of the program and of no patient.</summary>
public sealed class WardUnit : IVersioned
{
    public const int MostBeds = 100,
        LongestBed = 10,
        LongestName = 60;

    private WardUnit() { }

    public Guid Id { get; private set; }

    public Guid Version { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Read <see cref="BedNames"/>.</summary>
    public string Beds { get; private set; } = "";

    /// <summary>In the order of the ward.</summary>
    public IReadOnlyList<string> BedNames => Beds.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <param name="beds">Their names with commas between, or how many: then they are numbered.</param>
    /// <exception cref="RuleViolationException"><c>unit.…</c></exception>
    public static WardUnit Open(Guid id, string? name, string? beds) =>
        new()
        {
            Id = id,
            Name = Recorded.Required(name, "unit.name", LongestName),
            Beds = Checked(beds),
        };

    /// <param name="taken">Beds with somebody in them: they stay.</param>
    public void Change(string? name, string? beds, IReadOnlyCollection<string> taken)
    {
        var (called, all) = (Recorded.Required(name, "unit.name", LongestName), Checked(beds));
        if (taken.FirstOrDefault(t => !all.Split(", ").Contains(t, StringComparer.Ordinal)) is { } bed)
            throw new RuleViolationException("unit.beds.taken", ("bed", bed));
        (Name, Beds) = (called, all);
    }

    private static string Checked(string? beds)
    {
        var written = Recorded.Required(beds, "unit.beds", MostBeds * (LongestBed + 2));
        var names = int.TryParse(written, System.Globalization.CultureInfo.InvariantCulture, out var count)
            ?
            [
                .. Enumerable
                    .Range(1, int.Clamp(count, 0, MostBeds + 1))
                    .Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ]
            : written.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (
            names.Length is 0 or > MostBeds
            || names.Distinct(StringComparer.Ordinal).Count() != names.Length
            || names.Any(n => n.Length > LongestBed)
        )
            throw new RuleViolationException("unit.beds", ("most", MostBeds), ("longest", LongestBed));
        return string.Join(", ", names);
    }
}
