using Glidepath.Cli.Shared;
using Glidepath.Treatment.Facilities;

namespace Glidepath.Cli.Facilities;

/// <summary>Reads what a caller needs from the words of the command line.</summary>
internal static class NeedReader
{
    private static readonly IReadOnlyList<string> Askable =
    [
        .. CriterionTable
            .All.Where(c => c.Role is not CriterionRole.Shown && c.Group is not (CriterionGroup.Payment or CriterionGroup.ExclusiveClients))
            .Select(c => c.Id),
    ];

    public static IReadOnlyList<Criterion> Criteria(string option, string? text) =>
        [
            .. Words(text)
                .Select(word =>
                    CriterionTable.Find(word) switch
                    {
                        { Role: CriterionRole.Shown } owner => throw new InputException(
                            $"{option}: \"{owner.Id}\" is shown beside a place and never filters or orders; accepted: {Known(Askable)}"
                        ),
                        { } criterion => criterion,
                        null => throw new InputException(
                            $"{option}: read \"{Read.Short(word)}\"{DidYouMean.Phrase(word, Names(Askable))}; accepted: {Known(Askable)}"
                        ),
                    }
                )
                .DistinctBy(c => c.Id),
        ];

    public static IReadOnlyList<Criterion> Payers(string option, string? text)
    {
        var ids = CriterionTable.Payers.Select(c => c.Id).ToList();
        return
        [
            .. Words(text)
                .Select(word =>
                    CriterionTable.Find(word) is { Group: CriterionGroup.Payment } payer
                        ? payer
                        : throw new InputException(
                            $"{option}: read \"{Read.Short(word)}\"{DidYouMean.Phrase(word, Names(ids))}; accepted: {Known(ids)}"
                        )
                )
                .DistinctBy(c => c.Id),
        ];
    }

    public static Setting? Setting(string option, string? text)
    {
        var ids = SettingLadder.All.Select(r => r.Id).ToList();
        return text is null
            ? null
            : SettingLadder.Find(text)
                ?? throw new InputException(
                    $"{option}: read \"{Read.Short(text)}\"{DidYouMean.Phrase(text.Trim(), Names(ids))}; accepted: {Known(ids)}"
                );
    }

    /// <param name="typed">Five digits, or a city and two letters of its state.</param>
    public static Coordinates Near(string option, string typed, ZipTable zips, IReadOnlyCollection<Place> places)
    {
        var text = typed.Trim();
        if (text.Length >= 5 && text[..5].All(char.IsAsciiDigit) && (text.Length == 5 || text[5] == '-'))
            return zips.Find(text[..5])
                ?? throw new InputException(
                    $"{option}: the Census knows no ZIP area {text[..5]}; accepted: another ZIP near by, or \"City, ST\""
                );
        if (text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries) is not [.. var name, { Length: 2 } state] || name.Length == 0)
            throw new InputException(
                $"{option}: read \"{Read.Short(text)}\"; accepted: a ZIP as 92262, or \"City, ST\" as \"Palm Springs, CA\""
            );
        var (cities, city) = (CityTable.Of(places), string.Join(' ', name));
        return cities.Find(city, state)
            ?? throw new InputException(
                $"{option}: read \"{Read.Short(text)}\"{Meant(city, state, cities)}, a city in which the directory has no place; "
                    + $"accepted: a ZIP as 92262, or \"City, ST\" of a city that it has"
            );
    }

    private static string Meant(string city, string state, CityTable cities) =>
        DidYouMean.Nearest(city, cities.Of(state)) is { } near ? $" (did you mean {near}, {state.ToUpperInvariant()}?)" : "";

    private static IEnumerable<string> Names(IReadOnlyList<string> ids) => ids.Concat(ids.SelectMany(id => CriterionTable.Get(id).Aliases));

    private static string Known(IReadOnlyList<string> ids) => string.Join(", ", ids);

    private static string[] Words(string? text) =>
        text?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
