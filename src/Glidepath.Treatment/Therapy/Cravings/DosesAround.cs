namespace Glidepath.Treatment.Therapy;

/// <summary>
/// The doses of a plan on either side of a moment, so that withdrawal between two doses is not taken for craving.
/// </summary>
/// <param name="SinceLast">Hours, to a tenth; null where no plan says.</param>
/// <param name="ToNext">Hours, to a tenth; null where no plan says.</param>
public readonly record struct DosesAround(decimal? SinceLast, decimal? ToNext)
{
    public static readonly DosesAround NotKnown;

    /// <param name="minutes">Of the moment, after midnight, where the person is.</param>
    /// <param name="before">Times of the doses of the day before, in minutes after midnight.</param>
    /// <param name="on">Of the day itself.</param>
    /// <param name="after">Of the day after.</param>
    public static DosesAround Of(int minutes, IEnumerable<int> before, IEnumerable<int> on, IEnumerable<int> after)
    {
        const int day = 24 * 60;
        var all = before.Select(m => m - day).Concat(on).Concat(after.Select(m => m + day)).ToList();
        return new(
            Hours(all.Where(m => m <= minutes).Select(m => (int?)(minutes - m)).Min()),
            Hours(all.Where(m => m > minutes).Select(m => (int?)(m - minutes)).Min())
        );
    }

    private static decimal? Hours(int? minutes) => minutes is { } m ? decimal.Round(m / 60m, 1) : null;
}
