using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Units;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Patients;

/// <summary>
/// Someone around the person. Being listed is no permission: calling is allowed only after a yes, and what may be said is a matter of
/// consent.
/// </summary>
[RecordOf(DataClass.Contact)]
public sealed class Contact : IPatientRecord, IVersioned
{
    private Contact() { }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid Version { get; private set; }

    [Encrypted]
    public string Name { get; private set; } = "";

    /// <summary>In the person's words: sister, friend, neighbour.</summary>
    [Encrypted]
    public string? Relation { get; private set; }

    [Encrypted]
    public string? Phone { get; private set; }

    [Encrypted]
    public string? Email { get; private set; }

    /// <summary>The person said that this contact may be called.</summary>
    public Answer MayBeCalled { get; private set; }

    /// <summary>To be called in an emergency.</summary>
    public bool InEmergency { get; private set; }

    /// <summary>What may be left as a message. Neutral: see <see cref="NeutralMessage"/>.</summary>
    [Encrypted]
    public string MessageText { get; private set; } = NeutralMessage.Default;

    public DateTime AddedAt { get; private set; }

    public Guid AddedBy { get; private set; }

    public DateOnly? EndedOn { get; private set; }

    public static Contact Add(Guid id, Guid patientId, ContactDetails details, DateTime at, Guid by)
    {
        var contact = new Contact
        {
            Id = id,
            PatientId = patientId,
            AddedAt = Recorded.Utc(at),
            AddedBy = by,
        };
        contact.Change(details);
        return contact;
    }

    public void Change(ContactDetails details)
    {
        var message = Recorded.Optional(details.MessageText, "contact.message") ?? NeutralMessage.Default;
        if (NeutralMessage.TellingWords(message) is { Count: > 0 } telling)
            throw new RuleViolationException("contact.message.not-neutral", ("words", new SentenceList("list.comma", [.. telling])));
        var name = Recorded.Required(details.Name, "contact.name");
        var (relation, phone, email) = (
            Recorded.Optional(details.Relation, "contact.relation"),
            Called(details.Phone),
            Recorded.Optional(details.Email, "contact.email")
        );
        (Name, Relation, Phone, Email, MessageText, MayBeCalled, InEmergency) = (
            name,
            relation,
            phone,
            email,
            message,
            details.MayBeCalled,
            details.InEmergency
        );
    }

    /// <summary>A number that was kept before numbers were read stays as it is.</summary>
    private string? Called(string? phone) =>
        Recorded.Optional(phone, "contact.phone") is var number && number == Phone ? number : PhoneNumber.Checked(number, "contact.phone");

    public void End(DateOnly on) => EndedOn = EndedOn is null ? on : throw new RuleViolationException("contact.end.already-ended");
}

public sealed record ContactDetails
{
    public required string Name { get; init; }

    public string? Relation { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public Answer MayBeCalled { get; init; }

    public bool InEmergency { get; init; }

    public string? MessageText { get; init; }
}
