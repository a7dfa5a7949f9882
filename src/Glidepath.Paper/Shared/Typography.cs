using System.Text.RegularExpressions;

namespace Glidepath.Paper.Shared;

/// <summary>Words in one face.</summary>
public sealed record Span(string Text, Face Face = Face.Body)
{
    public static Span Strong(string text) => new(text, Face.Strong);
}

/// <summary>Words on one line, each with its distance from the line's left end.</summary>
internal sealed record TextLine(IReadOnlyList<(string Text, Face Face, float X)> Parts);

/// <summary>Where lines end. Sizes and widths in points.</summary>
internal static partial class Typography
{
    /// <summary>Nothing on a patient's paper is smaller.</summary>
    public const float Least = 12;

    /// <summary>Nothing on staff's paper is smaller.</summary>
    public const float LeastForStaff = 10;

    /// <summary>Share of the size above and below the line the letters stand on, and from line to line.</summary>
    public const float Ascent = 0.8f,
        Descent = 0.22f,
        Leading = 1.24f;

    /// <summary>Height of a figure, as a share of the size.</summary>
    public const float FigureHeight = 0.65f;

    /// <summary>Holds two words on one line; drawn as an ordinary space, so that a search finds it.</summary>
    public const char Joint = '\u00A0';

    /// <summary>Keeps the whole text on one line.</summary>
    public static string Joined(string text) => text.Replace(' ', Joint);

    public static IReadOnlyList<TextLine> Lines(IReadOnlyList<Span> spans, float size, float width)
    {
        var lines = new List<TextLine>();
        var parts = new List<(string Text, Face Face, float X)>();
        var x = 0f;
        foreach (var (word, face, spaced) in Words(spans, size, width))
        {
            var space = spaced && parts.Count > 0 ? Faces.Width(" ", face, size) : 0;
            var wide = Faces.Width(word, face, size);
            if (parts.Count > 0 && x + space + wide > width)
            {
                lines.Add(new TextLine(parts));
                (parts, x, space) = ([], 0, 0);
            }
            if (parts.Count > 0 && parts[^1].Face == face)
                parts[^1] = (parts[^1].Text + (space > 0 ? " " : "") + word, face, parts[^1].X);
            else
            {
                // The space stands with the words before it, so that the text reads whole when it is copied.
                if (space > 0)
                    parts[^1] = (parts[^1].Text + " ", parts[^1].Face, parts[^1].X);
                parts.Add((word, face, x + space));
            }
            x += space + wide;
        }
        if (parts.Count > 0)
            lines.Add(new TextLine(parts));
        return lines;
    }

    /// <summary>The words with their faces; a number keeps its unit, and a word wider than a line is cut into lines.</summary>
    private static IEnumerable<(string Word, Face Face, bool Spaced)> Words(IReadOnlyList<Span> spans, float size, float width)
    {
        var spaced = false;
        foreach (var span in spans)
        {
            var text = NumberAndUnit().Replace(span.Text, $"$1{Joint}$2");
            foreach (var word in text.Split(' '))
            {
                if (word.Length > 0)
                    foreach (var (piece, first) in Cut(word.Replace(Joint, ' '), span.Face, size, width).Select((p, i) => (p, i == 0)))
                        yield return (piece, span.Face, spaced && first);
                spaced = true;
            }
            spaced = text.EndsWith(' ');
        }
    }

    private static IEnumerable<string> Cut(string word, Face face, float size, float width)
    {
        while (Faces.Width(word, face, size) > width && word.Length > 1)
        {
            var fits = Enumerable.Range(1, word.Length - 1).TakeWhile(n => Faces.Width(word[..n], face, size) <= width).LastOrDefault(1);
            yield return word[..fits];
            word = word[fits..];
        }
        yield return word;
    }

    [GeneratedRegex(@"(\d) (mg|mL|%|days?\b|weeks?\b|×)")]
    private static partial Regex NumberAndUnit();
}
