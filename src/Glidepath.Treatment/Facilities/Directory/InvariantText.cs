using System.Globalization;
using System.Runtime.CompilerServices;

namespace Glidepath.Treatment.Facilities;

/// <summary>An interpolated text whose numbers are written the same on every machine: what is given one takes it before a string.</summary>
[InterpolatedStringHandler]
public readonly ref struct InvariantText(int literalLength, int formattedCount)
{
    private readonly System.Text.StringBuilder _text = new(literalLength + 8 * formattedCount);

    public void AppendLiteral(string literal) => _text.Append(literal);

    public void AppendFormatted<T>(T value) => AppendFormatted(value, null);

    public void AppendFormatted<T>(T value, string? format) =>
        _text.Append(value is IFormattable number ? number.ToString(format, CultureInfo.InvariantCulture) : value?.ToString());

    public override string ToString() => _text.ToString();
}
