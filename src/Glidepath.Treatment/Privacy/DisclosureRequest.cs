namespace Glidepath.Treatment.Privacy;

/// <summary>One question to the gate: may this go to that one, by this channel, for that purpose, on this basis, now?</summary>
public sealed record DisclosureRequest
{
    /// <summary>Becomes the id of the accounting entry; from <see cref="Guid.CreateVersion7()"/>.</summary>
    public required Guid RecordId { get; init; }

    public required DisclosureChannel Channel { get; init; }
    public required DisclosureBasis Basis { get; init; }

    /// <summary>
    /// The consent, grant, emergency, approval, agreement, demand, report or request for a copy relied on. Needed by every basis but
    /// <see cref="DisclosureBasis.CareTeam"/> and, where the patient or the care team takes it, <see cref="DisclosureBasis.PatientAccess"/>.
    /// </summary>
    public Guid? Reference { get; init; }

    public required Actor Actor { get; init; }
    public required Recipient Recipient { get; init; }
    public required DisclosurePurpose Purpose { get; init; }

    /// <summary>For the accounting, where the purpose needs more words.</summary>
    public string? PurposeText { get; init; }

    public required InformationCategory Categories { get; init; }

    /// <summary>What goes cannot be cut to a part, such as a letter: a permit for less is a refusal.</summary>
    public bool IsWholeOrNothing { get; init; }

    /// <summary>Null: no such person.</summary>
    public required PrivacyFile? File { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime Now { get; init; }

    /// <summary>It is meant for a proceeding or investigation against the patient, whatever the purpose is called.</summary>
    public bool IsAgainstPatient { get; init; }

    /// <summary>Who wrote the counselling notes asked for.</summary>
    public Guid? NotesWrittenBy { get; init; }

    /// <summary>A test of the way out. Never lets a record out and never touches an accounting.</summary>
    public bool IsRehearsal { get; init; }
}
