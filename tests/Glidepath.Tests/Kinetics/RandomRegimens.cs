using CsCheck;
using Glidepath.Pharmacology.Kinetics;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Kinetics;

/// <summary>Random people and what they swallow.</summary>
internal static class RandomRegimens
{
    private static Gen<double> Between(double low, double high) => Gen.Double[Math.Log(low), Math.Log(high)].Select(Math.Exp);

    private static Gen<IReadOnlyList<Formed>> Metabolites(int most) =>
        (
            from formed in Gen.Double[0.05, 1.2]
            from volume in Between(10, 1000)
            from halfLife in Between(2, 150)
            from source in Gen.Int[0, 100]
            select (Part: formed, volume, halfLife, source)
        )
            .Array[0, most]
            .Select(all =>
                (IReadOnlyList<Formed>)
                    [.. all.Select((m, i) => new Formed(m.Part, m.volume, Math.Log(2) * m.volume / m.halfLife, m.source % (i + 1) - 1))]
            );

    public static Gen<Body> Bodies(bool? two = null, int metabolites = 3) =>
        from ka in Between(0.3, 5)
        from volume in Between(10, 300)
        from halfLife in Between(1.5, 100)
        from second in Gen.Bool
        from flow in Between(0.05, 1.5)
        from ratio in Between(0.3, 4)
        from part in Gen.Double[0.2, 1]
        from formed in Metabolites(metabolites)
        select (two ?? second)
            ? new Body(Math.Log(2) * volume / halfLife, volume, ka, flow * volume, ratio * volume, part) { Metabolites = formed }
            : new Body(Math.Log(2) * volume / halfLife, volume, ka, F: part) { Metabolites = formed };

    private static readonly Gen<DoseTaken[]> Day = Gen.Select(Gen.Double[0, 23.9], Between(0.1, 30))
        .Select((hour, mg) => new DoseTaken(hour, mg))
        .Array[1, 4];

    /// <summary>
    /// One to four irregular doses a day, each up to three hours late, one in seven missed; from steady days or from nothing.
    /// </summary>
    public static readonly Gen<DoseHistory> Histories =
        from day in Day
        from days in Gen.Int[2, 12]
        from late in Gen.Double[0, 3].Array[48]
        from missed in Gen.Int[0, 6].Array[48]
        from steady in Gen.Bool
        select new DoseHistory(
            Enumerable
                .Range(0, days)
                .SelectMany(d =>
                    day.Select((i, n) => (Intake: i with { Hour = 24 * d + i.Hour + late[4 * d + n] }, Missed: missed[4 * d + n] == 0))
                )
                .Where(i => !i.Missed)
                .Select(i => i.Intake),
            steady ? day : null
        );

    private static readonly Gen<Effect> Effects =
        from start in Gen.Double[-50, 200]
        from longSince in Gen.Int[0, 3]
        from lasts in Gens.Of<double?>(null, 5, 30, 100, 1000)
        from factor in Between(0.05, 8)
        from onset in Gens.Of(0d, 7, 24, 48, 60, 72)
        from offset in Gens.Of(0d, 15, 31, 48, 60, 92)
        let at = longSince == 0 ? -2000 : Math.Abs(start)
        select new Effect(
            at,
            longSince == 0 && lasts < 1000 ? lasts
                : longSince == 0 ? null
                : at + lasts,
            factor,
            onset,
            offset
        );

    public static readonly Gen<Effect[]> OneOrTwoEffects = Effects.Array[1, 2];
}
