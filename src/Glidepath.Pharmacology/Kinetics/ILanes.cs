using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Glidepath.Pharmacology.Kinetics;

/// <summary>
/// So many people side by side. One text of the arithmetic serves every width, so that every width gives the same digits. No level is
/// NaN, so lower and higher are what the processor does in one instruction, where <see cref="Math.Min(double, double)"/> takes five.
/// </summary>
internal interface ILanes<T>
    where T : struct, ILanes<T>
{
    static abstract int Width { get; }

    static abstract T Load(ref double from, nuint at);

    static abstract T All(double value);

    void Store(ref double to, nuint at);

    static abstract T operator +(T left, T right);

    static abstract T operator *(T left, T right);

    static abstract T Lower(T left, T right);

    static abstract T Higher(T left, T right);

    /// <summary>e to the power of each.</summary>
    static abstract T Exp(T power);

    /// <summary>Each, or 0 where it is below: the sum of modes at the moment of a first dose is nothing but rounding.</summary>
    static virtual T AtLeastZero(T value) => T.Higher(value, T.All(0));
}

/// <summary>Eight people a step: AVX-512.</summary>
internal readonly struct Lanes512(Vector512<double> value) : ILanes<Lanes512>
{
    private readonly Vector512<double> _value = value;

    public static int Width => 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Load(ref double from, nuint at) => new(Vector512.LoadUnsafe(ref from, at));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 All(double value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref double to, nuint at) => _value.StoreUnsafe(ref to, at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator +(Lanes512 left, Lanes512 right) => new(left._value + right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator *(Lanes512 left, Lanes512 right) => new(left._value * right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Exp(Lanes512 power) => new(Vector512.Exp(power._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Lower(Lanes512 left, Lanes512 right) => new(Vector512.MinNative(left._value, right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Higher(Lanes512 left, Lanes512 right) => new(Vector512.MaxNative(left._value, right._value));
}

/// <summary>Four people a step: AVX2.</summary>
internal readonly struct Lanes256(Vector256<double> value) : ILanes<Lanes256>
{
    private readonly Vector256<double> _value = value;

    public static int Width => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Load(ref double from, nuint at) => new(Vector256.LoadUnsafe(ref from, at));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 All(double value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref double to, nuint at) => _value.StoreUnsafe(ref to, at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator +(Lanes256 left, Lanes256 right) => new(left._value + right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator *(Lanes256 left, Lanes256 right) => new(left._value * right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Exp(Lanes256 power) => new(Vector256.Exp(power._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Lower(Lanes256 left, Lanes256 right) => new(Vector256.MinNative(left._value, right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Higher(Lanes256 left, Lanes256 right) => new(Vector256.MaxNative(left._value, right._value));
}

/// <summary>One person a step: any machine.</summary>
internal readonly struct Lanes1(double value) : ILanes<Lanes1>
{
    private readonly double _value = value;

    public static int Width => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Load(ref double from, nuint at) => new(Unsafe.Add(ref from, at));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 All(double value) => new(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref double to, nuint at) => Unsafe.Add(ref to, at) = _value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 operator +(Lanes1 left, Lanes1 right) => new(left._value + right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 operator *(Lanes1 left, Lanes1 right) => new(left._value * right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Exp(Lanes1 power) => new(Math.Exp(power._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Lower(Lanes1 left, Lanes1 right) => new(double.MinNative(left._value, right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Higher(Lanes1 left, Lanes1 right) => new(double.MaxNative(left._value, right._value));
}
