using System.Diagnostics.CodeAnalysis;

namespace Glidepath.Pharmacology.Units;

/// <summary>
/// What is to be said, as an id and arguments by name. The words stand in the resources of <c>Glidepath.Paper</c>, once, where every host
/// reads them; the engine knows no language.
/// </summary>
/// <remarks>Two are equal when id and arguments are. An argument is a number, a dose, a date, a name, or another sentence.</remarks>
public sealed class Sentence : IEquatable<Sentence>
{
    private Sentence(string id, (string Name, object? Value)[] arguments) => (Id, Arguments) = (id, arguments);

    /// <summary>The key of the resource: that of the rule, such as <c>asam.naloxone</c>, where the sentence is the rule's own.</summary>
    public string Id { get; }

    /// <summary>Null stands for a part of the sentence that is left out.</summary>
    public IReadOnlyList<(string Name, object? Value)> Arguments { get; }

    public static Sentence Of(string id, params (string Name, object? Value)[] arguments) => new(id, arguments);

    /// <summary>The same arguments in other words, such as those for a person.</summary>
    public Sentence Under(string id) => new(id, [.. Arguments]);

    /// <summary>A sentence without arguments; none stays none.</summary>
    [return: NotNullIfNotNull(nameof(id))]
    public static implicit operator Sentence?(string? id) => id is null ? null : new(id, []);

    public bool Equals(Sentence? other) => other is not null && Id == other.Id && Arguments.SequenceEqual(other.Arguments);

    public override bool Equals(object? obj) => Equals(obj as Sentence);

    public override int GetHashCode() => HashCode.Combine(Id, Arguments.Count);

    public override string ToString() => Id;
}

/// <summary>Several things said in a row.</summary>
/// <param name="Between">The id of what stands between two of them, such as <c>list.or</c>.</param>
public sealed record SentenceList(string Between, IReadOnlyList<object> Items)
{
    public bool Equals(SentenceList? other) => other is not null && Between == other.Between && Items.SequenceEqual(other.Items);

    public override int GetHashCode() => HashCode.Combine(Between, Items.Count);
}
