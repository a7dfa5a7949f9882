using Glidepath.Treatment;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Tests.Privacy;

public class ConsentTests
{
    private const ConsentKind Specific = ConsentKind.SpecificDisclosure;

    private static readonly (string Rule, ConsentKind Kind, Func<ConsentTerms, ConsentTerms> Break)[] Deficits =
    [
        ("consent.element.patient", Specific, t => t with { PatientName = " " }),
        ("consent.element.discloser", Specific, t => t with { DiscloserName = null }),
        ("consent.element.information", Specific, t => t with { Categories = InformationCategory.None }),
        ("consent.element.information", Specific, t => t with { InformationDescription = "" }),
        ("consent.element.information", Specific, t => t with { Categories = (InformationCategory)(1 << 30) }),
        ("consent.element.recipient", Specific, t => t with { RecipientName = null }),
        ("consent.element.recipient", Specific, t => t with { RecipientKind = RecipientKind.None }),
        ("consent.element.recipient", ConsentKind.TreatmentPaymentOperations, t => t with { RecipientClasses = RecipientClass.None }),
        ("consent.element.intermediary-participants", Specific, t => t with { RecipientKind = RecipientKind.Intermediary }),
        ("consent.element.purpose", Specific, t => t with { Purposes = DisclosurePurpose.None }),
        ("consent.element.purpose", Specific, t => t with { PurposeText = null }),
        ("consent.element.right-to-revoke", Specific, t => t with { HowToRevoke = null }),
        ("consent.element.expiry", Specific, t => t with { Expiry = ConsentExpiry.None }),
        ("consent.element.expiry", Specific, t => t with { ExpiresOn = null }),
        ("consent.element.expiry", Specific, t => t with { Expiry = ConsentExpiry.OnEvent }),
        ("consent.element.expiry", Specific, t => t with { Expiry = ConsentExpiry.Never }),
        ("consent.element.expiry", ConsentKind.CounsellingNotes, t => t with { Expiry = ConsentExpiry.Never }),
        ("consent.element.signature", Specific, t => t with { SignatureMethod = SignatureMethod.None }),
        ("consent.element.signature", Specific, t => t with { SignerName = null }),
        ("consent.element.signer-authority", Specific, t => t with { SignedBy = ConsentSigner.LegalRepresentative }),
        ("consent.element.signed-on", Specific, t => t with { SignedOn = null }),
        ("consent.dates.ends-before-it-begins", Specific, t => t with { ExpiresOn = t.SignedOn!.Value.AddDays(-1) }),
        ("consent.element.redisclosure-statement", Specific, t => t with { HasRedisclosureStatement = false }),
        ("consent.element.consequences-of-refusal", Specific, t => t with { ConsequencesOfRefusal = null }),
        ("consent.kind.unknown", Specific, t => t with { Kind = ConsentKind.None }),
        ("consent.kind.unknown", Specific, t => t with { Kind = Specific | ConsentKind.TreatmentPaymentOperations }),
        (
            "consent.tpo.purpose",
            ConsentKind.TreatmentPaymentOperations,
            t => t with { Purposes = DisclosurePurpose.Treatment | DisclosurePurpose.Employment }
        ),
        ("consent.counselling-notes.apart", Specific, t => t with { Categories = t.Categories | InformationCategory.CounsellingNotes }),
        ("consent.counselling-notes.apart", ConsentKind.TreatmentPaymentOperations, t => t with { Categories = InformationCategories.All }),
        (
            "consent.counselling-notes.apart",
            ConsentKind.CounsellingNotes,
            t => t with { Categories = t.Categories | InformationCategory.Progress }
        ),
        ("consent.counselling-notes.condition", ConsentKind.CounsellingNotes, t => t with { IsConditionOfTreatment = true }),
        ("consent.legal-proceedings.apart", Specific, t => t with { Purposes = t.Purposes | DisclosurePurpose.LegalProceedings }),
        ("consent.legal-proceedings.apart", Specific, t => t with { Purposes = DisclosurePurpose.LegalProceedings }),
        (
            "consent.legal-proceedings.apart",
            ConsentKind.LegalProceedings,
            t => t with { Purposes = t.Purposes | DisclosurePurpose.Treatment }
        ),
        (
            "consent.not-combined",
            ConsentKind.CounsellingNotes,
            t => t with { OnSameForm = ConsentKind.CounsellingNotes | ConsentKind.TreatmentPaymentOperations }
        ),
        ("consent.not-combined", ConsentKind.LegalProceedings, t => t with { OnSameForm = ConsentKind.LegalProceedings | Specific }),
        (
            "consent.not-combined",
            ConsentKind.TreatmentPaymentOperations,
            t => t with { OnSameForm = ConsentKind.TreatmentPaymentOperations | ConsentKind.LegalProceedings }
        ),
        ("consent.sync.may-only-revoke", Specific, t => t with { Origin = ConsentOrigin.DeviceSync }),
        ("consent.sync.may-only-revoke", Specific, t => t with { Origin = ConsentOrigin.Unknown }),
        ("consent.signer", Specific, t => t with { SignedBy = ConsentSigner.ParentOrGuardian }),
    ];

