using System.Globalization;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Assessments;
using Glidepath.Treatment.Facilities;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Facilities.Helpline;
using Glidepath.Web.Patients;
using Microsoft.EntityFrameworkCore;
using static Glidepath.Treatment.Privacy.InformationCategory;

namespace Glidepath.Web.Privacy.Disclosures;

/// <summary>
/// The rest of a record, for its patient alone (45 CFR 164.524): what a summary for others leaves out. Each record type has a part here
/// or in <see cref="RecordSections"/>, or says why not; what is left out is named to the patient.
/// </summary>
internal static class OwnCopy
{
    private sealed record Part(
        Type Holds,
        InformationCategory Category,
        string Title,
        string[] Columns,
        Func<GlidepathDbContext, Guid, CancellationToken, Task<IEnumerable<string?[]>>> Read
    );

    private static readonly IReadOnlyList<Part> Parts =
    [
        Of<EpisodeMove>(
            PresenceInTreatment,
            "Steps of your care",
            ["Day", "To", "Why"],
            m => m.On,
            m =>
                [
                    [Day(m.On), RecordSections.Phase(m.To), m.Reason],
                ]
        ),
        Of<CareTeamMember>(
            PresenceInTreatment,
            "Your care team",
            ["From", "To", "Role"],
            m => m.From,
            m =>
                [
                    [Day(m.From), Day(m.To), Role(m.Role)],
                ]
        ),
        Of<PrescribedDoor>(
            Medications,
            "Your prescriptions, as you told us",
            ["Medicine", "How taken", "Since"],
            d => d.Id,
            d => d.Prescriptions.Select(p => new[] { $"{p.Drug} {p.Strength}".Trim(), p.Directions, Day(p.Since) })
        ),
        Of<PrescribedDoor>(
            Medications,
            "Your prescriber, as you told us",
            ["What", "On file"],
            d => d.Id,
            d =>
                RecordSections.Filled(
                    ("Prescriber", d.PrescriberName),
                    ("How to reach", d.PrescriberContact),
                    ("What they know", d.WhatThePrescriberKnows),
                    ("Your questions", string.Join("; ", d.OwnQuestions)),
                    ("Who could help next", string.Join("; ", d.Referrals.Select(r => r.Name)))
                )
        ),
        Of<NotPrescribedDoor>(
            Medications,
            "What you take without a prescription, as you told us",
            ["What", "On file"],
            d => d.Id,
            d =>
                RecordSections.Filled(
                    ("Said to be", d.Supply.SaidToBe),
                    ("Looks", d.Supply.Looks),
                    ("A check said", d.Supply.WhatTheCheckSaid),
                    ("How steady", d.Supply.HowSteady),
                    ("Milligrams a day", d.DailyDose is { } dose ? $"{Number(dose.LowMg)} to {Number(dose.HighMg)}" : null)
                )
        ),
        Of<ControllingDoseNote>(
            Medications,
            "Finding your first dose",
            ["Day", "Given", "What was seen"],
            n => n.On,
            n =>
                [
                    [Day(n.On), n.Given, n.Observed],
                ]
        ),
        Of<IntakeSection>(
            Treatment.Privacy.InformationCategory.Assessments,
            "Your answers at intake",
            ["Question", "Answer"],
            s => s.Part,
            s => s.Answers.Where(a => a.Value.WasAsked).Select(a => new[] { IntakeQuestions.Find(a.Key)?.Text ?? a.Key, Said(a.Value) })
        ),
        Of<SafetyStep>(
            Treatment.Privacy.InformationCategory.Assessments,
            "When an answer spoke of suicide",
            ["Opened", "Now", "How it ended"],
            s => s.OpenedAt,
            s =>
                [
                    [Day(DateOnly.FromDateTime(s.OpenedAt)), s.State.Words(), s.Outcome],
                ]
        ),
        Of<SafetyAction>(
            Treatment.Privacy.InformationCategory.Assessments,
            "What was done then",
            ["Day", "What you said", "The plan", "Who was told"],
            a => a.RecordedAt,
            a =>
                [
                    [Day(DateOnly.FromDateTime(a.RecordedAt)), a.WhatWasSaid, a.Plan, a.WhoWasTold],
                ]
        ),
        Of<InpatientDiscussion>(
            Progress,
            "Talks about care in a hospital",
            ["Day", "What came of it", "What you said", "Next"],
            d => d.On,
            d =>
                [
                    [Day(d.On), d.Outcome.Words(), d.WhatThePersonSaid, d.NextStep],
                ]
        ),
        Of<SettingDecision>(
            InformationCategory.CarePlan,
            "Where you are treated, and why",
            ["Day", "Where", "Why", "What you want"],
            d => d.On,
            d =>
                [
                    [Day(d.On), d.Setting.Words(), d.Reason, d.WhatThePersonWants],
                ]
        ),
        Of<Referral>(
            Referrals,
            "Places we asked for you",
            ["Begun", "Place", "Now"],
            r => r.DraftedOn,
            r =>
                [
                    [Day(r.DraftedOn), r.PlaceName, HelplineWords.Words(r.State)],
                ]
        ),
        Of<ReferralMove>(
            Referrals,
            "What those places said",
            ["Day", "Step", "Words"],
            m => m.On,
            m =>
                [
                    [Day(m.On), HelplineWords.Words(m.To), m.Words],
                ]
        ),
    ];

