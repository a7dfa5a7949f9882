using Glidepath.Pharmacology.Drugs;

namespace Glidepath.Treatment.Patients;

/// <param name="Source">The guideline that makes it worth asking; the wording is our own.</param>
public sealed record VisitQuestion(string Text, Source Source);

/// <summary>What a person may ask the prescriber at the visit. One page, to take along.</summary>
public static class VisitQuestions
{
    public static IReadOnlyList<VisitQuestion> All { get; } =
    [
        new("What does this medicine still do for me? What are its risks for me now?", Sources.Asam),
        new("Can we cut down slowly, and decide the pace together?", Sources.Asam),
        new("How small can the first cut be? What if I feel unwell: can we pause or go slower?", Sources.Asam),
        new("When will you see me after each cut?", Sources.Asam),
        new("Which of my other medicines or drinks make this riskier?", Sources.FdaBoxed),
        new("Do I need naloxone at home?", Sources.Asam),
        new("Could a liquid or smaller tablets make small cuts possible?", Sources.OwnRule),
        new("Can I get help for what the medicine was for, such as talk therapy for worry or sleep?", Sources.Asam),
        new("Is a lower dose, without stopping, a good goal for me?", Sources.Asam),
        new("Whom do I call at night or on a weekend?", Sources.OwnRule),
    ];
}
