namespace Glidepath.Treatment.Tapering;

/// <summary>What a person does about a dose that was not taken, by how long its level lasts.</summary>
/// <param name="Id">Stable.</param>
/// <param name="Drugs">Names as in the drug table.</param>
/// <param name="NotAloneAfterHours">Hours since the last dose from which nobody starts again alone.</param>
/// <param name="MayGoOn">Whether one missed dose needs no call the same day.</param>
/// <param name="IsSkipped">Taken at night alone: what was missed is left out.</param>
public sealed record MissedDoseRow(string Id, IReadOnlyList<string> Drugs, int NotAloneAfterHours, bool MayGoOn, bool IsSkipped);

/// <summary>
/// No published number was found: a program rule, made from the share of the level that is left (docs/clinical/missed-doses.md). A director
/// may want other hours; nobody is told to double a dose by any of them.
/// </summary>
public static class MissedDoseTable
{
    /// <summary>Where two are named in the text the shorter one counts: 10 to 14 days is 10.</summary>
    public static IReadOnlyList<MissedDoseRow> All { get; } =
    [
        new("short", ["alprazolam", "lorazepam", "oxazepam", "temazepam"], 72, MayGoOn: false, IsSkipped: false),
        new("clonazepam", ["clonazepam"], 5 * 24, MayGoOn: false, IsSkipped: false),
        new("long", ["diazepam", "clorazepate", "chlordiazepoxide", "clobazam"], 10 * 24, MayGoOn: true, IsSkipped: false),
        new("night", ["triazolam", "zolpidem", "zaleplon", "eszopiclone", "zopiclone"], 2 * 24, MayGoOn: true, IsSkipped: true),
    ];

    /// <summary>Of two medicines what asks for more: the fewer hours, and a call where one of them asks for it.</summary>
    public static MissedDoseRow Strictest(IEnumerable<string> drugs)
    {
        var rows = drugs.Select(For).DefaultIfEmpty(All[0]).ToList();
        return rows.MinBy(r => r.NotAloneAfterHours)! with
        {
            MayGoOn = rows.TrueForAll(r => r.MayGoOn),
            IsSkipped = rows.TrueForAll(r => r.IsSkipped),
        };
    }

    /// <returns>The row that asks for a call the same day, of short-acting medicines, for one of which nothing is said.</returns>
    public static MissedDoseRow For(string drug) => Named(drug) ?? All[0];

    /// <returns>Null for a medicine of which nothing is said.</returns>
    public static MissedDoseRow? Named(string drug) => All.FirstOrDefault(r => r.Drugs.Contains(drug, StringComparer.OrdinalIgnoreCase));
}
