namespace Glidepath.Pharmacology.Kinetics;

/// <summary>Small symmetric positive systems, row after row. A pivot that is not positive is taken as the smallest that is.</summary>
internal static class Cholesky
{
    /// <summary>Turns <paramref name="matrix"/> into its lower root in place.</summary>
    public static void Root(Span<double> matrix, int n)
    {
        for (var i = 0; i < n; i++)
        for (var j = 0; j <= i; j++)
        {
            var sum = matrix[i * n + j];
            for (var k = 0; k < j; k++)
                sum -= matrix[i * n + k] * matrix[j * n + k];
            matrix[i * n + j] = i == j ? Math.Sqrt(Math.Max(sum, 1e-300)) : sum / matrix[j * n + j];
        }
    }

    /// <summary>Solves for <paramref name="x"/>; the matrix is used up.</summary>
    public static void Solve(Span<double> matrix, ReadOnlySpan<double> right, Span<double> x)
    {
        var n = right.Length;
        Root(matrix, n);
        for (var i = 0; i < n; i++)
        {
            var sum = right[i];
            for (var k = 0; k < i; k++)
                sum -= matrix[i * n + k] * x[k];
            x[i] = sum / matrix[i * n + i];
        }
        BackSolve(matrix, x, n);
    }

    /// <summary>
    /// Solves L'x = b in place for the root L: with standard normal b, a draw whose covariance is the inverse of the matrix.
    /// </summary>
    public static void BackSolve(ReadOnlySpan<double> root, Span<double> x, int n)
    {
        for (var i = n - 1; i >= 0; i--)
        {
            var sum = x[i];
            for (var k = i + 1; k < n; k++)
                sum -= root[k * n + i] * x[k];
            x[i] = sum / root[i * n + i];
        }
    }
}
