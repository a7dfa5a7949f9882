using System.Globalization;
using Glidepath.Treatment;
using Glidepath.Treatment.Facilities;
using static Glidepath.Web.Facilities.FacilitiesText;

namespace Glidepath.Web.Facilities;

/// <summary>Plain words for what the engine answers.</summary>
internal static class FinderWords
{
    public static string Of(DangerSign sign) =>
        sign switch
        {
            DangerSign.Seizure => "A seizure now, or in the last day",
            DangerSign.ConfusedOrSeeingThings => "Very confused, or seeing or hearing things that are not there",
            DangerSign.Overdose => "Took too much, cannot be woken, or breathes slowly",
            DangerSign.ThoughtsOfSuicide => "Thoughts of ending their life",
            DangerSign.InDanger => "In danger from someone, or a danger to someone",
            DangerSign.StoppedSuddenlyAndUnwell => "Stopped suddenly in the last days, and shaking, feverish, or with a racing heart",
        };

    public static string Of(CautionSign fact) =>
        fact switch
        {
            CautionSign.PastSeizure => "A seizure in the past",
            CautionSign.PastSevereWithdrawal => "Bad withdrawal in the past",
            CautionSign.Pregnant => "Pregnant",
            CautionSign.AlcoholToo => "Drinks alcohol most weeks",
            CautionSign.OpioidsToo => "Takes an opioid too",
            CautionSign.StoppedSuddenly => "Stopped suddenly, and well so far",
            CautionSign.UnknownSupply => "Pills that did not come from a pharmacy",
        };

    public static string Of(CriterionGroup group) =>
        group switch
        {
            CriterionGroup.Withdrawal => "Help with withdrawal",
            CriterionGroup.TaperCare => "How they taper",
            CriterionGroup.Setting => "Where you sleep",
            CriterionGroup.Therapy => "Talk therapy",
            CriterionGroup.MentalHealth => "Worry, mood and health",
            CriterionGroup.Family => "Family",
            CriterionGroup.AfterCare => "The time after",
            CriterionGroup.Access => "Getting there",
            CriterionGroup.Payment => "Paying",
            CriterionGroup.Age => "Ages they take",
            CriterionGroup.Sex => "Women, men",
            CriterionGroup.GroupServed => "Programs for some people",
            CriterionGroup.Language => "Language",
            CriterionGroup.HouseRule => "House rules",
            CriterionGroup.Accreditation => "Licenses and checks",
            CriterionGroup.ExclusiveClients => "Serves only some",
            CriterionGroup.Ownership => "Who owns it",
        };

    public static string Of(string said) =>
        said switch
        {
            "must" => "Must have",
            "any" => "One of these in this group",
            "lot" => "Matters a lot",
            "some" => "Matters",
            "rather-not" => "Rather not",
            "never" => "Leave these places out",
            _ => "Does not matter",
        };

    /// <summary>What to write instead.</summary>
    public static string Of(StartReading read, string typed) =>
        read.Problem switch
        {
            StartProblem.ShortZip => FacilitiesText.T["AZIPHasFiveDigits", typed],
            StartProblem.WhichState => FacilitiesText.T["WhichStateIsIt", typed, string.Join("; ", read.Meant)],
            _ when read.Meant.Count > 0 => FacilitiesText.T["WeDoNotKnowDidYouMean", typed, string.Join("; ", read.Meant)],
            _ => FacilitiesText.T["WeDoNotKnowWriteAZIP", typed],
        };

    /// <summary>Said where it was not read as it was written; else empty.</summary>
    public static string Of(StartKind kind) =>
        kind switch
        {
            StartKind.ZipWithoutArea => "This ZIP is for post office boxes or one building, so we count from its town.",
            StartKind.NearestZip => "We do not know this ZIP, so we count from the nearest one that we know.",
            StartKind.ZipArea or StartKind.Town => "",
        };

    public static string Of(DirectoryField field) =>
        field switch
        {
            DirectoryField.Name => "Name",
            DirectoryField.Branch => "Branch",
            DirectoryField.Street => "Street",
            DirectoryField.City => "City",
            DirectoryField.Zip => "ZIP",
            DirectoryField.County => "County",
            DirectoryField.Phone => "Phone",
            DirectoryField.IntakePhones => "Phone for new patients",
            DirectoryField.Website => "Website",
        };

    public static string Miles(MatchItem item) =>
        item.Miles is { } miles
            ? T.Count(item.MilesAreAbout ? "AboutMiles" : "Miles", (int)Math.Max(1, Math.Round(miles)))
            : T["DistanceNotKnown"];

    public static string Within(double? miles) => miles is { } m ? T.Count("WithinMiles", Whole(m)) : T["Anywhere"];

    /// <summary>"0 here, 4 within 50 miles".</summary>
    public static string Count(int here, int wider, double? widerMiles) =>
        wider > here ? T["HereAndWider", here, wider, Within(widerMiles)] : T["HereWord", here];

    public static string Fits(MatchItem item)
    {
        var all = item.Fits.Count + item.Misses.Count + item.NotListed.Count;
        if (all == 0)
            return "";
        var words = T["FitsOf", item.Fits.Count, all];
        if (item.Misses.Count > 0)
            words += $" {T.Count("DoNotFit", item.Misses.Count)}";
        return item.NotListed.Count > 0 ? words + $" {T.Count("AreNotListed", item.NotListed.Count)}" : words;
    }

    public static Programme? Called(Place place) =>
        place.Programmes.FirstOrDefault(p => p.Kind is ProgrammeKind.SubstanceUse && Phone(p) is not null)
        ?? place.Programmes.FirstOrDefault(p => Phone(p) is not null);

    public static string? Phone(Programme? programme) =>
        programme is null ? null
        : programme.IntakePhones.Count > 0 ? programme.IntakePhones[0]
        : programme.Phone;

    /// <summary>As it is read to a caller, where a link would be in the way; null where none is listed.</summary>
    public static string? Number(Place place) =>
        Phone(Called(place)) is { } said ? PhoneNumber.Read(said, place.State)?.ToString() ?? said : null;

    public static string Source(Place place) =>
        string.Join(
            "; ",
            place
                .Programmes.Select(p => p.Origin)
                .Distinct()
                .Select(o =>
                    o.AsOf.ToString("yyyy", CultureInfo.InvariantCulture) is var year && o.Source.Contains(year, StringComparison.Ordinal)
                        ? o.Source
                        : $"{o.Source}, {year}"
                )
        );

    public static string Age(CapacityStatement said, DateTime now) =>
        (now - said.At).TotalHours switch
        {
            < 1 => T["LessThanAnHourAgo"],
            < 48 and var hours => T.Count("HoursAgo", Whole(hours)),
            var hours => T.Count("DaysAgo", Whole(hours / 24)),
        };

    private static int Whole(double number) => (int)Math.Round(number, MidpointRounding.AwayFromZero);
}
