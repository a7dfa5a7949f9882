using Glidepath.Pharmacology.Drugs;
using Glidepath.Treatment;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Tests.Privacy;

/// <summary>Accounting, break-glass, notices and the end of a record.</summary>
public class RegisterTests
{
    private static readonly Actor Officer = new(Filed.Officer, Role.PrivacyOfficer);
    private static readonly Actor Director = new(Filed.Stranger, Role.Director);

    private static DisclosureRecord Entry(
        DisclosureBasis basis = DisclosureBasis.Consent,
        DisclosureChannel channel = DisclosureChannel.Print
    ) => Filed.Permit(DisclosureGate.Decide(MatrixFile.Request(new(channel, basis, Oracle.State.InOrder, Oracle.Ask.Right)))).Accounting!;

    private static string Rule(Action act) => Assert.Throws<RuleViolationException>(act).Rule;

    [Fact]
    public void An_entry_holds_what_164_528_b_asks()
    {
        var entry = Entry();
        Assert.Equal((Filed.Now, "Harbour Clinic", "1 Quay Street"), (entry.DisclosedAt, entry.RecipientName, entry.RecipientAddress));
        Assert.Equal("the fact of being in treatment, diagnoses, medications", entry.Description);
        Assert.Equal("treatment", entry.PurposeText);
        Assert.Equal(Filed.Id(10), entry.BasisId);
        Assert.True(entry.RestrictionsChecked);
    }

    [Fact]
    public void The_part_2_report_shows_three_years_and_tpo_only_through_the_record_system()
    {
        var byFile = Entry(DisclosureBasis.TpoConsent);
        var byVoice = Entry(DisclosureBasis.TpoConsent, DisclosureChannel.Telephone);
        var emergency = Entry(DisclosureBasis.MedicalEmergency);
        var consented = Entry();
        DisclosureRecord[] all = [byFile, byVoice, emergency, consented];
        Assert.Equal([byFile, consented], DisclosureAccounting.Part2Report(all, Filed.Patient, Filed.Now));
        Assert.Equal(2, DisclosureAccounting.Part2Report(all, Filed.Patient, Filed.Now.AddYears(3)).Count);
        Assert.Empty(DisclosureAccounting.Part2Report(all, Filed.Patient, Filed.Now.AddYears(3).AddDays(1)));
        Assert.Empty(DisclosureAccounting.Part2Report(all, Filed.OtherPatient, Filed.Now));
        Assert.Empty(DisclosureAccounting.Part2Report(all, Filed.Patient, Filed.Now.AddDays(2), from: Filed.Now.AddDays(1)));
    }

    [Fact]
    public void The_hipaa_report_shows_six_years_of_what_the_patient_did_not_authorise()
    {
        DisclosureRecord[] all =
        [
            Entry(),
            Entry(DisclosureBasis.TpoConsent),
            Entry(DisclosureBasis.MedicalEmergency),
            Entry(DisclosureBasis.PatientAccess),
            Entry(DisclosureBasis.CourtOrder),
        ];
        Assert.Equal(
            [DisclosureBasis.MedicalEmergency, DisclosureBasis.CourtOrder],
            DisclosureAccounting.HipaaReport(all, Filed.Patient, Filed.Now.AddYears(5)).Select(r => r.Basis)
        );
        Assert.Empty(DisclosureAccounting.HipaaReport(all, Filed.Patient, Filed.Now.AddYears(6).AddDays(1)));
    }

    [Fact]
    public void An_entry_is_kept_six_years()
    {
        Assert.Empty(DisclosureAccounting.MayBePurged([Entry()], Filed.Now.AddYears(6), new HashSet<Guid>()));
        Assert.Single(DisclosureAccounting.MayBePurged([Entry()], Filed.Now.AddYears(6).AddSeconds(1), new HashSet<Guid>()));
    }

