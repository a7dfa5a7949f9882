namespace Glidepath.Treatment.Facilities;

/// <summary>Two to five places side by side: with more, people stop weighing and strike out by one fact.</summary>
public sealed record Comparison(IReadOnlyList<Place> Places, IReadOnlyList<ComparisonGroup> Groups)
{
    public const int Fewest = 2,
        Most = 5;

    /// <summary>Only rows in which the places differ; groups keep their order.</summary>
    public Comparison DifferencesOnly() =>
        this with
        {
            Groups = [.. Groups.Select(g => g with { Rows = [.. g.Rows.Where(r => r.Differs)] }).Where(g => g.Rows.Count > 0)],
        };

    /// <summary>
    /// What helps to choose: wishes in which the places differ, then when one can come and who prescribes after, and the telephone.
    /// </summary>
    public Comparison ForWishes() =>
        this with
        {
            Groups =
            [
                .. Groups
                    .Where(g => g.IsTold && g.Rows.Any(r => r.Differs))
                    .Select(g => g with { Rows = [.. g.Rows.Where(r => r.Differs)] }),
                new(
                    "When, and after",
                    [
                        .. Groups.Where(g => !g.IsTold).SelectMany(g => g.Rows).Where(r => After.Contains(r.Id) && r.Differs),
                        .. Groups.SelectMany(g => g.Rows).Where(r => r.Id is Phone),
                    ]
                ),
            ],
        };

    /// <summary>Wishes that all of them hold alike: named above the table, and no row of it.</summary>
    public IReadOnlyList<ComparisonRow> SameForAll => [.. Groups.Where(g => g.IsTold).SelectMany(g => g.Rows).Where(r => !r.Differs)];

    public int RowCount => Groups.Sum(g => g.Rows.Count);

    internal const string Phone = "phone";

    private static readonly string[] After = ["free-place", "long-taper", "continues-prescribing", "hands-over-prescribing", "aftercare"];

    /// <summary>
    /// Rows in the caller's own order first: what filters, wishes by weight; then how they taper, and the rest of what any of them lists.
    /// </summary>
    /// <param name="now">UTC.</param>
    /// <exception cref="ArgumentException">Fewer than two places, more than five, or one twice.</exception>
    public static Comparison Of(IReadOnlyList<Place> places, CallerNeeds needs, DateTime now)
    {
        if (places.Count is < Fewest or > Most || places.DistinctBy(p => p.Id).Count() != places.Count)
            throw new ArgumentException("two to five places, each once, can be compared", nameof(places));
        var lines = NeedLines.Of(needs);
        var told = lines.SelectMany(l => l.Criteria).Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        ComparisonGroup[] groups =
        [
            new("What you must have", [.. lines.Where(l => l.IsHard).Select(Line)], IsTold: true),
            new("What you would like", [.. lines.Where(l => l.Kind is NeedKind.Wish).Select(Line)], IsTold: true),
            new("Reach them", [.. Reach()]),
            .. Enum.GetValues<CriterionGroup>()
                .OrderBy(g => g is not CriterionGroup.TaperCare)
                .Select(g => new ComparisonGroup(
                    Title(g),
                    [
                        .. CriterionTable
                            .Of(g)
                            .Where(c => !told.Contains(c.Id))
                            .Select(Plain)
                            .Where(r => g is CriterionGroup.TaperCare || r.IsKnown),
                    ]
                )),
        ];
        return new(places, [.. groups.Where(g => g.Rows.Count > 0)]);

        ComparisonRow Plain(Criterion c) =>
            new(c.Id, c.Label, [.. places.Select(p => ComparisonCell.Of(PlaceReading.Of(p, c, now)))], c.Caution);

        ComparisonRow Line(NeedLine line) =>
            new(
                line.Id,
                line.Label,
                [.. places.Select(p => ComparisonCell.Of(Any(line.Criteria.Select(c => PlaceReading.Of(p, c, now)).ToList())))],
                line.Criteria is [var only] ? only.Caution : ""
            );

        IEnumerable<ComparisonRow> Reach()
        {
            if (needs.Near is { } near)
                yield return Text(
                    NeedLines.Distance,
                    "Miles from you",
                    p =>
                        p.Coordinates is not { } at
                            ? null
                            : (at.Source is CoordinateSource.ZipCentroid ? "about " : "") + $"{Sphere.Miles(near, at):0}",
                    p => p.Programmes[0].OriginOf(DirectoryField.Zip)
                );
            yield return Text("town", "Town", p => $"{p.City}, {p.State}", p => p.Programmes[0].OriginOf(DirectoryField.City));
            yield return Text(
                Phone,
                "Phone",
                p => PlaceReading.Counted(p).Select(r => r.Phone).FirstOrDefault(n => n is not null),
                p => PlaceReading.Counted(p).First(r => r.Phone is not null).OriginOf(DirectoryField.Phone)
            );
            yield return Text(
                "website",
                "Website",
                p => PlaceReading.Counted(p).Select(r => r.Website).FirstOrDefault(n => n is not null),
                p => PlaceReading.Counted(p).First(r => r.Website is not null).OriginOf(DirectoryField.Website)
            );
        }

        // From whom this very text is: of places that two directories name, a field can be the other's.
        ComparisonRow Text(string id, string label, Func<Place, string?> of, Func<Place, FactOrigin> from) =>
            new(
                id,
                label,
                [
                    .. places.Select(p =>
                        of(p) is { Length: > 0 } text && from(p) is var origin
                            ? new ComparisonCell(Listing.Listed, text, origin.Source, origin.AsOf)
                            : ComparisonCell.Of(new(Listing.NotListed))
                    ),
                ]
            );
    }

