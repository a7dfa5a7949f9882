namespace Glidepath.Treatment.Family;

/// <summary>One thing to say, in five short parts. Each is in the words of whoever says it; empty ones are left out.</summary>
public sealed record FamilyMessage
{
    /// <summary>Characters in one part.</summary>
    public const int LongestPart = 200;

    /// <summary>Words in all: what can be said in about twenty seconds, before a talk becomes a speech.</summary>
    public const int MostWords = 60;

    /// <summary>Something good about the person, which is true.</summary>
    public string Good { get; init; } = "";

    /// <summary>One thing that happened: "when you slept through dinner on Sunday".</summary>
    public string Happened { get; init; } = "";

    /// <summary>One word: worried, sad, scared.</summary>
    public string Feeling { get; init; } = "";

    /// <summary>The speaker's own share, however small: "I have been shouting".</summary>
    public string OwnPart { get; init; } = "";

    /// <summary>An offer that can be taken or left.</summary>
    public string Offer { get; init; } = "";

    /// <summary>As it would be said. Empty where no part was filled in.</summary>
    public string Text =>
        string.Join(
            ' ',
            new[]
            {
                Sentence(Good),
                Feeling.Trim().Length == 0
                    ? Sentence(Happened)
                    : Sentence(
                        Happened.Trim().Length == 0
                            ? $"I feel {Bare(Feeling)}"
                            : $"I feel {Bare(Feeling)} when {Bare(WithoutWhen(Happened))}"
                    ),
                Sentence(OwnPart),
                Sentence(Offer),
            }.Where(s => s.Length > 0)
        );

    public IReadOnlyList<MessageAdvice> Advice => MessageAdvice.Of(this);

    private static string WithoutWhen(string text) =>
        text.Trim() is { } t && t.StartsWith("when ", StringComparison.OrdinalIgnoreCase) ? t[5..] : text;

    private static string Bare(string text) => text.Trim().TrimEnd('.', '!', ' ');

    private static string Sentence(string text)
    {
        var bare = text.Trim();
        if (bare.Length == 0)
            return "";
        bare = char.ToUpperInvariant(bare[0]) + bare[1..];
        return bare[^1] is '.' or '?' or '!' ? bare : bare + ".";
    }
}
