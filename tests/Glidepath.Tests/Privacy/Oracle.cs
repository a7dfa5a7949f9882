using Glidepath.Treatment.Privacy;
using static Glidepath.Treatment.Privacy.InformationCategory;

namespace Glidepath.Tests.Privacy;

/// <summary>What should leave, written down by hand from docs/security/disclosure.md.</summary>
internal static class Oracle
{
    /// <summary>Of what is on file for the basis.</summary>
    public enum State
    {
        InOrder,
        NothingOnFile,
        Ended,
        Lapsed,
        NotYet,
        Deficient,
        OfOtherPatient,
        OfOtherKind,
        NotNamed,
        Replaced,
    }

    /// <summary>How it is asked for.</summary>
    public enum Ask
    {
        Right,
        PartlyOutside,
        WhollyOutside,
        WithNotes,
        WithOwnNotes,
        OtherRecipient,
        Namesake,
        OtherClass,
        OtherPurpose,
        TwoPurposes,
        OtherRole,
        AgainstPatient,
        NoSuchPerson,
        Rehearsal,
        Restricted,

        /// <summary>By somebody who works here, partly outside; the patient's own access too.</summary>
        ByStaff,

        /// <summary>As <see cref="ByStaff"/>, right, with a restriction that keeps it from that colleague.</summary>
        KeptFromActor,
        UnknownCategory,
        NoCategory,
    }

    /// <param name="Channels">One letter each: s screen, p print, d PDF, c CSV, j JSON, r FHIR read, q FHIR search, b bulk, a API, e
    /// e-mail, y sync, x backup export, t telephone.</param>
    /// <param name="Partly">Of medications and billing.</param>
    /// <param name="Outside">Of mood light alone.</param>
    /// <param name="OwnNotes">Of medications and notes of one's own.</param>
    /// <param name="Namesake">Whether the register holds a name and no party, so that a namesake cannot be told apart by the gate.</param>
    /// <param name="Against">Whether it may be used against the patient.</param>
    /// <param name="Restricts">Whether an agreed restriction on medications binds.</param>
    private sealed record Row(
        string Channels,
        InformationCategory Right,
        InformationCategory Partly,
        InformationCategory Outside,
        InformationCategory WithNotes,
        InformationCategory OwnNotes,
        bool Namesake,
        bool Against,
        bool Restricts
    );

    // The area of that name would be meant otherwise.
    private const InformationCategory Medications = InformationCategory.Medications;

    private const InformationCategory Both = Medications | Diagnoses;
    private const InformationCategory WithPresence = Both | PresenceInTreatment;

    private static readonly Dictionary<DisclosureBasis, Row> Table = new()
    {
        [DisclosureBasis.PatientAccess] = new(
            "spdcjrqaeyt",
            WithPresence,
            Medications | Billing,
            MoodLight,
            Medications,
            Medications,
            false,
            false,
            false
        ),
        [DisclosureBasis.CareTeam] = new(
            "spdrqay",
            WithPresence,
            Medications,
            MoodLight,
            Medications,
            Medications | CounsellingNotes,
            false,
            false,
            true
        ),
        [DisclosureBasis.Consent] = new("spdcjrqaet", WithPresence, Medications, None, Medications, Medications, false, false, true),
        [DisclosureBasis.TpoConsent] = new("spdcjrqbaet", WithPresence, Medications, None, Medications, Medications, true, false, true),
        [DisclosureBasis.CounsellingNotesConsent] = new("spd", None, None, None, CounsellingNotes, CounsellingNotes, false, false, true),
        [DisclosureBasis.LegalProceedingsConsent] = new("pd", WithPresence, Medications, None, Medications, Medications, false, true, true),
        [DisclosureBasis.MedicalEmergency] = new("spdrt", WithPresence, Medications, None, Medications, Medications, true, false, false),
        [DisclosureBasis.BreakGlass] = new("s", WithPresence, Medications, MoodLight, Medications, Medications, false, false, false),
        [DisclosureBasis.AuditOrEvaluation] = new("spdcb", WithPresence, Medications, None, Medications, Medications, false, false, true),
        [DisclosureBasis.Research] = new("cb", WithPresence, Medications, None, Medications, Medications, false, false, true),
        [DisclosureBasis.ServiceAgreement] = new(
            "pdcjrqbax",
            WithPresence,
            Medications,
            None,
            Medications,
            Medications,
            false,
            false,
            true
        ),
        [DisclosureBasis.CourtOrder] = new("pd", WithPresence, Medications, None, Medications, Medications, true, true, false),
        [DisclosureBasis.CrimeOnPremises] = new("pdt", PresenceInTreatment, None, None, None, None, true, true, true),
        [DisclosureBasis.ChildAbuseReport] = new("pdt", PresenceInTreatment, None, None, None, None, true, false, false),
    };

    public static InformationCategory Expected(DisclosureChannel channel, DisclosureBasis basis, State state, Ask ask)
    {
        var row = Table[basis];
        if (state != State.InOrder || !row.Channels.Contains(Letter(channel), StringComparison.Ordinal))
            return None;
        return ask switch
        {
            Ask.Right => row.Right,
            Ask.PartlyOutside => row.Partly,
            Ask.WhollyOutside => row.Outside,
            Ask.WithNotes => row.WithNotes,
            Ask.WithOwnNotes => Letter(channel) is "s" or "p" or "d" ? row.OwnNotes : row.OwnNotes & Medications,
            Ask.Namesake => row.Namesake ? row.Right : None,
            Ask.AgainstPatient => row.Against ? row.Right : None,
            Ask.ByStaff => row.Partly & ~Billing,
            Ask.KeptFromActor => basis is DisclosureBasis.PatientAccess or DisclosureBasis.CareTeam ? row.Right & ~Medications : row.Right,
            Ask.Restricted => row.Restricts ? row.Right & ~Medications : row.Right,
            Ask.OtherRecipient
            or Ask.OtherClass
            or Ask.OtherPurpose
            or Ask.TwoPurposes
            or Ask.OtherRole
            or Ask.NoSuchPerson
            or Ask.Rehearsal
            or Ask.UnknownCategory
            or Ask.NoCategory => None,
        };
    }

    private static string Letter(DisclosureChannel channel) =>
        channel switch
        {
            DisclosureChannel.None => "-",
            DisclosureChannel.Screen => "s",
            DisclosureChannel.Print => "p",
            DisclosureChannel.Pdf => "d",
            DisclosureChannel.Csv => "c",
            DisclosureChannel.Json => "j",
            DisclosureChannel.FhirRead => "r",
            DisclosureChannel.FhirSearch => "q",
            DisclosureChannel.Bulk => "b",
            DisclosureChannel.Api => "a",
            DisclosureChannel.EmailText => "e",
            DisclosureChannel.Sync => "y",
            DisclosureChannel.BackupExport => "x",
            DisclosureChannel.Telephone => "t",
        };
}
