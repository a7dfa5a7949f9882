using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Kinetics;

/// <summary>
/// The closed form: every amount in the body is a sum of falling exponentials, one for each state. Rates are found once for a person,
/// amplitudes once for a dose or for whatever is in the body when a constant changes. docs/pharmacology.md has the equations.
/// </summary>
internal static class Modes
{
    /// <summary>
    /// Two rates closer than this, relatively, are drawn apart to it. The answer moves by as much, and the difference of two large
    /// amplitudes keeps nine digits.
    /// </summary>
    private const double LeastGap = 5e-7;

    /// <summary>Three rates so close together lose digits twice over; they are drawn apart to <see cref="LeastGapOfThree"/>.</summary>
    private const double ThreeTogether = 1e-3;

    private const double LeastGapOfThree = 2e-5;

    /// <summary>
    /// Fills <paramref name="rates"/> (1/h, one a state) for the row of constants, with clearances as they are at the time.
    /// </summary>
    /// <param name="clearanceFactor">On the clearance of the drug; 1 for as given.</param>
    public static void Rates(ModelShape shape, ReadOnlySpan<double> row, double clearanceFactor, Span<double> rates)
    {
        rates[0] = row[ModelShape.Ka];
        var k10 = row[ModelShape.CL] * clearanceFactor / row[ModelShape.Vc];
        if (shape.TwoCompartments)
        {
            var k21 = row[ModelShape.Q] / row[ModelShape.Vp];
            var sum = k10 + row[ModelShape.Q] / row[ModelShape.Vc] + k21;
            // The larger root first; the smaller from the product, which loses no digits.
            rates[1] = (sum + Math.Sqrt(Math.Max(0, sum * sum - 4 * k10 * k21))) / 2;
            rates[2] = k10 * k21 / rates[1];
        }
        else
        {
            rates[1] = k10;
        }
        for (var m = 0; m < shape.Metabolites; m++)
            rates[shape.FirstState + m] = row[ModelShape.Slot(m, ModelShape.Clearance)] / row[ModelShape.Slot(m, ModelShape.Volume)];
        DrawApart(rates[..shape.States], shape.TwoCompartments);
    }

    /// <summary>
    /// Fills <paramref name="amplitudes"/> (states × modes, row after row, in mg): how the amounts <paramref name="amounts"/> in the body
    /// go on when no more is taken.
    /// </summary>
    public static void Amplitudes(
        ModelShape shape,
        ReadOnlySpan<double> row,
        double clearanceFactor,
        ReadOnlySpan<double> rates,
        ReadOnlySpan<double> amounts,
        Span<double> amplitudes
    )
    {
        var n = shape.States;
        amplitudes[..(n * n)].Clear();
        amplitudes[0] = amounts[ModelShape.Gut];
        var central = amplitudes.Slice(ModelShape.Central * n, n);
        if (shape.TwoCompartments)
            Coupled(row, clearanceFactor, rates, amounts, central, amplitudes.Slice(ModelShape.Peripheral * n, n));
        else
            Formed(amplitudes[..n], 1, rates[0], ModelShape.Central, rates, amounts[ModelShape.Central], central);
        for (var m = 0; m < shape.Metabolites; m++)
        {
            var (source, state) = (shape.Sources[m], shape.FirstState + m);
            var rate =
                source < 0
                    ? row[ModelShape.CL] * clearanceFactor / row[ModelShape.Vc]
                    : row[ModelShape.Slot(source, ModelShape.Clearance)] / row[ModelShape.Slot(source, ModelShape.Volume)];
            var from = amplitudes.Slice((source < 0 ? ModelShape.Central : shape.FirstState + source) * n, n);
            Formed(from, row[ModelShape.Slot(m, ModelShape.Formed)], rate, state, rates, amounts[state], amplitudes.Slice(state * n, n));
        }
    }

