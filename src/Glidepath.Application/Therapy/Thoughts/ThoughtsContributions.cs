using Glidepath.Application.Shared;
using Glidepath.Treatment.Therapy;

namespace Glidepath.Application.Therapy;

/// <summary>What thought records, chains and the roots page hand over.</summary>
internal static partial class ThoughtsContributions
{
    public static IServiceCollection AddThoughts(this IServiceCollection services) =>
        services
            .AddScoped<ThoughtsService>()
            .AddScoped<ChainsService>()
            .AddScoped<RootsService>()
            .AddScoped<SharedRootsService>()
            .AddSingleton(WorkTable.Of<ThoughtRecord>(WorkKind.Thoughts))
            .AddSingleton(WorkTable.Of<Chain>(WorkKind.Chains))
            .AddSingleton(WorkTable.Of<RootsSheet>(WorkKind.Roots))
            .HandOver([.. InCopy])
            .HandOver(InDemo)
            .HandOver(Names)
            .HandOver(Left);

    private static readonly RecordName[] Names =
    [
        new(typeof(ThoughtRecord), "your thought records"),
        new(typeof(Chain), "what came before you took something, and after"),
        new(typeof(RootsSheet), "your roots page"),
    ];

    private static readonly LeftOut[] Left =
    [
        new(
            RecordList.Timeline,
            "What a person wrote for themselves is on the page of therapy, as far as they share it: a line of time would show when.",
            typeof(ThoughtRecord),
            typeof(Chain),
            typeof(RootsSheet)
        ),
        new(
            RecordList.Today,
            "A person's own work asks nothing of staff; what it says of danger goes by the check-in.",
            typeof(ThoughtRecord),
            typeof(Chain),
            typeof(RootsSheet)
        ),
    ];

    private static readonly string[] Columns = ["Day", "Part", "In your words"];

    private static readonly IReadOnlyList<CopySection> InCopy =
    [
        .. OwnWorkCopy.Each<ThoughtRecord>(
            "Thought records",
            "Thought records that you keep to yourself",
            Columns,
            (t, person) => Rows(t, t.Lines(), person)
        ),
        .. OwnWorkCopy.Each<Chain>(
            "Chains: before, taken, after",
            "Chains that you keep to yourself",
            Columns,
            (c, person) => Rows(c, [.. c.Before(), .. c.Took(), .. c.After()], person)
        ),
        .. OwnWorkCopy.Each<RootsSheet>(
            "Roots page",
            "Roots page that you keep to yourself",
            Columns,
            (r, person) =>
                r.Lines.Parts().SelectMany(p => p.Said.Select(said => new[] { CopyText.Day(person.DayOf(r.ChangedAt)), p.What, said }))
        ),
    ];

    private static IEnumerable<string?[]> Rows(OwnWork entry, IReadOnlyList<WorkLine> lines, PersonEntries person) =>
        lines.Select(l => new[] { CopyText.Day(person.DayOf(entry.At)), l.What, l.Said });
}