    public static TheoryData<int> EachDeficit() => [.. Enumerable.Range(0, Deficits.Length)];

    [Theory]
    [MemberData(nameof(EachDeficit))]
    public void A_consent_without_an_element_is_not_saved(int deficit)
    {
        var (rule, kind, spoil) = Deficits[deficit];
        var refused = Assert.Throws<RuleViolationException>(() => Filed.Given(spoil(Filed.Terms(kind))));
        Assert.Contains($"({rule})", refused.Message, StringComparison.Ordinal);
        Assert.StartsWith("consent.", refused.Rule, StringComparison.Ordinal);
    }

    /// <summary>The same deficits once more, this time in a row that was written past the factory.</summary>
    [Theory]
    [MemberData(nameof(EachDeficit))]
    public void A_consent_without_an_element_is_not_relied_on(int deficit)
    {
        var (_, kind, spoil) = Deficits[deficit];
        var sound = Filed.Given(Filed.Terms(kind));
        Assert.Null(ConsentReliance.Refusal(sound, Filed.File(sound), Filed.Now));
        var spoilt = spoil(Filed.Terms(kind));
        foreach (var property in typeof(ConsentTerms).GetProperties())
            Filed.Tampered(sound, property.Name, property.GetValue(spoilt));
        Assert.NotNull(ConsentReliance.Refusal(sound, Filed.File(sound), Filed.Now));
    }

    [Fact]
    public void Every_element_has_a_test_that_misses_it() =>
        Assert.Equal(
            ConsentElements.All.Select(e => e.Rule).Append("consent.signer").Order(),
            Deficits.Select(d => d.Rule).Distinct().Order()
        );

