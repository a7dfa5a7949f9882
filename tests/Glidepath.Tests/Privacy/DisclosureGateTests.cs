using Glidepath.Treatment;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Tests.Privacy;

public class DisclosureGateTests
{
    private const string FederalText = """
        This record which has been disclosed to you is protected by Federal confidentiality rules (42 CFR part 2). These rules prohibit you from using or disclosing this record, or testimony that describes the information contained in this record, in any civil, criminal, administrative, or legislative proceedings by any Federal, State, or local authority, against the patient, unless authorized by the consent of the patient, except as provided at 42 CFR 2.12(c)(5) or as authorized by a court in accordance with 42 CFR 2.64 or 2.65. In addition, the Federal rules prohibit you from making any other use or disclosure of this record unless at least one of the following applies: (i) Further use or disclosure is expressly permitted by the written consent of the individual whose information is being disclosed in this record or as otherwise permitted by 42 CFR part 2. (ii) You are a covered entity or business associate and have received the record for treatment, payment, or health care operations, or (iii) You have received the record from a covered entity or business associate as permitted by 45 CFR part 164, subparts A and E. A general authorization for the release of medical or other information is NOT sufficient to meet the required elements of written consent to further use or redisclose the record (see 42 CFR 2.31).
        """;

    [Fact]
    public void The_notice_is_the_federal_text_word_for_word()
    {
        Assert.Equal(FederalText.Trim(), RedisclosureNotice.Full.Text);
        Assert.Equal("42 CFR part 2 prohibits unauthorized use or disclosure of these records.", RedisclosureNotice.Short.Text);
    }

    [Fact]
    public void A_person_who_does_not_exist_is_refused_without_an_entry()
    {
        var decision = DisclosureGate.Decide(Filed.Request() with { File = null });
        Assert.Equal("person.unknown", Filed.Reason(decision));
        Assert.Equal(OutsideAnswer.NoSuchPerson, decision.Outside);
    }

    [Fact]
    public void A_consent_is_acted_on_by_the_care_team_and_not_by_any_clinician()
    {
        Assert.Equal(
            "care-team.not-on-it",
            Filed.Reason(DisclosureGate.Decide(Filed.Request() with { Actor = new(Filed.Stranger, Role.Prescriber) }))
        );
        Filed.Permit(DisclosureGate.Decide(Filed.Request() with { Actor = new(Filed.Officer, Role.PrivacyOfficer) }));
    }

    [Fact]
    public void A_clinician_hands_over_no_more_than_they_may_read_themselves()
    {
        var asked = Filed.Request() with
        {
            Basis = DisclosureBasis.PatientAccess,
            Channel = DisclosureChannel.Print,
            Reference = null,
            Recipient = new("the patient", RecipientClass.Patient, Filed.Patient),
            Purpose = DisclosurePurpose.AtPatientsRequest,
            Categories = InformationCategories.All,
        };
        Assert.Equal(
            RolePermissions.Readable(Role.Therapist, RelationNeeded.CareTeam),
            Filed.Permit(DisclosureGate.Decide(asked)).Categories
        );
        var restriction = Restriction.Request(
            Filed.Id(60),
            Filed.Patient,
            InformationCategory.Medications,
            Filed.Now.AddDays(-1),
            recipientPartyId: Filed.Therapist
        );
        restriction.Agree(Filed.Officer, Filed.Now.AddHours(-1));
        var kept = asked with { File = Filed.File() with { Restrictions = [restriction] } };
        Assert.False(Filed.Permit(DisclosureGate.Decide(kept)).Categories.HasFlag(InformationCategory.Medications));
        Assert.Equal(
            "categories.not-covered",
            Filed.Reason(DisclosureGate.Decide(kept with { Categories = InformationCategory.Medications }))
        );
        Assert.Equal(
            "categories.not-whole",
            Filed.Reason(DisclosureGate.Decide(kept with { Categories = Filed.Covered, IsWholeOrNothing = true }))
        );
        Assert.Equal(
            InformationCategories.AllButCounsellingNotes,
            Filed.Permit(DisclosureGate.Decide(kept with { Actor = new(Filed.PatientAccount, Role.Patient) })).Categories
        );
    }

    [Fact]
    public void On_the_telephone_the_short_notice_is_said_and_elsewhere_the_full_one_is_sent()
    {
        Assert.Contains(
            RedisclosureNotice.Short,
            Filed.Permit(DisclosureGate.Decide(Filed.Request() with { Channel = DisclosureChannel.Telephone })).Notices
        );
        foreach (var channel in BasisTable.Of(DisclosureBasis.Consent).Channels.Where(c => c != DisclosureChannel.Telephone))
            Assert.Contains(
                RedisclosureNotice.Full,
                Filed.Permit(DisclosureGate.Decide(Filed.Request() with { Channel = channel })).Notices
            );
    }

