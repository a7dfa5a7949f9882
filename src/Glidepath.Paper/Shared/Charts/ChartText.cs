using SkiaSharp;

namespace Glidepath.Paper.Shared.Charts;

/// <summary>Which end of the text its X is.</summary>
internal enum TextAnchor
{
    Start,
    Middle,
    End,
}

/// <summary>One line of text on a chart, in units of the chart.</summary>
/// <param name="Y">The line the letters stand on.</param>
internal sealed record ChartText(string Text, float X, float Y, float Size, Face Face, TextAnchor Anchor, string Ink)
{
    /// <summary>Nothing on a chart is smaller.</summary>
    public const float Least = 12;

    /// <summary>Ticks, names and labels.</summary>
    public const float Usual = 13;

    public const float Leading = 1.3f;

    public float Width => Faces.Width(Text, Face, Size);

    public float Left =>
        Anchor switch
        {
            TextAnchor.Start => X,
            TextAnchor.Middle => X - Width / 2,
            TextAnchor.End => X - Width,
        };

    public SKRect Box => new(Left, Y - Size * 0.76f, Left + Width, Y + Size * 0.22f);

    /// <summary>Between words, where it is wider than <paramref name="width"/>.</summary>
    public static IReadOnlyList<string> Lines(string text, Face face, float size, float width)
    {
        var lines = new List<string>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            if (lines.Count > 0 && Faces.Width($"{lines[^1]} {word}", face, size) <= width)
                lines[^1] += " " + word;
            else
                lines.Add(word);
        return lines;
    }

    /// <summary>Cut short with an ellipsis where it is wider than <paramref name="width"/>.</summary>
    public static string Fitting(string text, Face face, float size, float width)
    {
        text = Faces.Showable(text, face);
        if (Faces.Width(text, face, size) <= width)
            return text;
        while (text.Length > 1 && Faces.Width(text + "…", face, size) > width)
            text = text[..^1];
        return text + "…";
    }
}
