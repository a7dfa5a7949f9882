using Glidepath.Treatment.Privacy;
using static Glidepath.Tests.Privacy.Oracle;

namespace Glidepath.Tests.Privacy;

/// <summary>What the matrix puts on file and how it asks.</summary>
internal static class MatrixFile
{
    private const InformationCategory Covered = Filed.Covered;

    private static readonly DateTime Now = Filed.Now;

    /// <returns>Null where the state makes no sense for the basis.</returns>
    public static PrivacyFile? Arrange(DisclosureBasis basis, State state) =>
        basis switch
        {
            DisclosureBasis.PatientAccess => state switch
            {
                State.InOrder => Filed.File(),
                State.NothingOnFile => Filed.File() with { PatientAccountId = null, CareTeam = new HashSet<Guid>() },
                State.OfOtherPatient => Filed.File() with
                {
                    PatientAccountId = Filed.Stranger,
                    CareTeam = new HashSet<Guid> { Filed.Stranger },
                },
                _ => null,
            },
            DisclosureBasis.CareTeam => state switch
            {
                State.InOrder => Filed.File(),
                State.NothingOnFile => Filed.File() with { CareTeam = new HashSet<Guid>() },
                State.OfOtherPatient => Filed.File() with { CareTeam = new HashSet<Guid> { Filed.Stranger } },
                _ => null,
            },
            DisclosureBasis.Consent => WithConsent(ConsentKind.SpecificDisclosure, state),
            DisclosureBasis.TpoConsent => WithConsent(ConsentKind.TreatmentPaymentOperations, state),
            DisclosureBasis.CounsellingNotesConsent => WithConsent(ConsentKind.CounsellingNotes, state),
            DisclosureBasis.LegalProceedingsConsent => WithConsent(ConsentKind.LegalProceedings, state),
            DisclosureBasis.MedicalEmergency => Emergency(state) is { } e ? Filed.File() with { Emergencies = e } : null,
            DisclosureBasis.BreakGlass => Glass(state) is { } b
                ? Filed.File() with
                {
                    CareTeam = new HashSet<Guid>(),
                    BreakGlass = b,
                }
                : null,
            DisclosureBasis.AuditOrEvaluation => Approval(ApprovalKind.AuditOrEvaluation, ApprovalKind.Research, state) is { } a
                ? Filed.File() with
                {
                    Approvals = a,
                }
                : null,
            DisclosureBasis.Research => Approval(ApprovalKind.Research, ApprovalKind.AuditOrEvaluation, state) is { } a
                ? Filed.File() with
                {
                    Approvals = a,
                }
                : null,
            DisclosureBasis.ServiceAgreement => Agreement(state) is { } a ? Filed.File() with { Agreements = a } : null,
            DisclosureBasis.CourtOrder => Order(state) is { } d ? Filed.File() with { LegalDemands = d } : null,
            DisclosureBasis.CrimeOnPremises => Report(StatutoryReportKind.CrimeOnPremises, StatutoryReportKind.ChildAbuse, state) is { } r
                ? Filed.File() with
                {
                    StatutoryReports = r,
                }
                : null,
            DisclosureBasis.ChildAbuseReport => Report(StatutoryReportKind.ChildAbuse, StatutoryReportKind.CrimeOnPremises, state) is { } r
                ? Filed.File() with
                {
                    StatutoryReports = r,
                }
                : null,
            DisclosureBasis.None => null,
        };

