using Glidepath.Tests.Monitoring;
using Glidepath.Tests.Shared;
using Glidepath.Treatment.Therapy.Evidence;

namespace Glidepath.Tests.Therapy;

/// <summary>How often intervals hold the truth of made-up people.</summary>
internal sealed class Coverage(string what)
{
    public const int People = 2000;

    private int _held,
        _all;

    private double _width;

    public double Share => (double)_held / _all;

    /// <summary>Each person's own: by the step of the generator itself, people with numbers in a row would share all but one draw.</summary>
    public static Draws DrawsOf(int number) => new(unchecked((ulong)number * 0xD1B54A32D192ED03UL));

    public void Add(double truth, Learned said)
    {
        _width += said.High - said.Low;
        Add(truth >= said.Low && truth <= said.High);
    }

    public void Add(bool holds)
    {
        _all++;
        _held += holds ? 1 : 0;
    }

    /// <summary>Of all people 93 to 97 %; of a quarter of them what chance may make of it, 1 in 100.</summary>
    public void Holds()
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"{what}: {Share:P1} of {_all}, mean width {_width / _all:F2}");
        var slack = Gate.IsAll ? 0 : 0.025;
        Assert.True(Share >= 0.93 - slack && Share <= 0.97 + slack, $"{what}: {Share:P1} of {_all}");
    }
}
