namespace Glidepath.Treatment.Facilities;

/// <summary>
/// Glidepath's own ladder, from home to hospital. A clinician says how high somebody must start; no answer on a page computes it.
/// </summary>
public enum Setting
{
    OfficeOrTelehealth,
    OutpatientClinic,
    IntensiveOutpatient,
    DayProgramme,
    Residential,
    ResidentialWithdrawalCare,
    Hospital,
}

/// <summary>One rung as criterion and codes.</summary>
public sealed record SettingRung(
    Setting Setting,
    string Id,
    IReadOnlyList<string> Codes,
    string Label,
    string Question,
    string Aliases = "",
    string Caution = ""
);

public static class SettingLadder
{
    public static IReadOnlyList<SettingRung> All { get; } =
    [
        new(
            Setting.OfficeOrTelehealth,
            "setting-office",
            ["ORT", "TELE", "OMH"],
            "Visits now and then, in an office or by video",
            "How often are the visits?",
            "outpatient"
        ),
        new(
            Setting.OutpatientClinic,
            "setting-outpatient-withdrawal",
            ["OD"],
            "Withdrawal care while you live at home",
            "How often does someone see me in the first weeks?",
            "outpatient-withdrawal"
        ),
        new(
            Setting.IntensiveOutpatient,
            "setting-intensive-outpatient",
            ["OIT"],
            "Several visits a week",
            "How many hours a week?",
            "intensive-outpatient iop"
        ),
        new(
            Setting.DayProgramme,
            "setting-day",
            ["ODT", "PHDT", "PH"],
            "A day program; you sleep at home",
            "How many hours a day, how many days a week?",
            "day-program day-programme partial-hospitalization"
        ),
        new(
            Setting.Residential,
            "setting-residential",
            ["RES", "RS", "RL", "ORES", "RTCA"],
            "You live there",
            "Is a nurse or doctor there at night?",
            "residential",
            "Medical staff are not listed: ask."
        ),
        new(
            Setting.ResidentialWithdrawalCare,
            "setting-residential-withdrawal",
            ["RD"],
            "You live there and get withdrawal care",
            "Is a nurse or doctor there at night?",
            "residential-withdrawal",
            "Medical staff are not listed: ask."
        ),
        new(
            Setting.Hospital,
            "setting-hospital",
            ["HID", "HIT", "HI", "PSY", "IPSY"],
            "A hospital",
            "How many days do people stay, and who continues the taper then?",
            "hospital inpatient"
        ),
    ];

    /// <summary>Rungs that leave anything out: the lowest does not.</summary>
    public static IEnumerable<SettingRung> AboveLowest => All.Skip(1);

    /// <summary>By the id or alias of its criterion, in any case; null where there is none.</summary>
    public static Setting? Find(string name) =>
        CriterionTable.Find(name) is { } criterion ? All.FirstOrDefault(r => r.Id == criterion.Id)?.Setting : null;

    /// <summary>The rungs that are at least as high, for a must of which one is enough.</summary>
    public static IReadOnlyList<Criterion> AtLeast(Setting least) =>
        [.. All.Where(r => r.Setting >= least).Select(r => CriterionTable.Get(r.Id))];
}
