using CsCheck;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Tests.Privacy;

public class DisclosurePropertyTests
{
    private static readonly ConsentKind[] Kinds =
    [
        ConsentKind.SpecificDisclosure,
        ConsentKind.TreatmentPaymentOperations,
        ConsentKind.CounsellingNotes,
        ConsentKind.LegalProceedings,
    ];

    private static readonly Gen<Consent> AnyConsent =
        from kind in Of(Kinds)
        from bits in Gen.Int[1, (1 << 19) - 1]
        from days in Gen.Int[-3, 30]
        select Filed.Given(
            Filed.Terms(kind) with
            {
                Categories = kind == ConsentKind.CounsellingNotes ? InformationCategory.CounsellingNotes : (InformationCategory)bits,
                Expiry = ConsentExpiry.OnDay,
                ExpiresOn = Filed.Today.AddDays(days),
            }
        );

    private static readonly Gen<DisclosureRequest> AnyRequest =
        from consent in AnyConsent
        from channel in Gen.Int[-1, 14]
        from basis in Gen.Int[-1, 16]
        from role in Gen.Int[-1, 12]
        from purpose in Gen.Int[-1, 13]
        from recipients in Gen.Int[-1, 14]
        from categories in Gen.Int[0, 1 << 21]
        from against in Gen.Int[0, 9]
        select Filed.Request(Filed.File(consent)) with
        {
            Channel = (DisclosureChannel)channel,
            Basis = (DisclosureBasis)basis,
            Actor = new(Filed.Therapist, (Role)role),
            Purpose = purpose < 0 ? 0 : (DisclosurePurpose)(1 << purpose),
            Recipient = Filed.ToClinic with { Class = recipients < 0 ? 0 : (RecipientClass)(1 << recipients) },
            Categories = (InformationCategory)categories,
            IsAgainstPatient = against == 0,
        };

    /// <summary>Nearly always lets something out, so that the properties below are not empty.</summary>
    private static readonly Gen<DisclosureRequest> LikelyRequest =
        from consent in AnyConsent
        from channel in Of(Enum.GetValues<DisclosureChannel>())
        from categories in Gen.Int[1, (1 << 20) - 1]
        select Filed.Request(Filed.File(consent)) with
        {
            Channel = channel,
            Basis = consent.Kind switch
            {
                ConsentKind.TreatmentPaymentOperations => DisclosureBasis.TpoConsent,
                ConsentKind.CounsellingNotes => DisclosureBasis.CounsellingNotesConsent,
                ConsentKind.LegalProceedings => DisclosureBasis.LegalProceedingsConsent,
                _ => DisclosureBasis.Consent,
            },
            Actor =
                consent.Kind == ConsentKind.LegalProceedings
                    ? new(Filed.Officer, Role.PrivacyOfficer)
                    : new(Filed.Therapist, Role.Therapist),
            Purpose = consent.Purposes,
            Recipient =
                consent.Kind == ConsentKind.LegalProceedings
                    ? new("County Court", RecipientClass.CourtOrLawEnforcement, Filed.Clinic)
                    : Filed.ToClinic,
            Categories = (InformationCategory)categories,
        };

    private static readonly Gen<DisclosureRequest> Requests = Gen.OneOf(AnyRequest, LikelyRequest, LikelyRequest);

    private static Gen<T> Of<T>(T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static InformationCategory Out(DisclosureRequest request) => DisclosureGate.Decide(request).Outside.Categories;

    [Fact]
    public void Likely_requests_do_let_something_out() =>
        Assert.True(LikelyRequest.Array[500].Single().Count(r => Out(r) != InformationCategory.None) > 50);

    [Fact]
    public void Revoking_lets_nothing_out_any_more() =>
        Requests.Sample(
            request =>
            {
                var consent = request.File!.Consents[0];
                return Out(request with { File = request.File with { ConsentEnds = [Filed.Ended(consent)] } }) is var after
                    && (after & ~Out(request)) == 0
                    && (request.Reference != consent.Id || !IsByConsent(request.Basis) || after == InformationCategory.None);
            },
            iter: 10_000
        );

    [Fact]
    public void A_narrower_consent_never_lets_more_out() =>
        Gen.Select(Requests, Gen.Int[0, (1 << 20) - 1])
            .Sample(
                (request, mask) =>
                {
                    var before = Out(request);
                    var terms = request.File!.Consents[0].ToTerms();
                    var narrowed = Filed.Tampered(
                        Filed.Given(terms),
                        nameof(Consent.Categories),
                        terms.Categories & (InformationCategory)mask
                    );
                    return (Out(request with { File = Filed.File(narrowed) }) & ~before) == 0;
                },
                iter: 10_000
            );

    [Fact]
    public void Nothing_leaves_that_was_not_asked_for() =>
        Requests.Sample(request => (Out(request) & ~request.Categories) == 0, iter: 10_000);

    [Fact]
    public void Nothing_leaves_by_consent_that_the_consent_does_not_list() =>
        Requests.Sample(
            request => !IsByConsent(request.Basis) || (Out(request) & ~request.File!.Consents[0].Categories) == 0,
            iter: 10_000
        );

    [Fact]
    public void What_is_unknown_is_closed() =>
        Requests.Sample(
            request =>
                Out(request with { Channel = (DisclosureChannel)99 }) == 0
                && Out(request with { Basis = (DisclosureBasis)99 }) == 0
                && Out(request with { Actor = request.Actor with { Role = (Role)99 } }) == 0
                && Out(request with { Purpose = (DisclosurePurpose)(1 << 29) }) == 0
                && Out(request with { Purpose = request.Purpose | (DisclosurePurpose)(1 << 29) }) == 0
                && Out(request with { Recipient = request.Recipient with { Class = (RecipientClass)(1 << 29) } }) == 0
                && Out(request with { Categories = request.Categories | (InformationCategory)(1 << 29) }) == 0,
            iter: 3_000
        );

    [Fact]
    public void A_restriction_never_adds() =>
        Gen.Select(Requests, Gen.Int[1, (1 << 20) - 1])
            .Sample(
                (request, bits) =>
                {
                    var restriction = Restriction.Request(Filed.Id(60), Filed.Patient, (InformationCategory)bits, Filed.Now);
                    restriction.Agree(Filed.Officer, Filed.Now);
                    var after = Out(request with { File = request.File! with { Restrictions = [restriction] } });
                    return (after & ~Out(request)) == 0 && (!IsByConsent(request.Basis) || (after & (InformationCategory)bits) == 0);
                },
                iter: 10_000
            );

    [Fact]
    public void A_refusal_is_the_answer_for_nobody() =>
        Requests.Sample(
            request =>
                DisclosureGate.Decide(request) is not DisclosureDecision.Refuse refuse
                || refuse.Outside == DisclosureGate.Decide(request with { File = null }).Outside,
            iter: 10_000
        );

    [Fact]
    public void Counselling_notes_leave_by_their_own_consent_only() =>
        Requests.Sample(
            request =>
                request.Basis == DisclosureBasis.CounsellingNotesConsent || !Out(request).HasFlag(InformationCategory.CounsellingNotes),
            iter: 10_000
        );

    private static bool IsByConsent(DisclosureBasis basis) =>
        basis
            is DisclosureBasis.Consent
                or DisclosureBasis.TpoConsent
                or DisclosureBasis.CounsellingNotesConsent
                or DisclosureBasis.LegalProceedingsConsent;
}
