using Glidepath.Cli.Shared;
using Glidepath.Storage.Facilities;
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

    /// <param name="typed">A ZIP code, or a town with its state.</param>
    public static StartPoint Near(string option, string typed, IReadOnlyCollection<Place> places)
    {
        var read = Gazetteers.Known.Find(typed, CityTable.Of(places));
        return read.Point
            ?? throw new InputException(
                $"{option}: read \"{Read.Short(typed.Trim())}\""
                    + read.Problem switch
                    {
                        StartProblem.WhichState => $", a town of several states; accepted: one of {string.Join("; ", read.Meant)}",
                        StartProblem.ShortZip => "; accepted: all five digits of a ZIP, as 02139",
                        _ => (read.Meant.Count > 0 ? $" (did you mean {string.Join(" or ", read.Meant)}?)" : "")
                            + "; accepted: a ZIP as 92262, or a town with its state as \"Palm Springs, CA\"",
                    }
            );
    }

    private static IEnumerable<string> Names(IReadOnlyList<string> ids) => ids.Concat(ids.SelectMany(id => CriterionTable.Get(id).Aliases));

    private static string Known(IReadOnlyList<string> ids) => string.Join(", ", ids);

    private static string[] Words(string? text) =>
        text?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
