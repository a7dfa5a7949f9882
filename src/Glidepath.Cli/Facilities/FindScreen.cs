using System.Globalization;
using Glidepath.Cli.Shared;
using Glidepath.Storage.Facilities;
using Glidepath.Treatment;
using Glidepath.Treatment.Facilities;

namespace Glidepath.Cli.Facilities;

/// <summary>Places that fit, as a person reads them.</summary>
internal static class FindScreen
{
    public static void Show(Screen screen, MatchResult found, StoredDirectory directory)
    {
        screen.Line(SafetyText.Default.WhoToCall, "bold");
        screen.Line(SafetyText.Default.DoNotStop);
        screen.Heading(
            $"{Places(found.Count)} {(found.Count == 1 ? "fits" : "fit")} what you "
                + $"told{Ring(found.WithinMiles)}{(found.Widened ? " (looked farther out: too few choices nearby)" : "")}."
        );
        if (found.AskCount > 0)
            screen.Line($"{Places(found.AskCount)} more might: something you need is not listed there. Not listed is not no. Ask them.");
        if (found.WithoutPosition > 0)
            screen.Line($"{Places(found.WithoutPosition)} might fit and nobody knows how far they are; they are not counted.");
        if (found.Items.Count > 0)
            screen.Table(
                ["", "Place", "City", "Miles", "Fit", "Phone"],
                found.Items.Select(
                    IReadOnlyList<string> (i) =>
                        [
                            $"{i.Position}",
                            OneLine.Of(i.Place.Name) + (i.Place.IsOwn ? " (our own program)" : ""),
                            $"{OneLine.Of(i.Place.City)}, {i.Place.State} {i.Place.Zip}",
                            Miles(i),
                            Score(i),
                            Phone(i.Place),
                        ]
                ),
                0,
                3,
                4
            );
        foreach (var item in found.Items.Where(i => i.Fits.Count + i.Misses.Count + i.NotListed.Count > 0))
        {
            screen.Line(
                $"{item.Position}. {OneLine.Of(item.Place.Name)}{(item.Standing is Standing.AskFirst ? " (ask first)" : "")}",
                "bold"
            );
            Reasons(screen, "fits", item.Fits);
            Reasons(screen, "does not fit", item.Misses);
            Reasons(screen, "not listed, ask them", item.NotListed);
        }
        if (found.Relaxations.Count > 0)
        {
            screen.Heading("What would have to give");
            foreach (var one in found.Relaxations)
                screen.Indented(
                    $"Without \"{one.Label}\": {one.Gain:N0} "
                        + $"more{Ring(one.WithinMiles)}.{(one.Caution.Length > 0 ? " " + one.Caution : "")}"
                );
        }
        screen.Line();
        screen.Line(
            $"Source: {string.Join(", ", directory.Editions.Select(e => $"{e.Name} (as of {e.AsOf:yyyy-MM-dd})"))}. Call before you go."
        );
        screen.Line(
            $"Fit is with what you told, not a promise of a good outcome. Nobody pays to stand higher. Places less than "
                + $"{MatchMethod.BandPoints} points apart are equals; the order of equals is drawn (--seed {found.Seed})."
        );
    }

    private static void Reasons(Screen screen, string word, IReadOnlyList<NeedLine> lines)
    {
        if (lines.Count > 0)
            screen.Indented($"{word}: {string.Join("; ", lines.Select(l => l.Label))}");
    }

    private static string Places(int count) => count == 1 ? "1 place" : $"{count:N0} places";

    private static string Ring(double? miles) =>
        miles is { } within ? string.Create(CultureInfo.InvariantCulture, $" within {within:0.#} miles") : "";

    private static string Miles(MatchItem item) =>
        item.Miles is not { } miles ? ""
        : item.MilesAreAbout ? $"about {miles:0}"
        : $"{miles:0.0}";

    private static string Score(MatchItem item) => item.Score.ToString("0.0", CultureInfo.InvariantCulture);

    private static string Phone(Place place) =>
        OneLine.Of(
            place
                .Programmes.Where(p => p.Kind is ProgrammeKind.SubstanceUse)
                .Concat(place.Programmes)
                .SelectMany(p => p.IntakePhones.Prepend(p.Phone ?? ""))
                .FirstOrDefault(p => p.Length > 0)
                is { } said
                ? PhoneNumber.Read(said, place.State)?.ToString() ?? said
                : ""
        );
}
