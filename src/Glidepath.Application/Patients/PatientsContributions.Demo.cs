using Glidepath.Application.Shared;
using Glidepath.Treatment.Patients;

namespace Glidepath.Application.Patients;

internal static partial class PatientsContributions
{
    /// <summary>By recipe: where care takes place, and why.</summary>
    private static readonly Dictionary<string, (CareSetting Setting, string Why)> DemoSettings = new()
    {
        ["not-prescribed-unsure-dose"] = (
            CareSetting.Hospital,
            "The dose is not known within 3 to 8 mg, and opioids are taken beside it. Inpatient first was talked through; Dario agreed."
        ),
        ["seizure-before"] = (
            CareSetting.MedicallyManagedResidential,
            "A seizure came when she ran out once. Living in until the first two cuts are steady."
        ),
        ["first-cut-made"] = (CareSetting.Outpatient, "Steady dose, no seizure, someone at home."),
        ["holding-after-a-hard-week"] = (CareSetting.Outpatient, "Slow taper from home; falls were talked about."),
        ["expecting"] = (CareSetting.Outpatient, "With her obstetric team; no cut before they have met."),
        ["half-way-down"] = (CareSetting.Outpatient, "Works full time, wants to stay at home."),
        ["off-and-followed-up"] = (CareSetting.Outpatient, "Visits every two weeks, then monthly."),
        ["came-back-to-it"] = (CareSetting.Outpatient, "Back from continuing care; the dose before the hard moment is held."),
        ["went-elsewhere"] = (CareSetting.Outpatient, "Moved to a clinic near her daughter; letter sent with her consent."),
    };

    /// <summary>By recipe: the problem list.</summary>
    private static readonly Dictionary<string, ConditionKind[]> DemoConditions = new()
    {
        ["seizure-before"] = [ConditionKind.PhysicalDependence, ConditionKind.Anxiety],
        ["first-cut-made"] = [ConditionKind.LongTermUse, ConditionKind.PhysicalDependence],
        ["holding-after-a-hard-week"] = [ConditionKind.LongTermUse, ConditionKind.Sleep],
        ["expecting"] = [ConditionKind.LongTermUse],
        ["half-way-down"] = [ConditionKind.PhysicalDependence, ConditionKind.Anxiety],
        ["off-and-followed-up"] = [ConditionKind.LongTermUse],
        ["came-back-to-it"] = [ConditionKind.PhysicalDependence],
    };

    private static readonly DemoEntries[] InDemo =
    [
        DemoEntries.For(person => person.Episode.Phase is EpisodePhase.Enquiry ? [] : Team(person)),
        DemoEntries.One(
            DemoSettings,
            (person, decided) =>
                SettingDecision.Decide(
                    person.Episode,
                    person.Day(person.CameDaysAgo),
                    decided.Setting,
                    decided.Why,
                    null,
                    [],
                    new Entry(Guid.CreateVersion7(), person.At(person.CameDaysAgo), person.Staff[Treatment.Privacy.Role.Prescriber].Id)
                )
        ),
        DemoEntries.For(DemoConditions, Problems),
    ];

    private static IEnumerable<CareTeamMember> Team(DemoPerson person) =>
        new[]
        {
            (Role: Treatment.Privacy.Role.Prescriber, As: CareTeamRole.Prescriber),
            (Role: Treatment.Privacy.Role.Nurse, As: CareTeamRole.Nurse),
            (Role: Treatment.Privacy.Role.Therapist, As: CareTeamRole.Therapist),
            (Role: Treatment.Privacy.Role.Counsellor, As: CareTeamRole.Counsellor),
        }.Select(m =>
            CareTeamMember.Join(Guid.CreateVersion7(), person.Episode, person.Staff[m.Role].Id, m.As, person.Day(person.CameDaysAgo))
        );

    private static IEnumerable<Condition> Problems(DemoPerson person, ConditionKind[] kinds) =>
        kinds
            .Select(kind => ProblemList.Offered(person.Episode.Pathway).First(c => c.Kind == kind))
            .Select(code =>
                Condition.Record(
                    Guid.CreateVersion7(),
                    person.Episode,
                    code,
                    person.Day(person.CameDaysAgo),
                    "Found at intake.",
                    new Diagnostician(person.Staff[Treatment.Privacy.Role.Prescriber].Id, MayDiagnose: true),
                    person.At(person.CameDaysAgo)
                )
            );
}
