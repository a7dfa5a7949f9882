namespace Glidepath.Pharmacology.Kinetics;

/// <summary>
/// Two or three modes of a block of people for one analyte, as the inner loops read them. The loops are compiled once for each number of
/// modes.
/// </summary>
/// <param name="factors">What each mode keeps over a stretch: slot after slot of <paramref name="slotStride"/>, mode after mode of
/// <paramref name="factorStride"/>, person beside person.</param>
/// <param name="doses">What 1 mg puts into each mode; mode after mode of <paramref name="modeStride"/>.</param>
/// <param name="states">What is in each mode, as <paramref name="doses"/>; carried on.</param>
/// <param name="people">Whole vectors.</param>
internal readonly ref struct ModeBlock(
    ref double factors,
    int slotStride,
    int factorStride,
    ref double doses,
    ref double states,
    int modeStride,
    int people
)
{
    public readonly ref double Factors = ref factors;
    public readonly ref double Doses = ref doses;
    public readonly ref double States = ref states;

    public nuint SlotStride { get; } = (nuint)slotStride;

    public nuint FactorStride { get; } = (nuint)factorStride;

    public nuint ModeStride { get; } = (nuint)modeStride;

    public nuint People { get; } = (nuint)people;
}

/// <summary>Known when the loop is compiled, so that a body of one compartment pays for two modes and no more.</summary>
internal interface IModeCount
{
    static abstract bool HasThird { get; }
}

internal readonly struct TwoModes : IModeCount
{
    public static bool HasThird => false;
}

internal readonly struct ThreeModes : IModeCount
{
    public static bool HasThird => true;
}
