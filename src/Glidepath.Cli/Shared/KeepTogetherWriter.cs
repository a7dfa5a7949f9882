using System.Text;

namespace Glidepath.Cli.Shared;

/// <summary>
/// Passes text on, with <see cref="Space"/> written as a space. Line breaking takes the mark for a letter, so what it joins stays on one
/// line; a no-break space would not do, since the console library breaks there too.
/// </summary>
internal sealed class KeepTogetherWriter(TextWriter inner) : TextWriter
{
    /// <summary>From the private use area: no text holds it.</summary>
    public const char Space = '\uE000';

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => inner.Write(value == Space ? ' ' : value);

    public override void Write(string? value) => inner.Write(value?.Replace(Space, ' '));

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Flush() => inner.Flush();
}
