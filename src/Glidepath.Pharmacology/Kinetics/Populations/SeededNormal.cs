namespace Glidepath.Pharmacology.Kinetics;

/// <summary>
/// Standard normal draws by number, not in turn: the draw of a person does not depend on how many others there are or which thread asks.
/// Bits from
/// SplitMix64 (Steele, Lea, Flood 2014, doi 10.1145/2714064.2660195), turned normal by the inverse distribution function (Wichura 1988, AS
/// 241).
/// </summary>
internal static class SeededNormal
{
    public static double Draw(ulong seed, int person, int quantity) => Quantile(Uniform(seed, person, quantity));

    /// <summary>Between 0 and 1, never either.</summary>
    public static double Uniform(ulong seed, int person, int quantity)
    {
        unchecked
        {
            var bits = Mix(Mix(seed + 0x9E3779B97F4A7C15UL) + Mix(((ulong)(uint)person << 32 | (uint)quantity) + 0x9E3779B97F4A7C15UL));
            return ((bits >> 11) + 0.5) * (1.0 / (1UL << 53));
        }
    }

    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value = (value ^ value >> 30) * 0xBF58476D1CE4E5B9UL;
            value = (value ^ value >> 27) * 0x94D049BB133111EBUL;
            return value ^ value >> 31;
        }
    }

    /// <summary>To about 1 part in 10^16.</summary>
    public static double Quantile(double probability)
    {
        var q = probability - 0.5;
        if (Math.Abs(q) <= 0.425)
            return q * Ratio(0.180625 - q * q, Middle);
        var r = Math.Sqrt(-Math.Log(q < 0 ? probability : 1 - probability));
        var tail = r <= 5 ? Ratio(r - 1.6, Tail) : Ratio(r - 5, FarTail);
        return q < 0 ? -tail : tail;
    }

    private static double Ratio(double x, (double[] Top, double[] Bottom) coefficients) =>
        Polynomial(x, coefficients.Top) / Polynomial(x, coefficients.Bottom);

    private static double Polynomial(double x, double[] coefficients)
    {
        var value = 0d;
        for (var i = coefficients.Length - 1; i >= 0; i--)
            value = value * x + coefficients[i];
        return value;
    }

    private static readonly (double[] Top, double[] Bottom) Middle = (
        [
            3.3871328727963666080,
            133.14166789178437745,
            1971.5909503065514427,
            13731.693765509461125,
            45921.953931549871457,
            67265.770927008700853,
            33430.575583588128105,
            2509.0809287301226727,
        ],
        [
            1,
            42.313330701600911252,
            687.18700749205790830,
            5394.1960214247511077,
            21213.794301586595867,
            39307.895800092710610,
            28729.085735721942674,
            5226.4952788528545610,
        ]
    );

    private static readonly (double[] Top, double[] Bottom) Tail = (
        [
            1.42343711074968357734,
            4.63033784615654529590,
            5.76949722146069140550,
            3.64784832476320460504,
            1.27045825245236838258,
            0.241780725177450611770,
            0.0227238449892691845833,
            0.000774545014278341407640,
        ],
        [
            1,
            2.05319162663775882187,
            1.67638483018380384940,
            0.689767334985100004550,
            0.148103976427480074590,
            0.0151986665636164571966,
            0.000547593808499534494600,
            1.05075007164441684324e-9,
        ]
    );

    private static readonly (double[] Top, double[] Bottom) FarTail = (
        [
            6.65790464350110377720,
            5.46378491116411436990,
            1.78482653991729133580,
            0.296560571828504891230,
            0.0265321895265761230930,
            0.00124266094738807843860,
            0.0000271155556874348757815,
            2.01033439929228813265e-7,
        ],
        [
            1,
            0.599832206555887937690,
            0.136929880922735805310,
            0.0148753612908506148525,
            0.000786869131145613259100,
            0.0000184631831751005468180,
            1.42151175831644588870e-7,
            2.04426310338993978564e-15,
        ]
    );
}
