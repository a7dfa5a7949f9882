using System.Globalization;
using Glidepath.Application.Facilities;
using Glidepath.Application.Shared;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Application.Patients;

internal static partial class PatientsContributions
{
    private static readonly CopySection[] InCopy =
    [
        new(
            InformationCategory.Demographics,
            "Name and birth date",
            ["What", "On file"],
            CopyRows.Each<Patient>(
                p => p.Id,
                (p, _, _) =>
                    CopyText.Filled(
                        ("Name", p.DisplayName),
                        ("Born", CopyText.Day(p.DateOfBirth)),
                        ("Pronouns", p.Pronouns),
                        ("Language", Language(p.Language)),
                        ("Time zone", p.TimeZone)
                    )
            )
        ),
        new(
            InformationCategory.Contact,
            "How to reach",
            ["What", "On file"],
            CopyRows.Each<Patient>(
                p => p.Id,
                (p, _, _) => CopyText.Filled(("Phone", p.Phone), ("E-mail", p.Email), ("Address", p.Address))
            ),
            CopyRows.One(
                c => c.Id,
                c => ["Contact person", string.Join(", ", new[] { c.Name, c.Relation, c.Phone }.OfType<string>())],
                RecordPart.Of<Contact>(c => c.EndedOn == null)
            )
        )
        {
            Opens = DataClass.Demographics,
        },
        new(
            InformationCategory.PresenceInTreatment,
            "Times in care",
            ["Began", "Now", "Since"],
            CopyRows.One<EpisodeOfCare>(e => e.OpenedOn, e => [CopyText.Day(e.OpenedOn), Phase(e.Phase), CopyText.Day(e.PhaseSince)])
        ),
        new(
            InformationCategory.Diagnoses,
            "Conditions",
            ["Condition", "Code", "Status", "Since"],
            CopyRows.One(
                c => c.On,
                c => [c.Title, c.Code, c.Status is ConditionStatus.Active ? "active" : "resolved", CopyText.Day(c.On)],
                RecordPart.Of<Condition>(c => c.Status != ConditionStatus.EnteredInError)
            )
        ),
        Own(
            InformationCategory.PresenceInTreatment,
            "Steps of your care",
            ["Day", "To", "Why"],
            CopyRows.One<EpisodeMove>(m => m.On, m => [CopyText.Day(m.On), Phase(m.To), m.Reason])
        ),
        // Who is on the team is no category that could be let out to others; it is the patient's to see.
        Own(
            InformationCategory.PresenceInTreatment,
            "Your care team",
            ["From", "To", "Role"],
            CopyRows.One<CareTeamMember>(m => m.From, m => [CopyText.Day(m.From), CopyText.Day(m.To), Role(m.Role)])
        ) with
        {
            Opens = DataClass.CareTeamMembership,
        },
        Own(
            InformationCategory.Medications,
            "Your prescriptions, as you told us",
            ["Medicine", "How taken", "Since"],
            CopyRows.Each<PrescribedPathway>(
                d => d.Id,
                (d, _, _) => d.Prescriptions.Select(p => new[] { $"{p.Drug} {p.Strength}".Trim(), p.Directions, CopyText.Day(p.Since) })
            )
        ),
        Own(
            InformationCategory.Medications,
            "Your prescriber, as you told us",
            ["What", "On file"],
            CopyRows.Each<PrescribedPathway>(
                d => d.Id,
                (d, _, _) =>
                    CopyText.Filled(
                        ("Prescriber", d.PrescriberName),
                        ("How to reach", d.PrescriberContact),
                        ("What they know", d.WhatThePrescriberKnows),
                        ("Your questions", string.Join("; ", d.OwnQuestions)),
                        ("Who could help next", string.Join("; ", d.Referrals.Select(r => r.Name)))
                    )
            )
        ),
        Own(
            InformationCategory.Medications,
            "What you take without a prescription, as you told us",
            ["What", "On file"],
            CopyRows.Each<NotPrescribedPathway>(
                d => d.Id,
                (d, _, _) =>
                    CopyText.Filled(
                        ("Said to be", d.Supply.SaidToBe),
                        ("Looks", d.Supply.Looks),
                        ("A check said", d.Supply.WhatTheCheckSaid),
                        ("How steady", d.Supply.HowSteady),
                        ("Milligrams a day", d.DailyDose is { } dose ? $"{Number(dose.LowMg)} to {Number(dose.HighMg)}" : null)
                    )
            )
        ),
        Own(
            InformationCategory.Medications,
            "Finding your first dose",
            ["Day", "Given", "What was seen"],
            CopyRows.One<ControllingDoseNote>(n => n.On, n => [CopyText.Day(n.On), n.Given, n.Observed])
        ),
        Own(
            InformationCategory.Progress,
            "Talks about care in a hospital",
            ["Day", "What came of it", "What you said", "Next"],
            CopyRows.One<InpatientDiscussion>(d => d.On, d => [CopyText.Day(d.On), d.Outcome.Words(), d.WhatThePersonSaid, d.NextStep])
        ),
        Own(
            InformationCategory.CarePlan,
            "Where you are treated, and why",
            ["Day", "Where", "Why", "What you want"],
            CopyRows.One<SettingDecision>(d => d.On, d => [CopyText.Day(d.On), d.Setting.Words(), d.Reason, d.WhatThePersonWants])
        ),
    ];

    private static CopySection Own(InformationCategory category, string title, string[] columns, CopyRows rows) =>
        new(category, title, columns, rows) { IsOwn = true };

    private static string? Language(string? language) =>
        language switch
        {
            "en" => "English",
            "es" => "Spanish",
            var other => other,
        };

    private static string Phase(EpisodePhase phase) =>
        phase switch
        {
            EpisodePhase.Enquiry => "first contact",
            EpisodePhase.Intake => "intake",
            EpisodePhase.WithdrawalManagement => "withdrawal management",
            EpisodePhase.Treatment => "treatment",
            EpisodePhase.ContinuingCare => "continuing care",
            EpisodePhase.Discharged => "care ended",
        };

    private static string Role(CareTeamRole role) => role is CareTeamRole.Counsellor ? "Counselor" : role.Words();

    private static string Number(decimal mg) => mg.ToString("0.###", CultureInfo.InvariantCulture);
}
