namespace Glidepath.Paper.Shared;

public static class Letters
{
    /// <summary>With the first letter large, as at the head of a sentence or a column; empty stays empty.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
