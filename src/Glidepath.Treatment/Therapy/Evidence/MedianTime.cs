namespace Glidepath.Treatment.Therapy.Evidence;

/// <summary>
/// Minutes until half of a person's hard moments have eased. A <see cref="Minutes"/> or <see cref="High"/> that is null lies past what the
/// entries reach: "or longer". A <see cref="Low"/> that is null with them: fewer than half ease as far as the entries reach.
/// </summary>
public readonly record struct MedianTime(double? Minutes, double? Low, double? High);
