using System.Globalization;
using Glidepath.Cli.Shared;
using Glidepath.Storage.Facilities;
using Glidepath.Treatment.Facilities;

namespace Glidepath.Cli.Facilities;

/// <summary>What an import changed, or would.</summary>
internal static class ImportScreen
{
    private const int Few = 10;

    public static void Show(Screen screen, string path, DirectoryImport import, bool all)
    {
        var diff = import.Diff;
        screen.Line($"{import.Source.Origin(import.Edition, default).Source} from {Path.GetFileName(path)}: {diff.Rows:N0} rows.", "bold");
        screen.Table(
            ["", "Now", "Before", "New", "Gone", "Changed"],
            [
                ["Places", N(diff.Places), N(diff.PlacesBefore), N(diff.PlacesAdded), N(diff.PlacesRemoved), ""],
                [
                    "Programs",
                    N(diff.Programmes),
                    N(diff.Programmes - diff.ProgrammesAdded + diff.ProgrammesRemoved),
                    N(diff.ProgrammesAdded),
                    N(diff.ProgrammesRemoved),
                    N(diff.ProgrammesChanged),
                ],
            ],
            1,
            2,
            3,
            4,
            5
        );
        screen.Line($"Codes: {diff.Codes.Count:N0}, listed {diff.Codes.Values.Sum():N0} times.");
        Say("Unknown codes, kept as they are", Counts(diff.UnknownCodes));
        Say("Not listed any more, kept with the day they were last seen", Counts(diff.Withdrawn));
        Say("Not asked by this edition, kept as they were", Counts(diff.NotAsked));
        if (diff.NewerKnown is { } newer)
            screen.Line(
                $"The directory holds a newer edition of this source, of {newer:yyyy-MM-dd}: this file takes it back to an older one.",
                "yellow"
            );
        if (diff.WithoutCoordinates > 0)
            screen.Line(
                $"{diff.WithoutCoordinates:N0} places have a ZIP code that we do not know: they are found by name and city, never by distance."
            );
        if (diff.FarFromZip.Count > 0)
            Lines(
                $"Coordinates over 25 miles from their ZIP area; the middle of that area is used ({diff.FarFromZip.Count:N0})",
                diff.FarFromZip
            );
        if (diff.Conflicts.Count > 0)
        {
            screen.Heading($"Sources that do not agree ({diff.Conflicts.Count:N0}); the newer is shown");
            screen.Table(
                ["Field", "Conflicts"],
                diff.Conflicts.GroupBy(c => c.Field)
                    .OrderBy(g => g.Key)
                    .Select(IReadOnlyList<string> (g) => [g.Key.ToString(), N(g.Count())]),
                1
            );
            Lines(
                "",
                [
                    .. diff.Conflicts.Select(c =>
                        $"{c.Programme}, {c.Field}: \"{c.Shown}\" ({c.ShownOrigin.Source}, {c.ShownOrigin.AsOf:yyyy-MM-dd}), not "
                        + $"\"{c.Other}\" ({c.OtherOrigin.Source}, {c.OtherOrigin.AsOf:yyyy-MM-dd})"
                    ),
                ]
            );
        }
        if (import.Unreadable.Count > 0)
            Lines($"Left out or mended ({import.Unreadable.Count:N0})", import.Unreadable);
        if (!import.IsWritten)
            screen.Line(
                $"Dry run: nothing was changed.{(diff.IsCollapse ? $" It would be refused: {diff.Lost:P0} fewer rows than known." : "")}",
                "bold"
            );

        void Say(string what, string counts)
        {
            if (counts.Length > 0)
                screen.Line($"{what}: {counts}.");
        }

        void Lines(string heading, IReadOnlyList<string> lines)
        {
            if (heading.Length > 0)
                screen.Heading(heading);
            foreach (var line in all ? lines : lines.Take(Few))
                screen.Indented(OneLine.Of(line));
            if (!all && lines.Count > Few)
                screen.Indented($"… and {lines.Count - Few:N0} more (--all)");
        }
    }

    private static string Counts(IReadOnlyDictionary<string, int> counts) =>
        string.Join(
            ", ",
            counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key} {c.Value:N0}")
        );

    private static string N(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