    public static DisclosureRequest Request(DisclosureMatrixTests.Case asked)
    {
        var (channel, basis, state, ask) = asked;
        var file = Arrange(basis, state)!;
        var (actor, recipient, purpose) = Parties(basis);
        var right = basis switch
        {
            DisclosureBasis.CrimeOnPremises or DisclosureBasis.ChildAbuseReport => InformationCategory.PresenceInTreatment,
            DisclosureBasis.CounsellingNotesConsent when ask is Ask.WithNotes or Ask.WithOwnNotes => InformationCategory.CounsellingNotes,
            _ => Covered,
        };
        var request = new DisclosureRequest
        {
            RecordId = Filed.Entry,
            Channel = channel,
            Basis = basis,
            Reference = state == State.NotNamed || basis is DisclosureBasis.PatientAccess or DisclosureBasis.CareTeam ? null : Filed.Id(10),
            Actor = actor,
            Recipient = recipient,
            Purpose = purpose,
            Categories = right,
            File = file,
            Now = Now,
            NotesWrittenBy = Filed.Stranger,
        };
        var staff = basis is DisclosureBasis.PatientAccess ? new Actor(Filed.Therapist, Role.Therapist) : actor;
        return ask switch
        {
            Ask.Right => request,
            Ask.PartlyOutside => request with { Categories = InformationCategory.Medications | InformationCategory.Billing },
            Ask.WhollyOutside => request with { Categories = InformationCategory.MoodLight },
            Ask.WithNotes => request with { Categories = InformationCategory.Medications | InformationCategory.CounsellingNotes },
            Ask.WithOwnNotes => request with
            {
                Categories = InformationCategory.Medications | InformationCategory.CounsellingNotes,
                NotesWrittenBy = request.Actor.AccountId,
            },
            Ask.OtherRecipient => request with
            {
                Recipient = recipient with
                {
                    Name = "Somebody Else",
                    PartyId = Filed.Stranger,
                    Class = basis == DisclosureBasis.TpoConsent ? RecipientClass.Employer : recipient.Class,
                },
            },
            Ask.Namesake => request with { Recipient = recipient with { PartyId = Filed.Stranger } },
            Ask.OtherClass => request with { Recipient = recipient with { Class = RecipientClass.Employer } },
            Ask.OtherPurpose => request with
            {
                Purpose =
                    purpose == DisclosurePurpose.Treatment && basis != DisclosureBasis.CareTeam
                        ? DisclosurePurpose.Payment
                        : DisclosurePurpose.Employment,
            },
            Ask.TwoPurposes => request with { Purpose = purpose | DisclosurePurpose.Operations },
            Ask.OtherRole => request with { Actor = actor with { Role = Role.Administrator } },
            Ask.AgainstPatient => request with { IsAgainstPatient = true },
            Ask.NoSuchPerson => request with { File = null },
            Ask.Rehearsal => request with { IsRehearsal = true },
            Ask.Restricted => request with { File = file with { Restrictions = [Restricted(recipient)] } },
            Ask.ByStaff => request with { Actor = staff, Categories = InformationCategory.Medications | InformationCategory.Billing },
            Ask.KeptFromActor => request with
            {
                Actor = staff,
                File = file with { Restrictions = [Restricted(new("", RecipientClass.Programme, staff.AccountId))] },
            },
            Ask.UnknownCategory => request with { Categories = right | (InformationCategory)(1 << 30) },
            Ask.NoCategory => request with { Categories = InformationCategory.None },
        };
    }

    private static (Actor, Recipient, DisclosurePurpose) Parties(DisclosureBasis basis)
    {
        var officer = new Actor(Filed.Officer, Role.PrivacyOfficer);
        var therapist = new Actor(Filed.Therapist, Role.Therapist);
        var me = new Recipient("The therapist", RecipientClass.Programme, Filed.Therapist);
        var court = new Recipient("County Court", RecipientClass.CourtOrLawEnforcement, Filed.Clinic);
        return basis switch
        {
            DisclosureBasis.PatientAccess => (
                new(Filed.PatientAccount, Role.Patient),
                new("Made Up", RecipientClass.Patient, Filed.Patient),
                DisclosurePurpose.AtPatientsRequest
            ),
            DisclosureBasis.CareTeam or DisclosureBasis.BreakGlass => (therapist, me, DisclosurePurpose.Treatment),
            DisclosureBasis.Consent or DisclosureBasis.TpoConsent or DisclosureBasis.CounsellingNotesConsent => (
                therapist,
                Filed.ToClinic,
                DisclosurePurpose.Treatment
            ),
            DisclosureBasis.LegalProceedingsConsent or DisclosureBasis.CourtOrder => (officer, court, DisclosurePurpose.LegalProceedings),
            DisclosureBasis.MedicalEmergency => (
                therapist,
                new("Dr Ito", RecipientClass.TreatingProvider, Filed.Clinic),
                DisclosurePurpose.MedicalEmergency
            ),
            DisclosureBasis.AuditOrEvaluation => (
                officer,
                new("State Board", RecipientClass.Auditor, Filed.Clinic),
                DisclosurePurpose.AuditOrEvaluation
            ),
            DisclosureBasis.Research => (officer, new("State Board", RecipientClass.Researcher, Filed.Clinic), DisclosurePurpose.Research),
            DisclosureBasis.ServiceAgreement => (
                officer,
                new("Lab Ltd", RecipientClass.ServiceOrganisation, Filed.Clinic),
                DisclosurePurpose.Treatment
            ),
            DisclosureBasis.CrimeOnPremises => (therapist, court with { Name = "City Police" }, DisclosurePurpose.CrimeReport),
            DisclosureBasis.ChildAbuseReport => (
                therapist,
                new("City Police", RecipientClass.ChildProtection, Filed.Clinic),
                DisclosurePurpose.ChildProtection
            ),
            DisclosureBasis.None => throw new ArgumentOutOfRangeException(nameof(basis)),
        };
    }

