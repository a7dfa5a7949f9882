namespace Glidepath.Pharmacology.Units;

/// <summary>What a reader says of a text that it does not understand: the field, what was read, and what would be accepted.</summary>
public static class Misread
{
    /// <summary>As <c>stock: read "tablet"; accepted: a form and one strength</c>.</summary>
    public static Sentence Of(string field, Sentence what, Sentence accepted) =>
        Sentence.Of("misread.field", ("field", field), ("what", what), ("accepted", accepted));

    /// <summary>Of a value whose field the caller knows.</summary>
    public static Sentence Of(Sentence what, Sentence accepted) => Sentence.Of("misread.value", ("what", what), ("accepted", accepted));

    /// <summary>The value's own refusal, under the name of its field.</summary>
    public static Sentence In(string field, Sentence why) => Sentence.Of("misread.in", ("field", field), ("why", why));

    /// <summary>What was read, of those of <see cref="Of(string, Sentence, Sentence)"/>.</summary>
    public static Sentence? What(this Sentence misread) => Part(misread, "what");

    /// <summary>What would be accepted.</summary>
    public static Sentence? Accepted(this Sentence misread) => Part(misread, "accepted");

    private static Sentence? Part(Sentence misread, string name) =>
        misread
            .Arguments.Select(a =>
                a.Name == name ? a.Value as Sentence
                : a.Name is "why" && a.Value is Sentence why ? Part(why, name)
                : null
            )
            .FirstOrDefault(part => part is not null);
}
