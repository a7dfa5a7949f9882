namespace Glidepath.Tests.Kinetics;

/// <summary>
/// A differential equation by Gragg, Bulirsch and Stoer: modified midpoint in ever finer steps, extrapolated to none. MathNet's own solvers
/// stop at fourth order with a fixed step, too coarse for a bound of a millionth on curves with sharp corners.
/// </summary>
internal static class Extrapolation
{
    private const double Tolerance = 1e-12;

    private const int Columns = 8;

    public static double[] Solve(double[] start, double from, double to, Action<double, double[], double[]> slope)
    {
        var n = start.Length;
        var (state, now, step) = ((double[])start.Clone(), from, Math.Min(to - from, 1));
        var table = new double[Columns, n];
        var (x0, x1, s) = (new double[n], new double[n], new double[n]);
        // The least amount that matters: what is below it is nothing.
        var floor = 1e-9 + start.Sum(Math.Abs) * 1e-3;
        while (now < to)
        {
            step = Math.Min(step, to - now);
            var error = double.MaxValue;
            for (var column = 0; column < Columns && error > 1; column++)
            {
                Midpoint(column);
                error = column == 0 ? double.MaxValue : Extrapolate(column);
            }
            if (error > 1)
            {
                step /= 2;
                continue;
            }
            now = to - now <= step ? to : now + step;
            for (var i = 0; i < n; i++)
                state[i] = table[0, i];
            step *= 1.5;
        }
        return state;

        void Midpoint(int column)
        {
            var count = 2 * (column + 1);
            var h = step / count;
            slope(now, state, s);
            for (var i = 0; i < n; i++)
                (x0[i], x1[i]) = (state[i], state[i] + h * s[i]);
            for (var k = 1; k < count; k++)
            {
                slope(now + k * h, x1, s);
                for (var i = 0; i < n; i++)
                    (x0[i], x1[i]) = (x1[i], x0[i] + 2 * h * s[i]);
            }
            slope(now + step, x1, s);
            for (var i = 0; i < n; i++)
                table[column, i] = (x0[i] + x1[i] + h * s[i]) / 2;
        }

        // Neville's scheme in the square of the step; the best value ends in row 0.
        double Extrapolate(int column)
        {
            var worst = 0d;
            for (var i = 0; i < n; i++)
            {
                var before = table[0, i];
                for (var row = column - 1; row >= 0; row--)
                {
                    var ratio = (double)(column + 1) / (row + 1);
                    table[row, i] = table[row + 1, i] + (table[row + 1, i] - table[row, i]) / (ratio * ratio - 1);
                }
                worst = Math.Max(worst, Math.Abs(table[0, i] - before) / (Tolerance * Math.Max(floor, Math.Abs(state[i]))));
            }
            return worst;
        }
    }
}