    private static Restriction Restricted(Recipient recipient)
    {
        var restriction = Restriction.Request(
            Filed.Id(60),
            Filed.Patient,
            InformationCategory.Medications | InformationCategory.CounsellingNotes,
            Now.AddDays(-1),
            recipientPartyId: recipient.PartyId
        );
        restriction.Agree(Filed.Officer, Now.AddHours(-1));
        return restriction;
    }

    private static PrivacyFile? WithConsent(ConsentKind kind, State state)
    {
        var terms = Filed.Terms(kind) with { RecipientPartyId = kind == ConsentKind.TreatmentPaymentOperations ? null : Filed.Clinic };
        var consent = Filed.Given(terms);
        return state switch
        {
            State.InOrder or State.NotNamed => Filed.File(consent),
            State.NothingOnFile => Filed.File(),
            State.Ended => Filed.File(consent) with { ConsentEnds = [Filed.Ended(consent)] },
            State.Lapsed => Filed.File(Filed.Given(terms with { Expiry = ConsentExpiry.OnDay, ExpiresOn = Filed.Today.AddDays(-1) })),
            State.NotYet => Filed.File(Filed.Tampered(consent, nameof(Consent.SignedOn), Filed.Today.AddDays(2))),
            State.Deficient => Filed.File(Filed.Tampered(consent, nameof(Consent.HowToRevoke), "")),
            State.OfOtherPatient => Filed.File(Filed.Given(terms with { PatientId = Filed.OtherPatient })),
            State.OfOtherKind => Filed.File(
                Filed.Given(
                    Filed.Terms(
                        kind == ConsentKind.SpecificDisclosure ? ConsentKind.TreatmentPaymentOperations : ConsentKind.SpecificDisclosure
                    )
                )
            ),
            State.Replaced => Filed.File(consent, Filed.Given(terms, 11, consent.Id)),
        };
    }

    private static EmergencyDisclosure[]? Emergency(State state)
    {
        EmergencyDisclosure Recorded(DateTime at, Guid? patient = null) =>
            EmergencyDisclosure.Record(
                Filed.Id(10),
                patient ?? Filed.Patient,
                "Dr Ito",
                "County Hospital",
                "A. Nurse",
                "unconscious, seizure",
                true,
                at,
                Filed.Therapist
            );
        return state switch
        {
            State.InOrder or State.NotNamed => [Recorded(Now.AddMinutes(-5))],
            State.NothingOnFile => [],
            State.Lapsed => [Recorded(Now.AddHours(-24))],
            State.NotYet => [Recorded(Now.AddMinutes(1))],
            State.Deficient => [Filed.Tampered(Recorded(Now.AddMinutes(-5)), nameof(EmergencyDisclosure.ConsentCouldNotBeObtained), false)],
            State.OfOtherPatient => [Recorded(Now.AddMinutes(-5), Filed.OtherPatient)],
            _ => null,
        };
    }

    private static BreakGlass[]? Glass(State state)
    {
        BreakGlass Opened(DateTime at, Guid? patient = null, Guid? by = null) =>
            BreakGlass.Open(
                Filed.Id(10),
                patient ?? Filed.Patient,
                new(by ?? Filed.Therapist, Role.Therapist),
                "covering for a colleague tonight",
                at
            );
        var closed = Opened(Now.AddMinutes(-30));
        closed.Close(Now.AddMinutes(-1));
        return state switch
        {
            State.InOrder or State.NotNamed => [Opened(Now.AddMinutes(-59))],
            State.NothingOnFile => [],
            State.Ended => [closed],
            State.Lapsed => [Opened(Now.AddMinutes(-60))],
            State.NotYet => [Opened(Now.AddMinutes(1))],
            State.OfOtherPatient => [Opened(Now.AddMinutes(-5), Filed.OtherPatient)],
            State.OfOtherKind => [Opened(Now.AddMinutes(-5), by: Filed.Stranger)],
            _ => null,
        };
    }

