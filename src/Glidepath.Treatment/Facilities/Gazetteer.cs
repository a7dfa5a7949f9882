namespace Glidepath.Treatment.Facilities;

/// <param name="State">Two letters.</param>
public sealed record Town(string Name, string State, Coordinates At)
{
    /// <summary>"St. Louis, Missouri".</summary>
    public override string ToString() => $"{Name}, {TownName.OfState(State)}";
}

/// <summary>How the place to start from was found; what is not as the caller wrote it is said to them.</summary>
public enum StartKind
{
    ZipArea,

    /// <summary>Post-office boxes or a single building: counted from the middle of its town.</summary>
    ZipWithoutArea,

    /// <summary>No list has it; counted from the area of the number nearest to it on the same island.</summary>
    NearestZip,
    Town,
}

public enum StartProblem
{
    None,
    Unknown,

    /// <summary>A ZIP code has five digits, and without a state nobody can tell which one is missing.</summary>
    ShortZip,

    /// <summary>Several states have a town of this name.</summary>
    WhichState,
}

/// <param name="Label">How it was read, to be shown: "St. Louis, Missouri", "92262".</param>
public sealed record StartPoint(Coordinates At, string Label, StartKind Kind);

/// <param name="Point">Null where there is a problem.</param>
/// <param name="Meant">Towns that may have been meant, at most five.</param>
public sealed record StartReading(StartPoint? Point, StartProblem Problem, IReadOnlyList<string> Meant)
{
    internal static StartReading At(Coordinates at, string label, StartKind kind) => new(new(at, label, kind), StartProblem.None, []);

    internal static StartReading None(StartProblem problem, IEnumerable<string>? meant = null) => new(null, problem, [.. meant ?? []]);
}

/// <summary>Where towns and ZIP codes are: what a search counts its miles from. Nothing that is typed leaves the machine for it.</summary>
public sealed class Gazetteer
{
    private const int MostMeant = 5,
        MostSlips = 2;

    private readonly ZipTable _areas;
    private readonly Dictionary<int, Town> _offices;
    private readonly Dictionary<string, Dictionary<string, Town>> _towns = [];

    /// <param name="offices">ZIP codes without an area, and the town of each.</param>
    public Gazetteer(ZipTable areas, IEnumerable<(string Zip, Town Town)> offices, IEnumerable<Town> towns)
    {
        (_areas, _offices) = (areas, offices.ToDictionary(o => Number(o.Zip), o => o.Town));
        foreach (var town in towns)
        foreach (var name in Names(town.Name))
            Add(name, town);
    }

    public static Gazetteer Empty { get; } = new(new ZipTable([], []), [], []);

    /// <param name="typed">A ZIP code, or a town with its state; the state may be left out where only one has such a town.</param>
    /// <param name="directory">Towns of the directory: those that no list of places has.</param>
    public StartReading Find(string typed, CityTable directory)
    {
        var text = typed.Trim();
        if (ZipCode.Read(text) is { } zip)
            return OfZip(zip);
        if (text.Length is 3 or 4 && text.All(char.IsAsciiDigit))
            return StartReading.None(StartProblem.ShortZip);
        var (city, state) = TownName.Split(text);
        if (TownName.Key(city) is not { Length: > 0 } key)
            return StartReading.None(StartProblem.Unknown);
        if (state.Length == 0)
            return Anywhere(key);
        var here = _towns.GetValueOrDefault(state);
        return here?.GetValueOrDefault(key) is { } town ? Found(town)
            : directory.Find(city, state) is { } at ? Found(new(city, state, at))
            : StartReading.None(
                StartProblem.Unknown,
                Near(key, state, (here?.Values.Select(t => t.Name) ?? []).Concat(directory.Of(state)))
            );
    }

    private StartReading OfZip(string zip) =>
        _areas.Find(zip) is { } at ? StartReading.At(at, zip, StartKind.ZipArea)
        : _offices.GetValueOrDefault(Number(zip)) is { } town ? StartReading.At(town.At, $"{zip}, {town}", StartKind.ZipWithoutArea)
        : OnIsland(zip) is { } near ? StartReading.At(near.At, near.Zip, StartKind.NearestZip)
        : StartReading.None(StartProblem.Unknown);

    /// <summary>
    /// Puerto Rico and the Virgin Islands: small enough that the nearest number is near, and no public list has their post-office boxes.
    /// </summary>
    private (string Zip, Coordinates At)? OnIsland(string zip) =>
        zip[..3] is "006" or "007" or "008" or "009"
            ? _areas.All.Where(a => a.Zip[..3] == zip[..3]).MinBy(a => Math.Abs(Number(a.Zip) - Number(zip)))
            : null;

    private StartReading Anywhere(string key)
    {
        var all = _towns.Values.Select(t => t.GetValueOrDefault(key)).OfType<Town>().OrderBy(t => t.State, StringComparer.Ordinal).ToList();
        return all switch
        {
            [] => StartReading.None(StartProblem.Unknown),
            [var only] => Found(only),
            _ => StartReading.None(StartProblem.WhichState, all.Take(MostMeant).Select(t => t.ToString())),
        };
    }

    private static StartReading Found(Town town) => StartReading.At(town.At, town.ToString(), StartKind.Town);

    private static IEnumerable<string> Near(string key, string state, IEnumerable<string> names) =>
        names
            .Select(name => (Name: name, Slips: Slips(key, TownName.Key(name))))
            .Where(t => t.Slips <= MostSlips)
            .OrderBy(t => t.Slips)
            .ThenBy(t => t.Name, StringComparer.Ordinal)
            .Select(t => $"{t.Name}, {TownName.OfState(state)}")
            .Distinct()
            .Take(MostMeant);

    /// <summary>Letters to change, add or leave out; more than are allowed for where lengths alone tell it.</summary>
    private static int Slips(string left, string right)
    {
        if (Math.Abs(left.Length - right.Length) > MostSlips)
            return MostSlips + 1;
        var before = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var now = new int[right.Length + 1];
            now[0] = i;
            for (var j = 1; j <= right.Length; j++)
                now[j] = Math.Min(Math.Min(now[j - 1], before[j]) + 1, before[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
            before = now;
        }
        return before[^1];
    }

    /// <summary>"El Paso de Robles (Paso Robles)" is known by both.</summary>
    private static string[] Names(string name) =>
        name.Split(['(', ')'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private void Add(string name, Town town)
    {
        if (!_towns.TryGetValue(town.State, out var here))
            _towns[town.State] = here = [];
        here.TryAdd(TownName.Key(name), town);
    }

    private static int Number(string zip) => int.Parse(zip, System.Globalization.CultureInfo.InvariantCulture);
}
