namespace Glidepath.Pharmacology.Kinetics;

/// <summary>
/// The people that the published intervals allow: the typical one, and every corner of clearance, volume, absorption, metabolites and
/// interactions.
/// A corner whose half-life would lie outside what was published gets the volume that brings it back to the edge.
/// </summary>
internal static class ParameterBox
{
    /// <summary>Factors on the typical constants of a model, and the end of their intervals that all metabolites stand at.</summary>
    public readonly record struct Factors(
        double Bioavailability,
        double Clearance,
        double Volume,
        double Absorption,
        End Formed = End.Typical,
        End MetaboliteHalfLife = End.Typical
    )
    {
        public static readonly Factors Typical = new(1, 1, 1, 1);
    }

    public enum End
    {
        Low,
        Typical,
        High,
    }

    /// <summary>The typical person first.</summary>
    public static Cohort Members(KineticModel model, IReadOnlyList<KineticChange> changes)
    {
        var (metabolites, interactions) = (model.Metabolites.Count > 0, changes.Count > 0);
        var axes = 3 + (metabolites ? 2 : 0) + (interactions ? 1 : 0);
        var members = new List<Factors> { Factors.Typical };
        for (var corner = 0; corner < 1 << axes; corner++)
            members.Add(Corner(model, corner, metabolites));
        var shape = model.Shape;
        var cohort = Cohort.Of(shape, members.Count, changes.Count, 1, (person, row) => Fill(model, members[person], row));
        for (var change = 0; change < changes.Count; change++)
        {
            cohort.Factor(change, 0) = changes[change].Typical;
            for (var corner = 0; corner < 1 << axes; corner++)
                cohort.Factor(change, corner + 1) = (corner >> (axes - 1) & 1) == 0 ? changes[change].Low : changes[change].High;
        }
        return cohort;
    }

    /// <summary>Writes the constants of one person, in the order of <see cref="ModelShape"/>.</summary>
    public static void Fill(KineticModel model, Factors factors, Span<double> row)
    {
        row[ModelShape.F] = (model.Bioavailability?.Typical ?? 1) * factors.Bioavailability;
        row[ModelShape.CL] = model.Clearance.Typical * factors.Clearance;
        row[ModelShape.Vc] = model.CentralVolume.Typical * factors.Volume;
        // Flow goes with volume: how fast the drug spreads between compartments then stays as it is.
        row[ModelShape.Q] = (model.Flow?.Typical ?? 0) * factors.Volume;
        row[ModelShape.Vp] = (model.PeripheralVolume?.Typical ?? 0) * factors.Volume;
        row[ModelShape.Ka] = model.AbsorptionRate.Typical * factors.Absorption;
        for (var m = 0; m < model.Metabolites.Count; m++)
        {
            var metabolite = model.Metabolites[m];
            var volume = metabolite.Volume.Typical;
            row[ModelShape.Slot(m, ModelShape.Formed)] = At(metabolite.Fraction, factors.Formed) * metabolite.MassRatio;
            row[ModelShape.Slot(m, ModelShape.Volume)] = volume;
            row[ModelShape.Slot(m, ModelShape.Clearance)] = Math.Log(2) * volume / At(metabolite.HalfLife, factors.MetaboliteHalfLife);
        }
    }

    /// <summary>Terminal half-life of the drug, in h.</summary>
    public static double HalfLife(ModelShape shape, ReadOnlySpan<double> row)
    {
        Span<double> rates = stackalloc double[ModelShape.MostStates];
        Modes.Rates(shape, row, 1, rates);
        return Math.Log(2) / (shape.TwoCompartments ? rates[2] : rates[1]);
    }

    private static double At(KineticParameter parameter, End end) =>
        end switch
        {
            End.Low => parameter.Low,
            End.Typical => parameter.Typical,
            End.High => parameter.High,
        };

    private static Factors Corner(KineticModel model, int corner, bool metabolites)
    {
        bool IsHigh(int axis) => (corner >> axis & 1) == 1;
        double Factor(KineticParameter p, int axis) => IsHigh(axis) ? p.HighFactor : p.LowFactor;
        // Much absorbed goes with slow clearance and little with fast, so that the corners are those of exposure.
        var absorbed = model.Bioavailability is { } f ? (IsHigh(0) ? f.LowFactor : f.HighFactor) : 1;
        var factors = new Factors(absorbed, Factor(model.Clearance, 0), Factor(model.CentralVolume, 1), Factor(model.AbsorptionRate, 2));
        // One pair of directions for a whole chain, since corners double with each.
        if (metabolites)
            factors = factors with { Formed = IsHigh(3) ? End.High : End.Low, MetaboliteHalfLife = IsHigh(4) ? End.High : End.Low };
        return WithinHalfLife(model, factors);
    }

    /// <summary>Half-life rises with volume, so one search finds the volume that stands at the edge.</summary>
    private static Factors WithinHalfLife(KineticModel model, Factors factors)
    {
        var shape = model.Shape;
        var row = new double[shape.Width];
        var (low, high) = (model.HalfLife.Low, model.HalfLife.High);
        var own = Of(factors.Volume);
        if (own >= low && own <= high)
            return factors;
        var edge = own < low ? low : high;
        var (less, more) = (1e-3, 1e3);
        for (var i = 0; i < 60; i++)
        {
            var middle = Math.Sqrt(less * more);
            if (Of(middle) < edge)
                less = middle;
            else
                more = middle;
        }
        return factors with { Volume = Math.Sqrt(less * more) };

        double Of(double volume)
        {
            Fill(model, factors with { Volume = volume }, row);
            return HalfLife(shape, row);
        }
    }
}
