using Glidepath.Application.Shared;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Shared;

namespace Glidepath.Web.Privacy.Consents;

/// <summary>What stands on the form besides the answers: the same words on the screen and on paper.</summary>
internal static class ConsentWords
{
    public const string HowToRevoke =
            "You can end this at any time. Say so to anyone here, write to the privacy officer, or press End on your consents "
            + "page. It works at once.",
        IfYouDoNotSign = "You do not have to sign. Your care here does not depend on it. What you do not allow is not sent.",
        Redisclosure =
            "Who gets it may be able to pass it on. Federal rules on these records (42 CFR part 2) limit what they may do. They "
            + "may not use it against you in court unless you agree or a judge orders it.";
}

/// <summary>A consent as it was typed. Every element that is missing is said beside its field.</summary>
public sealed class ConsentForm(FormReader sent)
{
    private const int Longest = 1_000;

    /// <summary>By rule, the field that it is about and what is said there.</summary>
    private static readonly Dictionary<string, (string Field, string? Says)> Rules = new(StringComparer.Ordinal)
    {
        ["consent.element.information"] = ("categories", "TickWhatMayBeSharedAndSayItInYourOwn"),
        ["consent.element.recipient"] = ("recipient", "SayWhoMayGetItANameOrAKindOfPeople"),
        ["consent.element.intermediary-participants"] = ("participants", "SayToWhomItIsPassedOn"),
        ["consent.element.purpose"] = ("purposes", "SayWhatItIsForTickOneAndSayItInAFewWords"),
        ["consent.element.right-to-revoke"] = ("how-to-revoke", null),
        ["consent.element.expiry"] = ("expiry", "SayWhenItEndsADayOrAnEventOnlyAConsent"),
        ["consent.element.signature"] = ("signer", "ItMustBeSignedWriteTheNameOfWhoSignsAnd"),
        ["consent.element.signer-authority"] = ("authority", "SayWhatLetsThisPersonSignForThePatient"),
        ["consent.element.signed-on"] = ("signed-on", "WriteTheDayItWasSigned"),
        ["consent.element.consequences-of-refusal"] = ("consequences", null),
        ["consent.kind.unknown"] = ("kind", "ChooseOneKindOfConsent"),
        ["consent.tpo.purpose"] = ("purposes", "ThisKindIsForTreatmentPaymentAndRunning"),
        ["consent.counselling-notes.apart"] = ("categories", "CounselingNotesNeedAConsentOfTheirOwn"),
        ["consent.legal-proceedings.apart"] = ("purposes", "CourtMattersNeedAConsentOfTheirOwnWithNo"),
        ["consent.signer"] = ("signed-by", "ThePatientMustSignWhereTheLawAsksForItA"),
        ["consent.dates.ends-before-it-begins"] = ("expires-on", "ItEndsBeforeTheDayItWasSignedCheckBoth"),
        ["consent.dates.signed-after-today"] = ("signed-on", "ItCantBeSignedAfterTodayCheckTheDate"),
        ["consent.dates.signed-before-birth"] = ("signed-on", "ItCantBeSignedBeforeThePatientWasBorn"),
    };

    public static ConsentForm Empty => new(FormReader.Empty);

    public string? this[string name] => sent[name];

    public IReadOnlySet<string> All(string name) => sent.Ticked(name);

    /// <param name="recipientAccount">The family account that was named; null where none was.</param>
    public ConsentTerms Terms(Guid patientId, string patientName, string programme, bool byPatient, Guid? recipientAccount, DateOnly today)
    {
        var kind = sent.Enum<ConsentKind>("kind") ?? default;
        return new ConsentTerms
        {
            PatientId = patientId,
            Kind = kind,
            OnSameForm = kind,
            Origin = byPatient ? ConsentOrigin.RecordedByPatient : ConsentOrigin.RecordedByProgramme,
            PatientName = patientName,
            DiscloserName = programme,
            Categories = sent.Flags<InformationCategory>("categories"),
            InformationDescription = sent.Words("information", Longest),
            RecipientKind = sent.Enum<RecipientKind>("recipient-kind") ?? default,
            RecipientName = sent.Words("recipient", 200),
            RecipientPartyId = recipientAccount,
            RecipientClasses = sent.Flags<RecipientClass>("recipient-classes"),
            IntermediaryParticipants = sent.Words("participants", Longest),
            Purposes = sent.Flags<DisclosurePurpose>("purposes"),
            PurposeText = sent.Words("purpose", Longest),
            HowToRevoke = ConsentWords.HowToRevoke,
            Expiry = sent.Enum<ConsentExpiry>("expiry") ?? default,
            ExpiresOn = sent.Day("expires-on"),
            ExpiryEvent = sent.Words("expiry-event", Longest),
            SignedBy = byPatient ? ConsentSigner.Patient : sent.Flags<ConsentSigner>("signed-by"),
            SignerName = sent.Words("signer", 200),
            SignerAuthority = sent.Words("authority", Longest),
            SignatureMethod = byPatient
                ? this["agree"] is "yes"
                    ? SignatureMethod.Electronic
                    : SignatureMethod.None
                : sent.Enum<SignatureMethod>("method") ?? default,
            SignedOn = byPatient ? today : sent.Day("signed-on"),
            HasRedisclosureStatement = true,
            ConsequencesOfRefusal = ConsentWords.IfYouDoNotSign,
        };
    }

    /// <summary>What is missing, each beside its field, in plain words.</summary>
    public static void Say(IEnumerable<ConsentElement> missing, FieldErrors errors)
    {
        foreach (var element in missing)
        {
            var (field, says) = Rules.GetValueOrDefault(element.Rule, ("kind", null));
            errors.Add(field, says is null ? ConsentsText.T["MissingWord", element.Message] : ConsentsText.T[says]);
        }
    }
}