    [Fact]
    public void All_that_is_missing_is_named_at_once()
    {
        var refused = Assert.Throws<RuleViolationException>(() => Filed.Given(new ConsentTerms()));
        Assert.Equal("consent.element.patient", refused.Rule);
        Assert.All(
            ["recipient", "purpose", "expiry", "signature", "signed-on"],
            e => Assert.Contains($"consent.element.{e}", refused.Message, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void One_missing_element_is_the_rule() =>
        Assert.Equal(
            "consent.element.recipient",
            Assert.Throws<RuleViolationException>(() => Filed.Given(Filed.Terms() with { RecipientName = "" })).Rule
        );

    [Theory]
    [InlineData(ConsentKind.SpecificDisclosure)]
    [InlineData(ConsentKind.TreatmentPaymentOperations)]
    [InlineData(ConsentKind.CounsellingNotes)]
    [InlineData(ConsentKind.LegalProceedings)]
    public void What_was_signed_is_read_again_word_for_word(ConsentKind kind) =>
        Assert.Equal(Filed.Terms(kind), Filed.Given(Filed.Terms(kind)).ToTerms());

    [Fact]
    public void A_consent_holds_on_its_last_day_and_not_after()
    {
        var consent = Filed.Given();
        var lastDay = consent.ExpiresOn!.Value.ToDateTime(new TimeOnly(23, 59), DateTimeKind.Utc);
        Assert.Null(ConsentReliance.Refusal(consent, Filed.File(consent), lastDay));
        Assert.Equal("consent.expired", ConsentReliance.Refusal(consent, Filed.File(consent), lastDay.AddMinutes(1)));
    }

    [Theory]
    [InlineData(ConsentEndKind.Revoked, "consent.revoked")]
    [InlineData(ConsentEndKind.ExpiryEvent, "consent.expired")]
    [InlineData(ConsentEndKind.FoundInvalid, "consent.found-invalid")]
    public void An_end_works_at_once(ConsentEndKind kind, string reason)
    {
        var consent = Filed.Given();
        var file = Filed.File(consent) with { ConsentEnds = [Filed.Ended(consent, kind)] };
        Assert.Equal(reason, ConsentReliance.Refusal(consent, file, Filed.Now));
    }

    [Fact]
    public void A_revocation_works_even_where_a_device_clock_is_ahead()
    {
        var consent = Filed.Given();
        var file = Filed.File(consent) with
        {
            ConsentEnds = [ConsentEnd.Of(Filed.Id(20), consent, ConsentEndKind.Revoked, Filed.Now.AddHours(3), Filed.PatientAccount)],
        };
        Assert.Equal("consent.revoked", ConsentReliance.Refusal(consent, file, Filed.Now));
    }

    [Fact]
    public void A_consent_that_was_replaced_is_not_relied_on()
    {
        var old = Filed.Given();
        var corrected = Filed.Given(id: 11, amends: old.Id);
        Assert.Equal("consent.superseded", ConsentReliance.Refusal(old, Filed.File(old, corrected), Filed.Now));
        Assert.Null(ConsentReliance.Refusal(corrected, Filed.File(old, corrected), Filed.Now));
    }

    [Fact]
    public void A_consent_of_someone_else_is_not_relied_on()
    {
        var consent = Filed.Given(Filed.Terms() with { PatientId = Filed.OtherPatient });
        Assert.Equal("consent.other-patient", ConsentReliance.Refusal(consent, Filed.File(consent), Filed.Now));
    }

    [Fact]
    public void A_consent_is_not_relied_on_before_it_was_signed()
    {
        var consent = Filed.Given();
        Assert.Equal("consent.not-yet", ConsentReliance.Refusal(consent, Filed.File(consent), Filed.Now.AddDays(-20)));
        var signedEarlier = Filed.Given(Filed.Terms() with { SignedOn = Filed.Today.AddDays(-30) });
        Assert.Equal("consent.not-yet", ConsentReliance.Refusal(signedEarlier, Filed.File(signedEarlier), Filed.Now.AddDays(-20)));
        Assert.Equal(
            "consent.not-yet",
            ConsentReliance.Refusal(
                Filed.Tampered(Filed.Given(), nameof(Consent.SignedOn), Filed.Today.AddDays(1)),
                Filed.File(),
                Filed.Now
            )
        );
    }

    [Fact]
    public void A_name_matches_whatever_its_case_and_spaces_and_a_namesake_does_not()
    {
        var consent = Filed.Given();
        Assert.True(ConsentReliance.Names(consent, Filed.ToClinic with { Name = " harbour  CLINIC" }));
        Assert.False(ConsentReliance.Names(consent, Filed.ToClinic with { PartyId = Filed.Stranger }));
        Assert.False(ConsentReliance.Names(consent, Filed.ToClinic with { PartyId = null }));
        Assert.False(ConsentReliance.Names(consent, Filed.ToClinic with { Name = "Harbor Clinic" }));
        Assert.False(ConsentReliance.Names(consent, Filed.ToClinic with { Class = RecipientClass.Payer }));
        Assert.False(ConsentReliance.Names(consent, Filed.ToClinic with { IsIntermediary = true }));
    }

    [Fact]
    public void The_explanation_says_what_for_whom_and_how_long()
    {
        var text = ConsentExplanation.Of(Filed.Given()).Text;
        Assert.All(
            ["Harbour Clinic", "medications", "diagnoses", "treatment", "2026-12-25", "can be revoked"],
            t => Assert.Contains(t, text, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_signature_before_birth_or_after_today_is_refused_whoever_enters_it()
    {
        var terms = Filed.Terms();
        Assert.Equal("consent.dates.signed-after-today", Rule(terms with { SignedOn = Filed.Today.AddDays(1) }, born: null));
        Assert.Equal("consent.dates.signed-before-birth", Rule(terms, born: terms.SignedOn!.Value.AddDays(1)));
        Consent.Give(
            Filed.Id(10),
            terms with
            {
                SignedOn = Filed.Today,
            },
            MinorControl.NotAMinor,
            Filed.Today,
            Filed.Now,
            Filed.Officer,
            TimeZoneInfo.Utc
        );

        static string Rule(ConsentTerms terms, DateOnly? born) =>
            Assert
                .Throws<RuleViolationException>(() =>
                    Consent.Give(Filed.Id(10), terms, MinorControl.NotAMinor, born, Filed.Now, Filed.Officer, TimeZoneInfo.Utc)
                )
                .Rule;
    }
}