    /// <summary>Record types that a summary for others holds too.</summary>
    internal static readonly IReadOnlySet<Type> InTheSummary = new HashSet<Type>
    {
        typeof(Patient),
        typeof(Treatment.Patients.Contact),
        typeof(EpisodeOfCare),
        typeof(Condition),
        typeof(ScoredAssessment),
    };

    /// <summary>Why a record type has no part here; null where nothing of it needs to be named to the patient.</summary>
    internal static readonly IReadOnlyDictionary<Type, string?> NotHere = new Dictionary<Type, string?>
    {
        [typeof(Consent)] = "Your consents and their ends: on the page “Who may know”.",
        [typeof(ConsentEnd)] = null,
        [typeof(NoticeAcknowledgement)] = null,
        [typeof(RecipientTold)] = null,
        [typeof(Restriction)] = "Your restrictions: on the page “Who may know”.",
        [typeof(DisclosureRecord)] = "Our disclosures, and to whom: on the page “Who got what, and why”.",
        [typeof(EmergencyDisclosure)] = null,
        [typeof(StatutoryReport)] = null,
        [typeof(LegalDemand)] = "Papers of courts and what was made for a legal case (45 CFR 164.524(a)(1)(ii)): ask the privacy officer.",
        [typeof(BreakGlass)] = "Who opened your record without being on your care team: on the page “Who looked”.",
        [typeof(KeyDestruction)] = null,
        [typeof(AssessmentDraft)] = "Answers that nobody has finished: they are in your record once they are.",
        [typeof(Intake)] = null,
    };

    private const string CounselingNotes =
        "Counseling notes: a therapist's own notes of a session, kept apart by law (42 CFR 2.11). Ask your therapist.";

    internal static IEnumerable<Type> Held => Parts.Select(p => p.Holds).Distinct();

    public static async Task<IReadOnlyList<RecordSection>> ReadAsync(
        GlidepathDbContext db,
        Guid patientId,
        InformationCategory permitted,
        CancellationToken cancellationToken
    )
    {
        // Who is on the team is no category that could be let out to others; it is the patient's to see.
        db.Grant(patientId, AccessAction.Read, RecordClass.CareTeamMembership);
        var sections = new List<RecordSection>();
        foreach (var part in Parts.Where(p => permitted.HasFlag(p.Category)))
            if (
                (await part.Read(db, patientId, cancellationToken)).Select(r => r.Select(c => c ?? "").ToArray()).ToList() is
                { Count: > 0 } rows
            )
                sections.Add(new RecordSection(part.Category, part.Title, part.Columns, rows));
        sections.Add(
            new RecordSection(
                PresenceInTreatment,
                "What is not in this copy",
                ["What, and where to see it"],
                [.. NotHere.Values.OfType<string>().Append(CounselingNotes).Select(words => new[] { words })]
            )
        );
        return sections;
    }

    /// <summary>Replaced entries are left out: what stands for them is there.</summary>
    private static Part Of<T>(
        InformationCategory category,
        string title,
        string[] columns,
        Func<T, IComparable> order,
        Func<T, IEnumerable<string?[]>> rows
    )
        where T : class, IPatientRecord =>
        new(
            typeof(T),
            category,
            title,
            columns,
            async (db, id, cancel) =>
            {
                var all = await db.Set<T>().AsNoTracking().Where(r => r.PatientId == id).ToListAsync(cancel);
                var replaced = all.OfType<IAppendOnly>().Select(a => a.AmendsId).OfType<Guid>().ToHashSet();
                return all.Where(r => r is not IAppendOnly entry || !replaced.Contains(entry.Id)).OrderBy(order).SelectMany(rows);
            }
        );

    private static string Said(IntakeAnswer answer) =>
        answer.State switch
        {
            AnswerState.Given => answer.Value ?? "",
            AnswerState.NotSaid => "you did not want to say",
            _ => "not known",
        };

    private static string Role(CareTeamRole role) => role.Words();

    private static string Day(DateOnly? day) => day is { } known ? RecordSections.Day(known) : "";

    private static string Number(decimal mg) => mg.ToString("0.###", CultureInfo.InvariantCulture);
}