    private static Reading Any(IReadOnlyList<Reading> readings) =>
        readings.FirstOrDefault(r => r.Listing is Listing.Listed)
        ?? (
            readings.All(r => r.Listing is Listing.ListedAsNot)
                ? readings[0]
                : readings.FirstOrDefault(r => r.Unchecked) ?? new(Listing.NotListed)
        );

    private static string Title(CriterionGroup group) =>
        group switch
        {
            CriterionGroup.Withdrawal => "Withdrawal",
            CriterionGroup.TaperCare => "How they taper",
            CriterionGroup.Setting => "Where you would be",
            CriterionGroup.Therapy => "Talk therapy",
            CriterionGroup.MentalHealth => "Mind and body",
            CriterionGroup.Family => "Family",
            CriterionGroup.AfterCare => "The time after",
            CriterionGroup.Access => "Getting help there",
            CriterionGroup.Payment => "Paying",
            CriterionGroup.Age => "Ages",
            CriterionGroup.Sex => "Women and men",
            CriterionGroup.GroupServed => "Programs for groups",
            CriterionGroup.Language => "Languages",
            CriterionGroup.HouseRule => "House rules",
            CriterionGroup.Accreditation => "Licenses",
            CriterionGroup.ExclusiveClients => "Serves only",
            CriterionGroup.Ownership => "Who owns it (never counts in the order)",
        };
}

/// <param name="IsTold">What the caller told: a tick or a cross means something only there.</param>
public sealed record ComparisonGroup(string Title, IReadOnlyList<ComparisonRow> Rows, bool IsTold = false);

/// <param name="Id">Of the criterion or line.</param>
/// <param name="Cells">In the order of the places.</param>
public sealed record ComparisonRow(string Id, string Label, IReadOnlyList<ComparisonCell> Cells, string Caution = "")
{
    public bool Differs => Cells.Any(c => (c.Listing, c.Text) != (Cells[0].Listing, Cells[0].Text));

    public bool IsKnown => Cells.Any(c => c.Listing is not Listing.NotListed);
}

/// <param name="Text">Never empty: what is not listed says so.</param>
public sealed record ComparisonCell(Listing Listing, string Text, string? Source, DateOnly? AsOf)
{
    public const string Ask = "Not listed, ask";

    internal static ComparisonCell Of(Reading reading) =>
        new(
            reading.Listing,
            reading switch
            {
                { Unchecked: true } => "They answered; not checked yet",
                { Listing: Listing.NotListed } => Ask,
                { Value: { } value, Listing: Listing.Listed } => $"Yes: {value}",
                { Value: { } value } => $"No: {value}",
                { Listing: Listing.Listed } => "Yes",
                _ => "No",
            },
            reading.Source,
            reading.AsOf
        );
}
