using Glidepath.Paper.Shared;

namespace Glidepath.Paper.Tapering;

/// <summary>What a hand fills in.</summary>
internal static class Blank
{
    /// <summary>A word and a line to write on.</summary>
    public static Block Line(string label, float width, float size, Face face = Face.Strong)
    {
        var wide = Faces.Width(label, face, size) + 6;
        var text = Block.Text(label, width, size, face);
        return new Block(
            text.Height,
            (page, x, y) =>
            {
                text.Draw(page, x, y);
                page.Line(x + wide, y + size * 1.05f, x + width, y + size * 1.05f, 0.8f);
            }
        );
    }
}
