using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Patients;

/// <summary>One prescription as the person or the bottle tells it.</summary>
/// <param name="Directions">As printed: "one at bedtime".</param>
/// <param name="PrescribedFor">In the person's words.</param>
public sealed record PrescriptionDetails(
    string Drug,
    string? Strength,
    string? Directions,
    string? PrescribedFor,
    DateOnly? Since,
    DateOnly? LastFilledOn,
    string? Pharmacy
);

/// <summary>A place or person who could help next.</summary>
/// <param name="Kind">Another prescriber, a therapist, a compounding pharmacy.</param>
/// <param name="Why">What the referral is for.</param>
public sealed record ReferralItem(string Name, string Kind, string? Contact, string? Why);

/// <summary>What is known where a prescriber gives the medicine. One per episode.</summary>
[RecordOf(DataClass.Assessments), StoredAs("PrescribedDoor")]
public sealed class PrescribedPathway : IPatientRecord, IVersioned
{
    private PrescribedPathway() { }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid EpisodeId { get; private set; }

    public Guid Version { get; private set; }

    [Encrypted]
    public string? PrescriberName { get; private set; }

    [Encrypted]
    public string? PrescriberContact { get; private set; }

    /// <summary>Whether the prescriber knows that the person wants to change the dose, in words.</summary>
    [Encrypted]
    public string? WhatThePrescriberKnows { get; private set; }

    /// <summary>Read <see cref="Prescriptions"/>.</summary>
    [Encrypted]
    public string? PrescriptionsJson { get; private set; }

    /// <summary>Read <see cref="OwnQuestions"/>.</summary>
    [Encrypted]
    public string? QuestionsJson { get; private set; }

    /// <summary>Read <see cref="Referrals"/>.</summary>
    [Encrypted]
    public string? ReferralsJson { get; private set; }

    public IReadOnlyList<PrescriptionDetails> Prescriptions => Recorded.Read<List<PrescriptionDetails>>(PrescriptionsJson, []);

    /// <summary>The person's own questions for the visit, beside those of <see cref="VisitQuestions"/>.</summary>
    public IReadOnlyList<string> OwnQuestions => Recorded.Read<List<string>>(QuestionsJson, []);

    public IReadOnlyList<ReferralItem> Referrals => Recorded.Read<List<ReferralItem>>(ReferralsJson, []);

    public static PrescribedPathway Open(Guid id, EpisodeOfCare episode) =>
        new()
        {
            Id = id,
            PatientId = episode.PatientId,
            EpisodeId = episode.Id,
        };

    public void NamePrescriber(string? name, string? contact, string? whatThePrescriberKnows)
    {
        var (named, reached, knows) = (
            Recorded.Optional(name, "pathway.prescriber"),
            Recorded.Optional(contact, "pathway.prescriber-contact", 1_000),
            Recorded.Optional(whatThePrescriberKnows, "pathway.prescriber-knows", Recorded.LongText)
        );
        (PrescriberName, PrescriberContact, WhatThePrescriberKnows) = (named, reached, knows);
    }

    public void ListPrescriptions(IReadOnlyList<PrescriptionDetails> prescriptions) =>
        PrescriptionsJson = Recorded.Json(
            prescriptions.Select(p => new PrescriptionDetails(
                Recorded.Required(p.Drug, "pathway.drug"),
                Recorded.Optional(p.Strength, "pathway.strength"),
                Recorded.Optional(p.Directions, "pathway.directions", 1_000),
                Recorded.Optional(p.PrescribedFor, "pathway.prescribed-for", 1_000),
                p.Since,
                p.LastFilledOn,
                Recorded.Optional(p.Pharmacy, "pathway.pharmacy")
            ))
        );

    public void Ask(IReadOnlyList<string> ownQuestions) =>
        QuestionsJson = Recorded.Json(ownQuestions.Select(q => Recorded.Required(q, "pathway.question", 500)));

    public void Refer(IReadOnlyList<ReferralItem> referrals) =>
        ReferralsJson = Recorded.Json(
            referrals.Select(r => new ReferralItem(
                Recorded.Required(r.Name, "pathway.referral-name"),
                Recorded.Required(r.Kind, "pathway.referral-kind"),
                Recorded.Optional(r.Contact, "pathway.referral-contact", 1_000),
                Recorded.Optional(r.Why, "pathway.referral-why", 1_000)
            ))
        );
}
