namespace Glidepath.Pharmacology.Kinetics;

/// <summary>Draws people around the typical constants: log-normal, each constant by itself, each person by number.</summary>
internal static class VirtualPatients
{
    public static Cohort Draw(KineticModel model, IReadOnlyList<KineticChange> changes, int patients, ulong seed, int threads)
    {
        var shape = model.Shape;
        var cohort = Cohort.Of(shape, patients, changes.Count, threads, (person, row) => Fill(model, seed, person, row));
        for (var change = 0; change < changes.Count; change++)
        for (var person = 0; person < patients; person++)
        {
            var spread = Math.Log(changes[change].High / changes[change].Low) / (2 * NinetyFive);
            cohort.Factor(change, person) =
                changes[change].Typical * Math.Exp(spread * SeededNormal.Draw(seed, person, FirstChange + change));
        }
        return cohort;
    }

    private const double NinetyFive = 1.6448536269514722;

    /// <summary>Numbers of the drawn quantities; new ones go to the end, so that old seeds keep their people.</summary>
    private const int Bioavailability = 0,
        Clearance = 1,
        Volume = 2,
        Absorption = 3,
        FirstMetabolite = 8,
        FirstChange = 64;

    public static void Fill(KineticModel model, ulong seed, int person, Span<double> row)
    {
        double Factor(KineticParameter? parameter, int quantity) =>
            parameter is null || parameter.Omega == 0 ? 1 : Math.Exp(parameter.Omega * SeededNormal.Draw(seed, person, quantity));

        ParameterBox.Fill(
            model,
            new(
                Factor(model.Bioavailability, Bioavailability),
                Factor(model.Clearance, Clearance),
                Factor(model.CentralVolume, Volume),
                Factor(model.AbsorptionRate, Absorption)
            ),
            row
        );
        for (var m = 0; m < model.Metabolites.Count; m++)
        {
            var metabolite = model.Metabolites[m];
            var formed = metabolite.Fraction.Typical * Factor(metabolite.Fraction, FirstMetabolite + 2 * m);
            row[ModelShape.Slot(m, ModelShape.Formed)] = Math.Min(1, formed) * metabolite.MassRatio;
            row[ModelShape.Slot(m, ModelShape.Clearance)] /= Factor(metabolite.HalfLife, FirstMetabolite + 2 * m + 1);
        }
    }
}
