using System.Globalization;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Safety;
using Glidepath.Treatment.Patients;

namespace Glidepath.Treatment.Assessments;

/// <summary>
/// A score that is a band higher than the one before, or higher by <see cref="Points"/>. Somebody looks before anything is made of it.
/// </summary>
/// <param name="IsBand">The band changed; else it is the points alone.</param>
public sealed record Worsening(ScoredAssessment Before, ScoredAssessment Now, bool IsBand)
{
    /// <summary>
    /// On GAD-7 and PHQ-9. A rule of the program, and shown as one: no published reliable change was read for it.
    /// </summary>
    public const int Points = 5;

    public static Source Source => Sources.OwnRule;

    public static Confidence Confidence => Confidence.Derived;

    /// <summary>
    /// Of this score against the one before it, by the day each speaks of. Null where it is no worse, where either has no score, or where
    /// it is the first.
    /// </summary>
    /// <param name="entries">All of the person; those that were replaced are left out.</param>
    public static Worsening? Of(Instrument instrument, IReadOnlyCollection<ScoredAssessment> entries, ScoredAssessment now)
    {
        var replaced = entries.Select(e => e.AmendsId).Append(now.AmendsId).OfType<Guid>().ToHashSet();
        var before = entries
            .Where(e =>
                e.InstrumentId == instrument.Id
                && e.InstrumentVersion == now.InstrumentVersion
                && e.Id != now.Id
                && !replaced.Contains(e.Id)
                && e.Total is not null
                && (e.On, e.RecordedAt).CompareTo((now.On, now.RecordedAt)) < 0
            )
            .MaxBy(e => (e.On, e.RecordedAt));
        if (before is not { Total: { } was } || now.Total is not { } total || total <= was)
            return null;
        var (bandBefore, bandNow) = (instrument.BandOf(was), instrument.BandOf(total));
        var isBand = bandBefore is not null && bandNow is not null && bandNow.From > bandBefore.From;
        return isBand || instrument.Id is "gad-7" or "phq-9" && total - was >= Points ? new Worsening(before, now, isBand) : null;
    }

    /// <summary>As the history of safety keeps it: <c>8 → 17</c>.</summary>
    public SafetyTold Told =>
        new(
            SafetyConcern.WorseScore,
            SafetyItems.From(Now.InstrumentId, Now.Id.ToString("D", CultureInfo.InvariantCulture)),
            Answer.Yes,
            IsBand ? SafetyGrade.Middle : SafetyGrade.Low,
            string.Create(CultureInfo.InvariantCulture, $"{Before.Total} → {Now.Total}")
        );
}
