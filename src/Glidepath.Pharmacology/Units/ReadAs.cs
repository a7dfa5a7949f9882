namespace Glidepath.Pharmacology.Units;

/// <summary>What was read otherwise than it was written, to show back: <c>read 0,5 as 0.5 mg</c>.</summary>
internal static class ReadAs
{
    public static Sentence Of(string text, object read) => Sentence.Of("read-as", ("text", text), ("read", read));

    /// <summary>Where the text is more than a number, it stands between quotation marks.</summary>
    public static Sentence Quoted(string text, object read) => Sentence.Of("read-as.quoted", ("text", text), ("read", read));
}
