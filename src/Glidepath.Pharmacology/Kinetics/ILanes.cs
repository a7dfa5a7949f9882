using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Glidepath.Pharmacology.Kinetics;

/// <summary>So many people side by side. One text of the arithmetic serves every width, so that every width gives the same digits.</summary>
internal interface ILanes<T> where T : struct, ILanes<T>
{
    static abstract int Width { get; }

    static abstract T Load(ref double from, nuint at);

    static abstract T All(double value);

    void Store(ref double to, nuint at);

    static abstract T operator +(T left, T right);

    static abstract T operator *(T left, T right);

    /// <summary>e to the power of each.</summary>
    static abstract T Exp(T power);

    /// <summary>Each, or 0 where it is below: the sum of modes at the moment of a first dose is nothing but rounding.</summary>
    static abstract T AtLeastZero(T value);
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
    public static Lanes512 AtLeastZero(Lanes512 value) => new(Vector512.Max(value._value, Vector512<double>.Zero));
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
    public static Lanes256 AtLeastZero(Lanes256 value) => new(Vector256.Max(value._value, Vector256<double>.Zero));
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
    public static Lanes1 AtLeastZero(Lanes1 value) => new(Math.Max(value._value, 0));
}
