using Glidepath.Application.Shared;

namespace Glidepath.Application.Patients;

/// <summary>What a person takes today by a plan that a prescriber approved, for the person's own first page.</summary>
/// <param name="Of">Made of <paramref name="Parts"/>; null where there is no such plan. It reads nothing itself.</param>
public sealed record DoseToday(IReadOnlyList<RecordPart> Parts, Func<PersonInView, DoseTodayView?> Of);

/// <param name="Doses">In the order of the day; empty where nothing is taken any more.</param>
/// <param name="Where">"Step 3, day 2 of at least 14".</param>
/// <param name="Next">What comes next, and that it waits for a person.</param>
/// <param name="Path">For a picture: each day on which the dose changes, with the mg a day; the first is today's.</param>
/// <param name="MayAskToStay">The taper goes down, and nobody has asked to stay on the step.</param>
public sealed record DoseTodayView(
    IReadOnlyList<DoseLine> Doses,
    string Where,
    string? Next,
    IReadOnlyList<(DateOnly On, decimal Mg)> Path,
    bool MayAskToStay
)
{
    /// <summary>For staff, by medicine: "clonazepam 0.75 mg a day".</summary>
    public required string Daily { get; init; }
}

/// <param name="When">"In the morning", "at 4 pm".</param>
/// <param name="Amount">"0.75 mg".</param>
/// <param name="Medicine">Named where two are taken; else null.</param>
/// <param name="HowToMake">"one 0.5 mg tablet and half of a 0.5 mg tablet".</param>
public sealed record DoseLine(string When, string Amount, string? Medicine, string HowToMake, IReadOnlyList<DosePiece> Pieces);