    [Theory]
    [InlineData(null, "County Hospital", "A. Nurse", "seizure", true, "emergency.medical-personnel")]
    [InlineData("Dr Ito", " ", "A. Nurse", "seizure", true, "emergency.affiliation")]
    [InlineData("Dr Ito", "County Hospital", "", "seizure", true, "emergency.disclosed-by")]
    [InlineData("Dr Ito", "County Hospital", "A. Nurse", null, true, "emergency.nature")]
    [InlineData("Dr Ito", "County Hospital", "A. Nurse", "seizure", false, "emergency.consent-obtainable")]
    public void An_emergency_is_written_down_whole(string? who, string? where, string? by, string? nature, bool noConsent, string rule) =>
        Assert.Equal(
            rule,
            Rule(() =>
                EmergencyDisclosure.Record(Filed.Id(1), Filed.Patient, who, where, by, nature, noConsent, Filed.Now, Filed.Therapist)
            )
        );

    [Fact]
    public void The_glass_is_broken_with_a_typed_reason_by_a_clinician_for_sixty_minutes()
    {
        Assert.Equal("break-glass.reason", Rule(() => Glass(reason: "nineteen characters")));
        Assert.Equal("break-glass.role", Rule(() => Glass(Role.Administrator)));
        var glass = Glass();
        Assert.True(glass.IsLive(Filed.Now.AddMinutes(60).AddTicks(-1)));
        Assert.False(glass.IsLive(Filed.Now.AddMinutes(60)));
        Assert.False(glass.IsReviewOverdue(Filed.Now.AddDays(3).AddTicks(-1)));
        Assert.True(glass.IsReviewOverdue(Filed.Now.AddDays(3)));
    }

    [Fact]
    public void A_broken_glass_is_told_and_reviewed_by_someone_else()
    {
        var glass = Glass();
        glass.PatientTold(Filed.Now);
        Assert.Equal("break-glass.told.already", Rule(() => glass.PatientTold(Filed.Now)));
        Assert.Equal("break-glass.justified.not-now", Rule(() => glass.Review(Officer, true, "fine", Filed.Now)));
        glass.Close(Filed.Now.AddMinutes(5));
        Assert.Equal("break-glass.closed.not-now", Rule(() => glass.Close(Filed.Now)));
        Assert.Equal("break-glass.review.role", Rule(() => glass.Review(Director, true, "fine", Filed.Now)));
        Assert.Equal(
            "break-glass.review.own",
            Rule(() => glass.Review(new(Filed.Therapist, Role.PrivacyOfficer), true, "fine", Filed.Now))
        );
        Assert.Equal("break-glass.review.note", Rule(() => glass.Review(Officer, false, " ", Filed.Now)));
        glass.Review(Officer, false, "no need was found", Filed.Now.AddDays(1));
        Assert.Equal((BreakGlassStatus.Concern, Filed.Officer), (glass.Status, glass.ReviewedBy!.Value));
        Assert.False(glass.IsReviewOverdue(Filed.Now.AddDays(9)));
        Assert.Equal("break-glass.justified.not-now", Rule(() => glass.Review(Officer, true, "on second thoughts", Filed.Now)));
    }

    [Fact]
    public void Who_was_not_given_the_notice_in_force_is_listed()
    {
        var first = NoticeOfPrivacy.Publish(Filed.Id(80), 1, "en", "text", Filed.Today.AddDays(-100), Filed.Now, Filed.Officer);
        var second = NoticeOfPrivacy.Publish(Filed.Id(81), 2, "en", "text", Filed.Today, Filed.Now, Filed.Officer);
        var given = NoticeAcknowledgement.Record(
            Filed.Id(82),
            Filed.Patient,
            first,
            SignatureMethod.Paper,
            AcknowledgementOutcome.Declined,
            "did not want to sign",
            Filed.Now,
            Filed.Officer
        );
        Assert.Equal(
            [Filed.OtherPatient],
            NoticeOfPrivacy.NotYetGiven([Filed.Patient, Filed.OtherPatient], [first, second], [given], Filed.Today.AddDays(-1))
        );
        Assert.Equal(
            [Filed.Patient, Filed.OtherPatient],
            NoticeOfPrivacy.NotYetGiven([Filed.Patient, Filed.OtherPatient], [first, second], [given], Filed.Today)
        );
        Assert.Equal(
            "notice.acknowledgement.reason",
            Rule(() =>
                NoticeAcknowledgement.Record(
                    Filed.Id(82),
                    Filed.Patient,
                    first,
                    SignatureMethod.Paper,
                    AcknowledgementOutcome.Declined,
                    null,
                    Filed.Now,
                    Filed.Officer
                )
            )
        );
    }

