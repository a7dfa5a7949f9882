using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Treatment.Therapy.Booklet;

/// <summary>What the booklet says as a fact, and from where. One without a confirmed source is not shown.</summary>
public sealed record BookletFact(Sentence Says, Source Source, Confidence Confidence)
{
    public bool IsShown => Confidence is not Confidence.Unverified;
}
