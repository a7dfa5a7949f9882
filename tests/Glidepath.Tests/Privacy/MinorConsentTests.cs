using Glidepath.Pharmacology.Drugs;
using Glidepath.Treatment;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Tests.Privacy;

public class MinorConsentTests
{
    private static readonly DateOnly Fifteen = Filed.Today.AddYears(-15);

    private static readonly MinorConsentRule CounselSaysBoth = new(
        "TX",
        null,
        18,
        ParentToo: true,
        new Source("counsel-2026", "Letter of counsel", "on file"),
        Confidence.Primary
    );

    [Theory]
    [InlineData("CA", 15, MinorControl.MinorAlone)]
    [InlineData("ca", 12, MinorControl.MinorAlone)]
    [InlineData("CA", 11, MinorControl.AskCounsel)]
    [InlineData("CA", 18, MinorControl.NotAMinor)]
    [InlineData("NE", 18, MinorControl.AskCounsel)]
    [InlineData("NE", 19, MinorControl.NotAMinor)]
    [InlineData("WA", 15, MinorControl.AskCounsel)]
    [InlineData("TX", 15, MinorControl.AskCounsel)]
    [InlineData("AR", 15, MinorControl.AskCounsel)]
    [InlineData("ZZ", 20, MinorControl.AskCounsel)]
    [InlineData("ZZ", 21, MinorControl.NotAMinor)]
    [InlineData("", 15, MinorControl.AskCounsel)]
    public void Age_and_state_say_whose_consent_it_is(string state, int age, MinorControl expected) =>
        Assert.Equal(expected, MinorConsentTable.ControlOf(Filed.Today.AddYears(-age), Filed.Today, state));

    [Fact]
    public void An_unknown_birth_date_leaves_it_to_the_patient() =>
        Assert.Equal(MinorControl.Unknown, MinorConsentTable.ControlOf(null, Filed.Today, "CA"));

    [Fact]
    public void What_no_source_confirms_is_never_more_than_ask_counsel() =>
        Assert.All(
            MinorConsentTable.All.Where(r => r.Confidence == Confidence.Unverified),
            r => Assert.Equal(MinorControl.AskCounsel, MinorConsentTable.ControlOf(Filed.Today.AddYears(-16), Filed.Today, r.State))
        );

    [Fact]
    public void Every_state_has_one_row_and_a_source()
    {
        Assert.Equal(51, MinorConsentTable.All.Select(r => r.State).Distinct().Count());
        Assert.Equal(51, MinorConsentTable.All.Count);
        Assert.DoesNotContain(MinorConsentTable.All, r => r.Confidence == Confidence.Primary);
    }

    [Fact]
    public void Counsel_goes_before_the_table() =>
        Assert.Equal(MinorControl.MinorAndParent, MinorConsentTable.ControlOf(Fifteen, Filed.Today, "TX", [CounselSaysBoth]));

    [Theory]
    [InlineData(MinorControl.MinorAlone)]
    [InlineData(MinorControl.AskCounsel)]
    [InlineData(MinorControl.Unknown)]
    [InlineData(MinorControl.MinorAndParent)]
    [InlineData(MinorControl.NotAMinor)]
    public void A_parent_alone_never_signs_for_the_patient(MinorControl control) =>
        Assert.Equal(
            "consent.signer",
            Assert
                .Throws<RuleViolationException>(() =>
                    Filed.Given(Filed.Terms() with { SignedBy = ConsentSigner.ParentOrGuardian }, control: control)
                )
                .Rule
        );

    [Theory]
    [InlineData(MinorControl.MinorAlone)]
    [InlineData(MinorControl.AskCounsel)]
    [InlineData(MinorControl.Unknown)]
    [InlineData(MinorControl.MinorAndParent)]
    public void A_representative_never_signs_for_a_minor(MinorControl control) =>
        Assert.Throws<RuleViolationException>(() =>
            Filed.Given(
                Filed.Terms() with
                {
                    SignedBy = ConsentSigner.LegalRepresentative,
                    SignerAuthority = "guardian by court",
                },
                control: control
            )
        );

    [Fact]
    public void Where_the_law_wants_both_the_minor_alone_is_not_enough()
    {
        Assert.Throws<RuleViolationException>(() => Filed.Given(control: MinorControl.MinorAndParent));
        Assert.NotNull(
            Filed.Given(
                Filed.Terms() with
                {
                    SignedBy = ConsentSigner.Patient | ConsentSigner.ParentOrGuardian,
                },
                control: MinorControl.MinorAndParent
            )
        );
    }

    [Fact]
    public void Who_must_sign_is_asked_again_when_the_consent_is_relied_on()
    {
        var consent = Filed.Given(
            Filed.Terms() with
            {
                SignedBy = ConsentSigner.LegalRepresentative,
                SignerAuthority = "power of attorney",
            }
        );
        Assert.Null(ConsentReliance.Refusal(consent, Filed.File(consent), Filed.Now));
        Assert.Equal("consent.signer", ConsentReliance.Refusal(consent, Filed.File(consent) with { BirthDate = Fifteen }, Filed.Now));
    }

    [Fact]
    public void A_parent_without_the_minors_consent_sees_nothing()
    {
        var file = Filed.File() with { BirthDate = Fifteen };
        var parent = new Actor(Filed.Sister, Role.Family);
        Assert.All(
            Enum.GetValues<DataClass>().Where(d => d != DataClass.Directory),
            d => Assert.False(AccessPolicy.Decide(parent, new() { File = file }, AccessAction.Read, d, Filed.Now).IsAllowed)
        );
        Assert.Equal(
            "consent.not-on-file",
            Filed.Reason(
                DisclosureGate.Decide(
                    Filed.Request(file) with
                    {
                        Actor = parent,
                        Recipient = Filed.ToSister,
                        Purpose = DisclosurePurpose.FamilySupport,
                    }
                )
            )
        );
    }

    [Fact]
    public void A_disclosure_for_a_minor_of_an_unverified_state_tells_the_officer_to_ask_counsel()
    {
        var file = Filed.File(Filed.Given()) with { BirthDate = Fifteen, State = "WA" };
        Assert.Equal(["minor.ask-counsel"], Filed.Permit(DisclosureGate.Decide(Filed.Request(file))).Remarks);
        Assert.Empty(Filed.Permit(DisclosureGate.Decide(Filed.Request())).Remarks);
    }
}