    [Fact]
    public void Where_part_2_never_applied_its_notice_is_not_attached()
    {
        var hipaa = ProgrammeScope.Set(
            Filed.Id(70),
            Filed.Clinic,
            ProgrammeScopeKind.HipaaOnly,
            [],
            "a practice that treats no substance use",
            Filed.Now,
            Filed.Officer
        );
        Assert.DoesNotContain(
            RedisclosureNotice.Full,
            Filed.Permit(DisclosureGate.Decide(Filed.Request(Filed.File(Filed.Given()) with { Scopes = [hipaa] }))).Notices
        );
    }

    [Theory]
    [InlineData(LegalDemandKind.Letter)]
    [InlineData(LegalDemandKind.Subpoena)]
    [InlineData(LegalDemandKind.SearchWarrant)]
    [InlineData(LegalDemandKind.ArrestWarrant)]
    [InlineData(LegalDemandKind.OrderForUndercoverAgent)]
    public void A_demand_without_a_qualifying_order_lets_nothing_out(LegalDemandKind kind) =>
        Assert.Equal("legal-demand.no-qualifying-order", Filed.Reason(DisclosureGate.Decide(UnderOrder(Filed.Order(kind)))));

    [Fact]
    public void An_order_that_lacks_something_says_what()
    {
        Assert.Equal(
            "legal-demand.no-findings",
            Filed.Reason(DisclosureGate.Decide(UnderOrder(Filed.Order() with { RecordsFindings = false })))
        );
        Assert.Equal(
            "legal-demand.no-notice",
            Filed.Reason(DisclosureGate.Decide(UnderOrder(Filed.Order() with { NoticeWasGiven = false })))
        );
        Assert.Equal(
            "legal-demand.no-scope",
            Filed.Reason(DisclosureGate.Decide(UnderOrder(Filed.Order() with { Categories = InformationCategory.None })))
        );
        Assert.Equal(
            "legal-demand.not-seen-by-counsel",
            Filed.Reason(DisclosureGate.Decide(UnderOrder(Filed.Order() with { SeenByCounsel = false })))
        );
        Filed.Permit(DisclosureGate.Decide(UnderOrder(Filed.Order())));
    }

    [Fact]
    public void An_order_against_the_programme_is_never_used_against_a_patient()
    {
        var request = UnderOrder(Filed.Order(LegalDemandKind.OrderAgainstProgramme));
        Filed.Permit(DisclosureGate.Decide(request));
        Assert.Equal("proceedings.blocked", Filed.Reason(DisclosureGate.Decide(request with { IsAgainstPatient = true })));
        Filed.Permit(DisclosureGate.Decide(UnderOrder(Filed.Order(LegalDemandKind.OrderAgainstPatient)) with { IsAgainstPatient = true }));
    }

    [Fact]
    public void A_consent_to_treatment_is_no_consent_to_proceedings()
    {
        Assert.Equal("proceedings.blocked", Filed.Reason(DisclosureGate.Decide(Filed.Request() with { IsAgainstPatient = true })));
        Assert.Equal(
            "purpose.not-for-basis",
            Filed.Reason(DisclosureGate.Decide(Filed.Request() with { Purpose = DisclosurePurpose.LegalProceedings }))
        );
        Assert.Equal(
            "recipient.not-for-basis",
            Filed.Reason(
                DisclosureGate.Decide(
                    Filed.Request() with
                    {
                        Recipient = Filed.ToClinic with { Class = RecipientClass.CourtOrLawEnforcement },
                    }
                )
            )
        );
    }

    [Fact]
    public void Counselling_notes_leave_on_their_own_consent_and_on_paper_or_screen_only()
    {
        var request = Filed.Request(Filed.File(Filed.Given(Filed.Terms(ConsentKind.CounsellingNotes)))) with
        {
            Basis = DisclosureBasis.CounsellingNotesConsent,
            Categories = InformationCategories.All,
        };
        var open = Enum.GetValues<DisclosureChannel>().Where(c => DisclosureGate.Decide(request with { Channel = c }).Outside.Found);
        Assert.Equal([DisclosureChannel.Screen, DisclosureChannel.Print, DisclosureChannel.Pdf], open);
    }

    [Fact]
    public void A_tpo_consent_tampered_to_hold_counselling_notes_lets_nothing_out()
    {
        var tampered = Filed.Tampered(
            Filed.Given(Filed.Terms(ConsentKind.TreatmentPaymentOperations)),
            nameof(Consent.Categories),
            InformationCategories.All
        );
        Assert.Equal(
            "consent.counselling-notes.apart",
            Filed.Reason(DisclosureGate.Decide(Filed.Request(Filed.File(tampered)) with { Basis = DisclosureBasis.TpoConsent }))
        );
    }