    /// <summary>
    /// ng/mL of each analyte for a mg of each mode: fills <paramref name="levels"/> (analytes × modes) with the response to 1 mg swallowed.
    /// </summary>
    public static void UnitDose(ModelShape shape, ReadOnlySpan<double> row, ReadOnlySpan<double> rates, Span<double> levels)
    {
        var n = shape.States;
        Span<double> amounts = stackalloc double[ModelShape.MostStates];
        Span<double> amplitudes = stackalloc double[ModelShape.MostStates * ModelShape.MostStates];
        amounts.Clear();
        amounts[ModelShape.Gut] = row[ModelShape.F];
        Amplitudes(shape, row, 1, rates, amounts, amplitudes);
        for (var analyte = 0; analyte < shape.Analytes; analyte++)
        {
            var perLiter = Concentration.PerMilligramPerLiter / ModelShape.VolumeOf(analyte, row);
            for (var mode = 0; mode < n; mode++)
                levels[analyte * n + mode] = amplitudes[shape.StateOf(analyte) * n + mode] * perLiter;
        }
    }

    /// <summary>
    /// A state filled at <paramref name="rate"/> times <paramref name="part"/> from another whose amplitudes are known, emptied at its own
    /// rate.
    /// </summary>
    private static void Formed(
        ReadOnlySpan<double> from,
        double part,
        double rate,
        int state,
        ReadOnlySpan<double> rates,
        double amount,
        Span<double> result
    )
    {
        var own = amount;
        for (var mode = 0; mode < state; mode++)
            if (from[mode] != 0)
            {
                result[mode] = part * rate * from[mode] / (rates[state] - rates[mode]);
                own -= result[mode];
            }
        result[state] = own;
    }

    private static void Coupled(
        ReadOnlySpan<double> row,
        double clearanceFactor,
        ReadOnlySpan<double> rates,
        ReadOnlySpan<double> amounts,
        Span<double> central,
        Span<double> peripheral
    )
    {
        var (ka, alpha, beta) = (rates[0], rates[1], rates[2]);
        var k12 = row[ModelShape.Q] / row[ModelShape.Vc];
        var k21 = row[ModelShape.Q] / row[ModelShape.Vp];
        var k10 = row[ModelShape.CL] * clearanceFactor / row[ModelShape.Vc];
        var absorbed = ka * amounts[ModelShape.Gut] / ((alpha - ka) * (beta - ka));
        (central[0], peripheral[0]) = (absorbed * (k21 - ka), absorbed * k12);
        var (h1, h2) = (amounts[ModelShape.Central] - central[0], amounts[ModelShape.Peripheral] - peripheral[0]);
        central[1] = (h1 * (k21 - alpha) + h2 * k21) / (beta - alpha);
        central[2] = (h1 * (k21 - beta) + h2 * k21) / (alpha - beta);
        peripheral[1] = (h1 * k12 + h2 * (k10 + k12 - alpha)) / (beta - alpha);
        peripheral[2] = (h1 * k12 + h2 * (k10 + k12 - beta)) / (alpha - beta);
    }

    /// <summary>
    /// The rates of the drug's own compartments stay, since their amplitudes hold only for the roots themselves; absorption and metabolites
    /// make way.
    /// </summary>
    private static void DrawApart(Span<double> rates, bool twoCompartments)
    {
        var gap = HasThreeTogether(rates) ? LeastGapOfThree : LeastGap;
        if (twoCompartments && AreWithin(gap, rates[1], rates[2]))
        {
            var middle = (rates[1] + rates[2]) / 2;
            (rates[1], rates[2]) = (middle * (1 + gap / 2), middle * (1 - gap / 2));
        }
        var (first, own) = (1, twoCompartments ? 2 : 1);
        MakeWay(rates, 0, rates.Slice(first, own), gap);
        for (var i = first + own; i < rates.Length; i++)
            MakeWay(rates, i, rates[..i], gap);
    }

    private static void MakeWay(Span<double> rates, int place, ReadOnlySpan<double> others, double gap)
    {
        // Each move is upwards, so there are no more of them than others.
        for (var i = 0; i < others.Length; i++)
            if (AreWithin(gap, rates[place], others[i]))
                (rates[place], i) = (others[i] * (1 + 1.01 * gap), -1);
    }

    private static bool HasThreeTogether(ReadOnlySpan<double> rates)
    {
        for (var i = 0; i < rates.Length; i++)
        {
            var near = 0;
            for (var j = 0; j < rates.Length; j++)
                near += AreWithin(ThreeTogether, rates[i], rates[j]) ? 1 : 0;
            if (near > 2)
                return true;
        }
        return false;
    }

    private static bool AreWithin(double gap, double a, double b) => Math.Abs(a - b) < gap * (a + b) / 2;
}
