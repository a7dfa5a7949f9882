using System.CommandLine;
using Glidepath.Cli.Shared;
using Glidepath.Cli.Tapering;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Equivalence;
using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Cli.Medications;

internal static class DrugsCommand
{
    public static Command Build(TextWriter output)
    {
        var command = new Command("drugs", "Show the drugs, or one with its figures, products and equivalents, each with its source.");
        var name = new Argument<string?>("NAME") { Description = "Drug or US brand", Arity = ArgumentArity.ZeroOrOne };
        command.Arguments.Add(name);
        command.SetAction(result =>
        {
            var screen = new Screen(output);
            if (result.GetValue(name) is { } wanted)
                One(screen, Read.Drug(wanted));
            else
                All(screen);
            return ExitCode.Done;
        });
        return command;
    }

    private static void All(Screen screen)
    {
        screen.Table(
            ["Drug", "Brands", "Half-life, h", "Active metabolites (h)", "= 10 mg diazepam", "Smallest dose"],
            BenzodiazepineTable.All.Select(
                IReadOnlyList<string> (d) =>
                    [
                        d.Name,
                        string.Join(", ", d.Brands),
                        d.HalfLifeHours is { } halfLife ? halfLife + Unsure(d.HalfLife) : "none of its own",
                        string.Join(", ", d.Metabolites.Where(m => m.HalfLife is not null).Select(m => $"{m.Name} {m.HalfLife!.Value}")),
                        Equivalents(d),
                        Smallest(d),
                    ]
            )
        );
        screen.Line("Ranges are the spread between sources; drugs NAME shows each source. \"unverified\" means that no source was read.");
    }

    private static void One(Screen screen, Benzodiazepine drug)
    {
        screen.Line(
            $"{drug.Name}{(drug.Brands.Count > 0 ? $" ({string.Join(", ", drug.Brands)})" : "")}{(drug.IsLongActing ? ", long-acting" : "")}",
            "bold"
        );
        var figures = new (string Name, IReadOnlyList<Estimate> Rows)[]
        {
            ("half-life", drug.HalfLife),
            ("time to peak", drug.TimeToPeak),
            ("bioavailability F", drug.Bioavailability),
            ("volume of distribution V", drug.VolumeOfDistribution),
            ("clearance CL", drug.Clearance),
        };
        var metabolites = drug.Metabolites.Select(m =>
            m.HalfLife is { } h ? Figure($"{m.Name} half-life", h) : [m.Name, "not published here", "", "", ""]
        );
        screen.Table(
            ["Figure", "Value", "Confidence", "Note", "Source"],
            [.. figures.SelectMany(f => f.Rows.Select(r => Figure(f.Name, r))), .. metabolites]
        );
        screen.Line($"Removed by: {drug.Route}. {drug.RouteSource}");

        screen.Heading("Equal to 10 mg oral diazepam, each table by itself");
        var rows = EquivalenceTable.Of(drug);
        if (rows.Count == 0)
            screen.Line(drug == BenzodiazepineTable.Diazepam ? "  the reference itself" : "  no table lists it");
        else
            screen.Table(
                ["mg", "Confidence", "Table"],
                rows.Select(
                    IReadOnlyList<string> (r) =>
                        [
                            $"{r.Milligrams}{(r.Spread is { } spread ? $" (prints {spread})" : "")}",
                            Words.Of(r.Confidence),
                            r.Table.ToString(),
                        ]
                )
            );

        screen.Heading("Products");
        var products = ProductTable.Of(drug).ToList();
        if (products.Count == 0)
            screen.Line("  none in the catalog of US oral forms");
        else
            screen.Table(
                ["Product", "Divides into", "Confidence", "Source"],
                products.Select(IReadOnlyList<string> (p) => [p.Name, Divides(p), Words.Of(p.Confidence), p.Source.ToString()])
            );
    }

    private static IReadOnlyList<string> Figure(string name, Estimate row) =>
        [name, row.ToString(), Words.Of(row.Confidence), row.Note, row.Source.ToString()];

    private static string Divides(Product product) =>
        product switch
        {
            { IsLiquid: true } => $"{new Dose(OralSyringe.LeastMl * product.Strength)} ({SafeNumber.Write(OralSyringe.LeastMl)} "
                + $"mL){(product.BeyondUseDays is { } days ? $", keeps {days} days" : "")}",
            { Form: not ProductForm.Tablet } => "never split",
            { ScoringDependsOnMaker: true } => "whole (scored by some makers)",
            { Scoring: Scoring.Quarters } => "halves and quarters",
            { Scoring: Scoring.Halves } => "halves",
            _ => "whole",
        };

    private static string Equivalents(Benzodiazepine drug) =>
        drug == BenzodiazepineTable.Diazepam ? "10 mg"
        : EquivalenceTable.Of(drug) is { Count: > 0 } rows ? rows.Select(r => r.Milligrams).Aggregate((a, b) => a.Union(b)).ToString("mg")
        : "no table";

    private static string Smallest(Benzodiazepine drug)
    {
        var stock = ProductTable.DefaultStock(drug);
        return stock.Count == 0
            ? ""
            : stock
                .WithOneConcentrationEach()
                .Min(s => MakeableDoses.For(s, StockLimits.Default, new Dose(s.Max(p => p.Strength))).Smallest)
                .ToString();
    }

    private static string Unsure(IReadOnlyList<Estimate> rows) =>
        rows.All(r => r.Confidence is Confidence.Unverified) ? " (not confirmed)" : "";
}
