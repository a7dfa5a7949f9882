using System.ComponentModel.DataAnnotations;
using Glidepath.Application.Shared;
using Glidepath.Treatment.Facilities;
using Pathway = Glidepath.Treatment.Patients.Pathway;

namespace Glidepath.Web.Facilities;

/// <summary>A need, in the body: it is health data and never in an address.</summary>
public sealed record MatchRequest
{
    /// <summary>A ZIP, or a city and state: "Palm Springs, CA".</summary>
    [MaxLength(80)]
    public string? Near { get; init; }

    /// <summary>Miles; never widened. Null looks further out until there is a choice.</summary>
    [AcceptedRange(1, 3000, inMiles: true)]
    public double? WithinMiles { get; init; }

    /// <summary>
    /// Miles from near at which a place is worth nothing for its distance, but still stands in the list. Null lets the worth fade.
    /// </summary>
    [AcceptedRange(1, 3000, inMiles: true)]
    public double? TooFarMiles { get; init; }

    /// <summary>How much being near counts, 0 (not at all) to 10. Null is the method's own, 3.</summary>
    [AcceptedRange(0, Wish.MostWeight)]
    public double? DistanceWeight { get; init; }

    /// <summary>Ids of criteria, all of them.</summary>
    [MaxLength(100)]
    public IReadOnlyList<string> Must { get; init; } = [];

    /// <summary>Groups of ids: one of each group.</summary>
    [MaxLength(20)]
    public IReadOnlyList<IReadOnlyList<string>> AnyOf { get; init; } = [];

    /// <summary>None of these ids.</summary>
    [MaxLength(100)]
    public IReadOnlyList<string> Not { get; init; } = [];

    [MaxLength(100)]
    public IReadOnlyList<MatchWish> Wishes { get; init; } = [];

    /// <summary>Ids of ways to pay: one is enough.</summary>
    [MaxLength(20)]
    public IReadOnlyList<string> Payers { get; init; } = [];

    public Pathway? Pathway { get; init; }

    /// <summary>
    /// The least setting that a clinician set, by the id of its criterion: setting-office, setting-outpatient-withdrawal,
    /// setting-intensive-outpatient, setting-day, setting-residential, setting-residential-withdrawal or setting-hospital. Places known to
    /// have only less are left out.
    /// </summary>
    [MaxLength(100)]
    public string? MinimumSetting { get; init; }

    [MaxLength(20)]
    public IReadOnlyList<DangerSign> DangerSigns { get; init; } = [];

    [MaxLength(20)]
    public IReadOnlyList<CautionSign> CareFirst { get; init; } = [];

    [Range(1, 200)]
    public int Take { get; init; } = 20;

    internal CallerNeeds? Needs(Func<string, StartReading> near, FieldErrors errors)
    {
        var start = Near is { } typed ? near(typed) : null;
        if (start is { Point: null })
            errors.Add("near", FinderWords.Of(start, Near!));
        if (WithinMiles is not null && Near is null)
            errors.Add("withinMiles", FacilitiesText.T["NeedsNearToCountFrom"]);
        if (TooFarMiles is not null && Near is null)
            errors.Add("tooFarMiles", FacilitiesText.T["NeedsNearToCountFrom"]);
        var least = MinimumSetting is { } rung ? SettingLadder.Find(rung) : null;
        if (MinimumSetting is { } unread && least is null)
            errors.Add(
                "minimumSetting",
                FacilitiesText.T["IsNoSetting", Short(unread), string.Join(", ", SettingLadder.All.Select(r => r.Id))]
            );
        var needs = new CallerNeeds
        {
            Near = start?.Point?.At,
            WithinMiles = WithinMiles,
            TooFarMiles = TooFarMiles,
            DistanceWeight = DistanceWeight ?? MatchMethod.DistanceWeight,
            Musts = All(Must, "must", errors),
            AnyOf = [.. AnyOf.Select(g => All(g, "anyOf", errors))],
            Not = All(Not, "not", errors),
            Wishes = [.. Wishes.SelectMany(w => All([w.Id], "wishes", errors).Select(c => new Wish(c, w.Weight, w.Wanted)))],
            Payers = [.. All(Payers, "payers", errors).Where(c => Pays(c, errors))],
            Pathway = Pathway,
            MinimumSetting = least,
            DangerSigns = [.. DangerSigns],
            CareFirst = [.. CareFirst],
        };
        foreach (var both in needs.Contradictions)
            errors.Add("not", FacilitiesText.T["IsAskedForAsWell", both.Id]);
        return errors.Any ? null : needs;
    }

    /// <summary>What was sent, said back.</summary>
    private static string Short(string sent) => sent.Length > 40 ? sent[..40] : sent;

    private static bool Pays(Criterion criterion, FieldErrors errors)
    {
        if (FinderForm.IsPayer(criterion))
            return true;
        errors.Add(
            "payers",
            FacilitiesText.T[
                "IsNoWayToPay",
                criterion.Id,
                string.Join(", ", CriterionTable.All.Where(FinderForm.IsPayer).Select(c => c.Id))
            ]
        );
        return false;
    }

    private static IReadOnlyList<Criterion> All(IReadOnlyList<string> ids, string field, FieldErrors errors)
    {
        var found = new List<Criterion>();
        foreach (var id in ids)
            if (CriterionTable.Find(id) is not { } criterion)
                errors.Add(field, FacilitiesText.T["IsNoCriterion", Short(id), string.Join(", ", CriterionTable.Ids)]);
            else if (criterion.Role is CriterionRole.Shown)
                errors.Add(field, FacilitiesText.T["IsShownBesideAPlace", criterion.Id]);
            else
                found.Add(criterion);
        return found;
    }
}

/// <param name="Weight">0 to 10; null is the criterion's own.</param>
/// <param name="Wanted">False: rather not.</param>
public sealed record MatchWish([property: MaxLength(100)] string Id, [property: Range(0, 10)] double? Weight = null, bool Wanted = true);
