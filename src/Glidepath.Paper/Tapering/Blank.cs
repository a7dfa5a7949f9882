using Glidepath.Paper.Shared;

namespace Glidepath.Paper.Tapering;

/// <summary>What a hand fills in.</summary>
internal static class Blank
{
    /// <summary>A word and a line to write on.</summary>
    /// <param name="written">What is known already; it stands on the line.</param>
    public static Block Line(string label, float width, float size, Face face = Face.Strong, string? written = null)
    {
        var wide = Faces.Width(label, face, size) + 6;
        var text = Block.Text(label, width, size, face);
        return new Block(
            text.Height,
            (page, x, y) =>
            {
                text.Draw(page, x, y);
                if (written is not null)
                    Block.Text(written, width - wide, size, Face.Strong).Draw(page, x + wide, y);
                page.Line(x + wide, y + size * 1.05f, x + width, y + size * 1.05f, 0.8f);
            }
        );
    }
}