    private static RegisteredApproval[]? Approval(ApprovalKind kind, ApprovalKind other, State state)
    {
        RegisteredApproval Registered(ApprovalKind of, int from = -10, int until = 10) =>
            RegisteredApproval.Register(
                Filed.Id(10),
                of,
                "State Board",
                Filed.Clinic,
                "IRB 7",
                Covered,
                false,
                Filed.Today.AddDays(from),
                Filed.Today.AddDays(until),
                Now.AddDays(-10),
                Filed.Officer
            );
        var withdrawn = Registered(kind);
        withdrawn.Withdraw(Now.AddMinutes(-1));
        return state switch
        {
            State.InOrder or State.NotNamed => [Registered(kind)],
            State.NothingOnFile => [],
            State.Ended => [withdrawn],
            State.Lapsed => [Registered(kind, until: -1)],
            State.NotYet => [Registered(kind, from: 1)],
            State.OfOtherKind => [Registered(other)],
            _ => null,
        };
    }

    private static ServiceAgreement[]? Agreement(State state)
    {
        ServiceAgreement Signed(int from = -10, int until = 10) =>
            ServiceAgreement.Sign(
                Filed.Id(10),
                "Lab Ltd",
                Filed.Clinic,
                "laboratory",
                Covered,
                DisclosurePurpose.Treatment,
                Filed.Today.AddDays(from),
                Filed.Today.AddDays(until),
                Now.AddDays(-10),
                Filed.Officer
            );
        var ended = Signed();
        ended.End(Now.AddMinutes(-1));
        return state switch
        {
            State.InOrder or State.NotNamed => [Signed()],
            State.NothingOnFile => [],
            State.Ended => [ended],
            State.Lapsed => [Signed(until: -1)],
            State.NotYet => [Signed(from: 1)],
            _ => null,
        };
    }

    private static LegalDemand[]? Order(State state)
    {
        LegalDemand Served(LegalDemandTerms terms, int id = 10, Guid? patient = null, Guid? amends = null) =>
            LegalDemand.Receive(
                Filed.Id(id),
                patient ?? Filed.Patient,
                terms,
                Now.AddDays(-3),
                Filed.Officer,
                amends,
                amends is null ? null : "quashed"
            );
        return state switch
        {
            State.InOrder or State.NotNamed => [Served(Filed.Order())],
            State.NothingOnFile => [],
            State.Lapsed => [Served(Filed.Order() with { ValidUntil = Filed.Today.AddDays(-1) })],
            State.NotYet => [Served(Filed.Order() with { ServedOn = Filed.Today.AddDays(1) })],
            State.Deficient => [Served(Filed.Order() with { RecordsFindings = false })],
            State.OfOtherPatient => [Served(Filed.Order(), patient: Filed.OtherPatient)],
            State.OfOtherKind => [Served(Filed.Order(LegalDemandKind.Subpoena))],
            State.Replaced => [Served(Filed.Order()), Served(Filed.Order(), 11, amends: Filed.Id(10))],
            _ => null,
        };
    }

    private static StatutoryReport[]? Report(StatutoryReportKind kind, StatutoryReportKind other, State state)
    {
        StatutoryReport Made(StatutoryReportKind of, DateTime at, Guid? patient = null) =>
            StatutoryReport.Record(
                Filed.Id(10),
                patient ?? Filed.Patient,
                of,
                "City Police",
                "what happened in the waiting room",
                "state law",
                at,
                at,
                Filed.Therapist
            );
        return state switch
        {
            State.InOrder or State.NotNamed => [Made(kind, Now.AddHours(-1))],
            State.NothingOnFile => [],
            State.Lapsed => [Made(kind, Now.AddHours(-72))],
            State.NotYet => [Made(kind, Now.AddHours(1))],
            State.OfOtherPatient => [Made(kind, Now.AddHours(-1), Filed.OtherPatient)],
            State.OfOtherKind => [Made(other, Now.AddHours(-1))],
            _ => null,
        };
    }
}
