using Glidepath.Pharmacology.Drugs;

namespace Glidepath.Treatment.Monitoring;

/// <summary>What is scored (RCP 2017).</summary>
public enum News2Item
{
    Breaths,
    Oxygen,
    AirOrOxygen,
    Systolic,
    Pulse,
    Awareness,
    Temperature,
}

/// <summary>How soon somebody looks at the person, the least first.</summary>
public enum News2Band
{
    /// <summary>0 to 4 in all, and no single 3.</summary>
    Low,

    /// <summary>A single 3, or 5 or 6 in all.</summary>
    Review,

    /// <summary>7 or more.</summary>
    Emergency,
}

/// <summary>
/// The National Early Warning Score 2 as published: Royal College of Physicians, 2017, chart 1 and its thresholds. For adults who are not
/// pregnant. Saturation is scored on scale 1; scale 2 is for people with known hypercapnic respiratory failure, by a clinician's word.
/// </summary>
/// <param name="Points">Of what was measured.</param>
public sealed record News2(IReadOnlyDictionary<News2Item, int> Points)
{
    public static Source Source { get; } =
        new("rcp-news2", "Royal College of Physicians, National Early Warning Score (NEWS) 2, London 2017, chart 1", "rcp.ac.uk/news2");

    public static Confidence Confidence => Confidence.Secondary;

    // Upper end of each band, and its points; the last band has no end.
    private static readonly (decimal Upto, int Points)[] OfBreaths = [(8, 3), (11, 1), (20, 0), (24, 2), (decimal.MaxValue, 3)],
        OfOxygen = [(91, 3), (93, 2), (95, 1), (decimal.MaxValue, 0)],
        OfOxygenOnAir2 = [(83, 3), (85, 2), (87, 1), (decimal.MaxValue, 0)],
        OfOxygenOnFlow2 = [(83, 3), (85, 2), (87, 1), (92, 0), (94, 1), (96, 2), (decimal.MaxValue, 3)],
        OfSystolic = [(90, 3), (100, 2), (110, 1), (219, 0), (decimal.MaxValue, 3)],
        OfPulse = [(40, 3), (50, 1), (90, 0), (110, 1), (130, 2), (decimal.MaxValue, 3)],
        OfTemperature = [(35.0m, 3), (36.0m, 1), (38.0m, 0), (39.0m, 1), (decimal.MaxValue, 2)];

    /// <summary>Null where not all seven were measured: a sum of fewer would look better than the person is.</summary>
    public int? Total => Points.Count == Enum.GetValues<News2Item>().Length ? Points.Values.Sum() : null;

    /// <summary>Of what was measured, a single 3.</summary>
    public IEnumerable<News2Item> Threes => Points.Where(p => p.Value == 3).Select(p => p.Key);

    /// <summary>What is known already counts, also where not all was measured.</summary>
    public News2Band Band =>
        Points.Values.Sum() >= 7 ? News2Band.Emergency
        : Points.Values.Sum() >= 5 || Threes.Any() ? News2Band.Review
        : News2Band.Low;

    /// <param name="isScale2">A clinician set scale 2 for the person.</param>
    public static News2 Of(VitalSignValues values, bool isScale2 = false)
    {
        var points = new Dictionary<News2Item, int>();
        if (values.Breaths is { } breaths)
            points[News2Item.Breaths] = In(OfBreaths, breaths);
        if (values.Oxygen is { } oxygen)
            points[News2Item.Oxygen] = In(
                !isScale2 ? OfOxygen
                    : values.HasOxygen == true ? OfOxygenOnFlow2
                    : OfOxygenOnAir2,
                oxygen
            );
        if (values.HasOxygen is { } onOxygen)
            points[News2Item.AirOrOxygen] = onOxygen ? 2 : 0;
        if (values.Systolic is { } systolic)
            points[News2Item.Systolic] = In(OfSystolic, systolic);
        if (values.Pulse is { } pulse)
            points[News2Item.Pulse] = In(OfPulse, pulse);
        if (values.Awareness is { } awareness)
            points[News2Item.Awareness] = awareness is Awareness.Alert ? 0 : 3;
        if (values.TemperatureF is { } fahrenheit)
            points[News2Item.Temperature] = In(OfTemperature, Celsius(fahrenheit));
        return new(points);
    }

    /// <summary>To a tenth, as the chart is read.</summary>
    public static decimal Celsius(decimal fahrenheit) => Math.Round((fahrenheit - 32) * 5 / 9, 1, MidpointRounding.AwayFromZero);

    private static int In((decimal Upto, int Points)[] bands, decimal value) => bands.First(b => value <= b.Upto).Points;
}
