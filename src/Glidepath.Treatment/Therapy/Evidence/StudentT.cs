namespace Glidepath.Treatment.Therapy.Evidence;

/// <summary>Student's t with whole degrees of freedom, whose distribution is a finite sum (Abramowitz and Stegun 26.7.3 and 26.7.4).</summary>
internal static class StudentT
{
    /// <summary>Between its negative and it lie 95 %.</summary>
    public static double Middle95(int freedom)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(freedom, 1);
        // Of one degree it is 12.7; 60 halvings leave no more than the last digit of a double.
        var (low, high) = (0d, 16d);
        for (var i = 0; i < 60; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = Within(middle, freedom) < 0.95 ? (middle, high) : (low, middle);
        }
        return high;
    }

    private static double Within(double t, int freedom)
    {
        var angle = Math.Atan(t / Math.Sqrt(freedom));
        var (sine, cosine) = Math.SinCos(angle);
        var isOdd = freedom % 2 == 1;
        var (sum, term) = (0d, isOdd ? cosine : 1);
        for (var i = isOdd ? 3 : 2; i <= freedom; i += 2)
        {
            sum += term;
            term *= cosine * cosine * (i - 1) / i;
        }
        return isOdd ? 2 / Math.PI * (angle + sine * sum) : sine * sum;
    }
}
