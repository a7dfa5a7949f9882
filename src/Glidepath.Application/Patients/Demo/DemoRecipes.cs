using Glidepath.Treatment.Patients;
using To = Glidepath.Treatment.Patients.EpisodePhase;

namespace Glidepath.Application.Patients;

/// <summary>The people of the demo. All made up: no name, date or story is anybody's.</summary>
internal static class DemoRecipes
{
    public static IReadOnlyList<DemoPatient> All { get; } =
    [
        new("just-called", "Ada", "Sample", new(1981, 3, 2), 1) { WhoCanSeeThisPhone = "My partner looks at it" },
        new("called-twice-undecided", "Bo", "Pretend", new(1969, 11, 20), 6),
        new("intake-half-done", "Cleo", "Madeup", new(1990, 6, 14), 9) { Pathway = Pathway.Prescribed, Moves = [(To.Intake, 4, null)] },
        new("not-prescribed-unsure-dose", "Dario", "Fictional", new(1997, 1, 9), 8)
        {
            Pathway = Pathway.NotPrescribed,
            Moves = [(To.Intake, 5, null)],
        },
        new("seizure-before", "Edda", "Invented", new(1976, 8, 30), 40)
        {
            Pathway = Pathway.Prescribed,
            Moves = [(To.Intake, 38, null), (To.WithdrawalManagement, 30, null)],
        },
        new("first-cut-made", "Finn", "Example", new(1985, 12, 1), 60)
        {
            Pathway = Pathway.Prescribed,
            Moves = [(To.Intake, 55, null), (To.Treatment, 42, null)],
            IsPatientAccount = true,
        },
        new("holding-after-a-hard-week", "Greta", "Pretend", new(1958, 5, 17), 150)
        {
            Pathway = Pathway.Prescribed,
            Moves = [(To.Intake, 146, null), (To.Treatment, 130, null)],
        },
        new("alcohol-too", "Hari", "Sample", new(1972, 2, 25), 33) { Pathway = Pathway.Prescribed, Moves = [(To.Intake, 30, null)] },
        new("expecting", "Ines", "Madeup", new(1994, 9, 8), 21)
        {
            Pathway = Pathway.Prescribed,
            Moves = [(To.Intake, 19, null), (To.Treatment, 14, null)],
        },
        new("half-way-down", "Jun", "Fictional", new(1988, 4, 4), 260)
        {
            Pathway = Pathway.Prescribed,
            Moves = [(To.Intake, 255, null), (To.Treatment, 240, null)],
        },
        new("off-and-followed-up", "Kaya", "Invented", new(1979, 7, 23), 520)
        {
            Pathway = Pathway.Prescribed,
            Moves = [(To.Intake, 515, null), (To.Treatment, 500, null), (To.ContinuingCare, 90, null)],
        },
        new("came-back-to-it", "Lior", "Example", new(1983, 10, 11), 410)
        {
            Pathway = Pathway.Prescribed,
            Moves =
            [
                (To.Intake, 405, null),
                (To.Treatment, 390, null),
                (To.ContinuingCare, 150, null),
                (To.Treatment, 12, "Took extra after a bereavement and asked for help at once."),
            ],
        },
        new("went-elsewhere", "Mila", "Sample", new(1966, 1, 30), 200)
        {
            Pathway = Pathway.Prescribed,
            Moves = [(To.Intake, 195, null), (To.Treatment, 180, null)],
            Discharge = DischargeReason.ContinuesElsewhere,
        },
    ];
}