    [Fact]
    public void Where_no_person_looks_the_directory_must_have_identified_the_recipient()
    {
        var byNameOnly = Filed.File(Filed.Given(Filed.Terms() with { RecipientPartyId = null }));
        Assert.Equal(
            "recipient.not-identified",
            Filed.Reason(DisclosureGate.Decide(Filed.Request(byNameOnly) with { Recipient = Filed.ToClinic with { PartyId = null } }))
        );
        Assert.Equal("consent.recipient-not-identified", Filed.Reason(DisclosureGate.Decide(Filed.Request(byNameOnly))));
        Filed.Permit(DisclosureGate.Decide(Filed.Request(byNameOnly) with { Channel = DisclosureChannel.Print }));
    }

    [Fact]
    public void An_intermediary_is_named_as_one_with_its_participants()
    {
        var request = Filed.Request(
            Filed.File(
                Filed.Given(
                    Filed.Terms() with
                    {
                        RecipientKind = RecipientKind.Intermediary,
                        IntermediaryParticipants = "my treating providers",
                    }
                )
            )
        );
        Assert.Equal("consent.other-recipient", Filed.Reason(DisclosureGate.Decide(request)));
        Filed.Permit(DisclosureGate.Decide(request with { Recipient = Filed.ToClinic with { IsIntermediary = true } }));
    }

    [Fact]
    public void A_family_member_sees_what_the_consent_lists_under_their_own_account_only()
    {
        var request = Filed.Request(Filed.File(Filed.Given(Filed.ForSister()))) with
        {
            Channel = DisclosureChannel.Screen,
            Actor = new(Filed.Sister, Role.Family),
            Recipient = Filed.ToSister,
            Purpose = DisclosurePurpose.FamilySupport,
            Categories = InformationCategories.All,
        };
        Assert.Equal(Filed.Covered, Filed.Permit(DisclosureGate.Decide(request)).Categories);
        Assert.Equal(
            "family.not-recipient",
            Filed.Reason(DisclosureGate.Decide(request with { Actor = new(Filed.Stranger, Role.Family) }))
        );
    }

    [Fact]
    public void Research_without_leave_to_identify_gets_no_names()
    {
        var approval = RegisteredApproval.Register(
            Filed.Id(10),
            ApprovalKind.Research,
            "State Board",
            Filed.Clinic,
            "IRB 7",
            InformationCategories.All,
            false,
            Filed.Today,
            Filed.Today,
            Filed.Now,
            Filed.Officer
        );
        var request = MatrixFile.Request(new(DisclosureChannel.Bulk, DisclosureBasis.Research, Oracle.State.InOrder, Oracle.Ask.Right)) with
        {
            File = Filed.File() with { Approvals = [approval] },
            Categories = InformationCategories.All,
        };
        var categories = Filed.Permit(DisclosureGate.Decide(request)).Categories;
        Assert.Equal(
            InformationCategory.None,
            categories
                & (
                    InformationCategory.Demographics
                    | InformationCategory.Contact
                    | InformationCategory.Documents
                    | InformationCategory.CounsellingNotes
                )
        );
    }

    [Fact]
    public void A_restriction_binds_once_agreed_and_until_it_ends()
    {
        var restriction = Restriction.Request(
            Filed.Id(60),
            Filed.Patient,
            InformationCategory.Medications,
            Filed.Now,
            recipientName: "harbour clinic"
        );
        var request = Filed.Request(Filed.File(Filed.Given()) with { Restrictions = [restriction] });
        Filed.Permit(DisclosureGate.Decide(request));
        restriction.Agree(Filed.Officer, Filed.Now);
        Assert.Equal("restriction.agreed", Filed.Reason(DisclosureGate.Decide(request)));
        Assert.Equal(
            InformationCategory.Diagnoses,
            Filed
                .Permit(DisclosureGate.Decide(request with { Categories = Filed.Covered & ~InformationCategory.PresenceInTreatment }))
                .Categories
        );
        restriction.End(Filed.Officer, "the patient asked", Filed.Now);
        Filed.Permit(DisclosureGate.Decide(request));
        Assert.Equal(
            "restriction.agreed.not-now",
            Assert.Throws<RuleViolationException>(() => restriction.Agree(Filed.Officer, Filed.Now)).Rule
        );
    }

    [Fact]
    public void The_consent_that_lets_most_out_is_found()
    {
        var narrow = Filed.Given(Filed.Terms() with { Categories = InformationCategory.Medications }, 10);
        var wide = Filed.Given(id: 11);
        var request = Filed.Request(Filed.File(narrow, wide)) with { Categories = Filed.Covered };
        Assert.Equal(wide.Id, DisclosureGate.FindConsent(request));
        Assert.Null(DisclosureGate.FindConsent(request with { Purpose = DisclosurePurpose.Employment }));
    }

    private static DisclosureRequest UnderOrder(LegalDemandTerms terms) =>
        MatrixFile.Request(new(DisclosureChannel.Print, DisclosureBasis.CourtOrder, Oracle.State.InOrder, Oracle.Ask.Right)) with
        {
            File = Filed.File() with
            {
                LegalDemands = [LegalDemand.Receive(Filed.Id(10), Filed.Patient, terms, Filed.Now.AddDays(-3), Filed.Officer)],
            },
        };
}
