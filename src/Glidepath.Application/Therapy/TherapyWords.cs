using System.Globalization;
using Glidepath.Treatment.Therapy;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Therapy;

/// <summary>Own work in words, wherever it is shown.</summary>
internal static class TherapyWords
{
    /// <summary>"Hard moments".</summary>
    public static string InWords(this WorkKind kind) =>
        kind switch
        {
            WorkKind.HardMoments => T["WorkHardMoments"],
            WorkKind.Prompts => T["WorkPrompts"],
            WorkKind.Plans => T["WorkPlans"],
            WorkKind.Reasons => T["WorkReasons"],
            WorkKind.Thoughts => T["WorkThoughts"],
            WorkKind.Chains => T["WorkChains"],
            WorkKind.Roots => T["WorkRoots"],
            WorkKind.SafetyPlan => T["WorkSafetyPlan"],
        };

    /// <summary>"Home, with the kids".</summary>
    public static string? Where(this CravingStart start) => Where(start.Place, start.With);

    public static string? Where(string? place, string? with) =>
        (place, with) switch
        {
            (null, null) => null,
            ({ } p, null) => p,
            (null, { } w) => w,
            ({ } p, { } w) => $"{p}, {w}",
        };

    /// <summary>"14 h, before the dose"; null where nothing is known of it.</summary>
    public static string? NearDoseInWords(this CravingEpisode moment) =>
        (moment.Doses.SinceLast, moment.IsBeforeDose) switch
        {
            ({ } hours, true) => T["HoursBeforeTheDose", Hours(hours)],
            ({ } hours, false) => T["HoursSinceTheDose", Hours(hours)],
            (null, true) => T["BeforeTheDose"],
            _ => moment.Start.NearDose is NearDose.After ? T["AfterTheDose"] : null,
        };

    /// <summary>"Easier after 12 minutes".</summary>
    public static string OutcomeInWords(this CravingEpisode moment) =>
        moment.End switch
        {
            CravingEnd.Eased => T.Count("EasierAfterMinutes", (int)Math.Round(moment.EndedAfter!.Value)),
            CravingEnd.TookExtra => T["TookExtra"],
            CravingEnd.NotKnown => T["EndNotSaid"],
        };

    public static string? InWords(this CravingWay way) =>
        way switch
        {
            CravingWay.LetPass => T["LetItPass"],
            CravingWay.MyPlan => T["UsedThePlan"],
            CravingWay.Other => T["SomethingElse"],
            CravingWay.NotSaid => null,
        };

    /// <summary>"my sister, 555-555-0142".</summary>
    public static string InWords(this SafetyContact contact) => contact.Phone is { } phone ? $"{contact.Name}, {phone}" : contact.Name;

    private static string Hours(decimal hours) => hours.ToString("0.#", CultureInfo.InvariantCulture);
}
