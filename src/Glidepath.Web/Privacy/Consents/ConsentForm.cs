using System.Globalization;
using Glidepath.Application.Shared;
using Glidepath.Treatment;
using Glidepath.Treatment.Privacy;

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
public sealed class ConsentForm(IFormCollection sent)
{
    private static readonly Dictionary<string, string> FieldOfRule = new(StringComparer.Ordinal)
    {
        ["consent.element.information"] = "categories",
        ["consent.element.recipient"] = "recipient",
        ["consent.element.intermediary-participants"] = "participants",
        ["consent.element.purpose"] = "purposes",
        ["consent.element.right-to-revoke"] = "how-to-revoke",
        ["consent.element.expiry"] = "expiry",
        ["consent.element.signature"] = "signer",
        ["consent.element.signer-authority"] = "authority",
        ["consent.element.signed-on"] = "signed-on",
        ["consent.element.consequences-of-refusal"] = "consequences",
        ["consent.kind.unknown"] = "kind",
        ["consent.tpo.purpose"] = "purposes",
        ["consent.counselling-notes.apart"] = "categories",
        ["consent.legal-proceedings.apart"] = "purposes",
        ["consent.signer"] = "signed-by",
        ["consent.dates.ends-before-it-begins"] = "expires-on",
        ["consent.dates.signed-after-today"] = "signed-on",
        ["consent.dates.signed-before-birth"] = "signed-on",
    };

    private static readonly Dictionary<string, string> Says = new(StringComparer.Ordinal)
    {
        ["consent.element.information"] = "Tick what may be shared, and say it in your own words.",
        ["consent.element.recipient"] = "Say who may get it: a name, or a kind of people.",
        ["consent.element.intermediary-participants"] = "Say to whom it is passed on.",
        ["consent.element.purpose"] = "Say what it is for: tick one, and say it in a few words.",
        ["consent.element.expiry"] =
            "Say when it ends: a day or an event. Only a consent for treatment, payment and running the clinic may have no end.",
        ["consent.element.signature"] = "It must be signed. Write the name of who signs, and how.",
        ["consent.element.signer-authority"] = "Say what lets this person sign for the patient.",
        ["consent.element.signed-on"] = "Write the day it was signed.",
        ["consent.kind.unknown"] = "Choose one kind of consent.",
        ["consent.tpo.purpose"] = "This kind is for treatment, payment and running the clinic only. Untick the rest.",
        ["consent.counselling-notes.apart"] = "Counseling notes need a consent of their own, with nothing else on it.",
        ["consent.legal-proceedings.apart"] = "Court matters need a consent of their own, with no other purpose on it.",
        ["consent.dates.ends-before-it-begins"] = "It ends before the day it was signed. Check both dates.",
        ["consent.dates.signed-after-today"] = "It can't be signed after today. Check the date.",
        ["consent.dates.signed-before-birth"] = "It can't be signed before the patient was born. Check the date.",
        ["consent.signer"] = "The patient must sign. Where the law asks for it, a parent signs too.",
    };

    public static ConsentForm Empty { get; } = new(FormCollection.Empty);

    public string? this[string name] => sent[name] is { Count: > 0 } values && values[^1]?.Trim() is { Length: > 0 } value ? value : null;

    public IReadOnlySet<string> All(string name) => sent[name].OfType<string>().ToHashSet(StringComparer.Ordinal);

    /// <param name="recipientAccount">The family account that was named; null where none was.</param>
    public ConsentTerms Terms(
        Guid patientId,
        string patientName,
        string programme,
        bool byPatient,
        Guid? recipientAccount,
        DateOnly today,
        FieldErrors errors
    )
    {
        var kind = One<ConsentKind>("kind");
        return new ConsentTerms
        {
            PatientId = patientId,
            Kind = kind,
            OnSameForm = kind,
            Origin = byPatient ? ConsentOrigin.RecordedByPatient : ConsentOrigin.RecordedByProgramme,
            PatientName = patientName,
            DiscloserName = programme,
            Categories = Flags<InformationCategory>("categories"),
            InformationDescription = Text("information", errors),
            RecipientKind = One<RecipientKind>("recipient-kind"),
            RecipientName = Text("recipient", errors, 200),
            RecipientPartyId = recipientAccount,
            RecipientClasses = Flags<RecipientClass>("recipient-classes"),
            IntermediaryParticipants = Text("participants", errors),
            Purposes = Flags<DisclosurePurpose>("purposes"),
            PurposeText = Text("purpose", errors),
            HowToRevoke = ConsentWords.HowToRevoke,
            Expiry = One<ConsentExpiry>("expiry"),
            ExpiresOn = Day("expires-on", errors),
            ExpiryEvent = Text("expiry-event", errors),
            SignedBy = byPatient ? ConsentSigner.Patient : Flags<ConsentSigner>("signed-by"),
            SignerName = Text("signer", errors, 200),
            SignerAuthority = Text("authority", errors),
            SignatureMethod = byPatient
                ? this["agree"] is "yes"
                    ? SignatureMethod.Electronic
                    : SignatureMethod.None
                : One<SignatureMethod>("method"),
            SignedOn = byPatient ? today : Day("signed-on", errors),
            HasRedisclosureStatement = true,
            ConsequencesOfRefusal = ConsentWords.IfYouDoNotSign,
        };
    }

    /// <summary>What is missing, each beside its field, in plain words.</summary>
    public static void Say(IEnumerable<ConsentElement> missing, FieldErrors errors)
    {
        foreach (var element in missing)
            errors.Add(
                FieldOfRule.GetValueOrDefault(element.Rule, "kind"),
                Says.GetValueOrDefault(element.Rule, $"Missing: {element.Message}.")
            );
    }

    private string? Text(string name, FieldErrors errors, int longest = 1_000)
    {
        if (this[name] is { } text && text.Length > longest)
            errors.Add(name, $"That has {text.Length} characters. At most {longest} fit.");
        return this[name];
    }

    private DateOnly? Day(string name, FieldErrors errors)
    {
        if (this[name] is not { } text)
            return null;
        if (
            DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is >= 1900 and <= 2200
        )
            return day;
        errors.Add(name, ConsentsText.T["WriteADateLike20261201YearMonthDay"]);
        return null;
    }

    private T One<T>(string name)
        where T : struct, Enum => EnumWords.Read<T>(this[name]) ?? default;

    private T Flags<T>(string name)
        where T : struct, Enum => EnumWords.ReadFlags<T>(All(name));
}
