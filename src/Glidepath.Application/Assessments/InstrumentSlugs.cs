namespace Glidepath.Application.Assessments;

/// <summary>
/// Instruments as they stand in an address. An address names neither an instrument nor a drug: each has a number that never changes.
/// </summary>
public static class InstrumentSlugs
{
    private static readonly (string Slug, string Id)[] All =
    [
        ("a1", "glidepath-withdrawal"),
        ("a2", "gad-7"),
        ("a3", "phq-9"),
        ("a4", "audit-c"),
        ("a5", "sds"),
        ("a6", "pcl-5"),
        ("a7", "core-10"),
        ("a8", "ciwa-ar"),
        ("a9", "cows"),
        ("a10", "ciwa-b"),
        ("a11", "bwsq"),
    ];

    public static string? Id(string? slug) => All.Where(a => a.Slug == slug).Select(a => a.Id).FirstOrDefault();

    public static string Of(string instrumentId) => All.Single(a => a.Id == instrumentId).Slug;

    public static bool Has(string instrumentId) => All.Any(a => a.Id == instrumentId);
}