    [Fact]
    public void A_key_is_destroyed_after_the_retention_period_by_two_people()
    {
        var due = Old(10) with { LastEntry = Filed.Today.AddYears(-10).AddDays(-1) };
        Assert.Equal("key-destruction.retention", Rule(() => Ask(Old(10))));
        Assert.Equal("key-destruction.held", Rule(() => Ask(due with { IsHeld = true })));
        Assert.Equal("key-destruction.retention", Rule(() => Ask(due with { LastDisclosure = Filed.Today.AddYears(-5) })));
        Assert.Equal(
            "key-destruction.role",
            Rule(() =>
                KeyDestruction.Request(
                    Filed.Id(90),
                    Filed.Patient,
                    due,
                    RetentionRule.Default,
                    new(Filed.Therapist, Role.Therapist),
                    Filed.Now,
                    TimeZoneInfo.Utc
                )
            )
        );
        var destruction = Ask(due);
        Assert.Equal(
            "key-destruction.two-people",
            Rule(() => destruction.Approve(due, RetentionRule.Default, Officer, Filed.Now, TimeZoneInfo.Utc))
        );
        Assert.Equal(
            "key-destruction.two-people",
            Rule(() => destruction.Approve(due, RetentionRule.Default, new(Filed.Officer, Role.Director), Filed.Now, TimeZoneInfo.Utc))
        );
        Assert.Equal("key-destruction.done.not-now", Rule(() => destruction.Done(Filed.Now)));
        Assert.Equal(
            "key-destruction.retention",
            Rule(() =>
                destruction.Approve(due with { LastEntry = Filed.Today }, RetentionRule.Default, Director, Filed.Now, TimeZoneInfo.Utc)
            )
        );
        destruction.Approve(due, RetentionRule.Default, Director, Filed.Now, TimeZoneInfo.Utc);
        destruction.Done(Filed.Now);
        Assert.Equal("key-destruction.withdrawn.not-now", Rule(destruction.Withdraw));
    }

    [Fact]
    public void A_minors_record_is_kept_from_the_eighteenth_birthday()
    {
        var state = new RetentionRule("XX", 7, 7, LegalSources.NotRead, Confidence.Unverified);
        Assert.Equal(new DateOnly(2035, 3, 2), state.MayBeDestroyedFrom(new DateOnly(2024, 1, 1), new DateOnly(2010, 3, 1), null));
        Assert.Equal(new DateOnly(2031, 1, 2), state.MayBeDestroyedFrom(new DateOnly(2024, 1, 1), new DateOnly(1990, 3, 1), null));
    }

    [Fact]
    public void A_review_begins_while_the_record_is_open_and_not_again_once_it_was_decided()
    {
        var glass = Glass();
        Assert.Equal(glass.ExpiresAt, glass.DecidableFrom);
        glass.BeginReview(Officer, "called the ward");
        Assert.Equal("called the ward", glass.ReviewNote);
        Assert.Null(glass.ReviewedAt);
        Assert.Throws<RuleViolationException>(() => glass.Review(Officer, true, "confirmed", Filed.Now));
        Assert.Equal("called the ward", glass.ReviewNote);
        glass.Close(Filed.Now.AddMinutes(5));
        Assert.Equal(glass.ClosedAt, glass.DecidableFrom);
        glass.Review(Officer, true, "confirmed", Filed.Now.AddMinutes(6));
        Assert.Equal(
            "break-glass.review.decided",
            Assert.Throws<RuleViolationException>(() => glass.BeginReview(Officer, "once more")).Rule
        );
    }

    private static RecordAge Old(int years) => new(Filed.Today.AddYears(-years), new DateOnly(1960, 1, 1), null, false);

    private static KeyDestruction Ask(RecordAge age) =>
        KeyDestruction.Request(Filed.Id(90), Filed.Patient, age, RetentionRule.Default, Officer, Filed.Now, TimeZoneInfo.Utc);

    private static BreakGlass Glass(Role role = Role.Therapist, string reason = "covering for a colleague") =>
        BreakGlass.Open(Filed.Id(10), Filed.Patient, new(Filed.Therapist, role), reason, Filed.Now);
}
