using Refuse = Glidepath.Treatment.Privacy.DisclosureDecision.Refuse;

namespace Glidepath.Treatment.Privacy;

/// <summary>
/// The one gate. Every channel asks it, sends exactly what a permit names, and answers a refusal with
/// <see cref="OutsideAnswer.NoSuchPerson"/>.
/// It reads nothing but its argument: what is not in the request does not exist. (docs/decisions/0016-one-disclosure-gate.md)
/// </summary>
public static partial class DisclosureGate
{
    public static DisclosureDecision Decide(DisclosureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Required.Utc(request.Now);
        if (request.RecordId == Guid.Empty)
            throw new ArgumentException("An accounting entry needs an id.", nameof(request));
        return RefusalBeforeTheFile(request) is { } refusal ? new Refuse(refusal)
            : request.File is not { } file ? new Refuse("person.unknown")
            : Decide(request, BasisTable.Of(request.Basis), file);
    }

    /// <summary>The consent on file under which most of what is asked for may go, for a channel whose caller names none.</summary>
    /// <returns>Null where none lets anything out.</returns>
    public static Guid? FindConsent(DisclosureRequest request) =>
        request
            .File?.Consents.Select(c => (c.Id, Decision: Decide(request with { Reference = c.Id }) as DisclosureDecision.Permit))
            .Where(c => c.Decision is not null)
            .OrderByDescending(c => InformationCategories.Each(c.Decision!.Categories).Count())
            .Select(c => (Guid?)c.Id)
            .FirstOrDefault();

    /// <summary>What can be refused without looking at anybody's file.</summary>
    private static string? RefusalBeforeTheFile(DisclosureRequest request)
    {
        if (request.IsRehearsal)
            return "request.rehearsal";
        if (BasisTable.Find(request.Basis) is not { } rule)
            return "basis.unknown";
        if (!Enum.IsDefined(request.Channel) || !rule.Channels.Contains(request.Channel))
            return "channel.not-for-basis";
        if (!rule.Roles.Contains(request.Actor.Role))
            return "role.not-for-basis";
        if (!IsOne((int)request.Purpose) || (request.Purpose & rule.Purposes) == 0)
            return "purpose.not-for-basis";
        if (!IsOne((int)request.Recipient.Class) || (request.Recipient.Class & rule.Recipients) == 0)
            return "recipient.not-for-basis";
        if (!request.Recipient.IsNamed)
            return "recipient.nameless";
        if (BasisTable.Automated.Contains(request.Channel) && request.Recipient.PartyId is null)
            return "recipient.not-identified";
        if (request.Categories == InformationCategory.None || (request.Categories & ~InformationCategories.All) != 0)
            return "categories.unknown";
        if (
            request.IsAgainstPatient
            && request.Basis
                is not (DisclosureBasis.CourtOrder or DisclosureBasis.LegalProceedingsConsent or DisclosureBasis.CrimeOnPremises)
        )
            return "proceedings.blocked";
        return null;
    }

    private static DisclosureDecision Decide(DisclosureRequest request, BasisRule rule, PrivacyFile file)
    {
        var basis = OnFile(request, file);
        if (basis.Refusal is { } refusal)
            return new Refuse(refusal);
        var allowed = request.Categories & rule.Ceiling & basis.Categories;
        if (!MayTakeCounsellingNotes(request))
            allowed &= InformationCategories.AllButCounsellingNotes;
        // What is written to the team stays between the two: who writes must not have to think of who reads along at home.
        if (request.Recipient.Class is RecipientClass.Family)
            allowed &= ~InformationCategory.Messages;
        if (allowed == InformationCategory.None)
            return new Refuse("categories.not-covered");
        if (rule.RestrictionsApply)
            allowed &= ~file.KeptBackFrom(request.Recipient);
        if (allowed == InformationCategory.None)
            return new Refuse("restriction.agreed");
        if (request.IsWholeOrNothing && allowed != request.Categories)
            return new Refuse("categories.not-whole");
        var notices = RedisclosureNotice.For(request.Basis, request.Channel, ProgrammeScope.Part2Protects(file.Scopes));
        return new DisclosureDecision.Permit(
            allowed,
            basis.Consent is { } consent ? [.. notices, ConsentExplanation.Of(consent)] : notices,
            rule.IsUse || RedisclosureNotice.StaysHere(request.Basis, request.Channel)
                ? null
                : DisclosureRecord.Of(request, file, allowed, rule.RestrictionsApply),
            basis.Consent is { } relied && ConsentReliance.Control(relied, file) is MinorControl.AskCounsel or MinorControl.Unknown
                ? ["minor.ask-counsel"]
                : []
        );
    }

    /// <summary>
    /// 42 CFR 2.31(b), and house rule: by their own consent or to their writer, and never by export, FHIR, search, sync, mail or voice.
    /// </summary>
    private static bool MayTakeCounsellingNotes(DisclosureRequest request) =>
        BasisTable.ForCounsellingNotes.Contains(request.Channel)
        && request.Basis switch
        {
            DisclosureBasis.CounsellingNotesConsent => true,
            DisclosureBasis.CareTeam => request.Actor.Role is Role.Therapist or Role.Counsellor
                && request.NotesWrittenBy == request.Actor.AccountId,
            _ => false,
        };

    private static bool IsOne(int flags) => flags > 0 && (flags & (flags - 1)) == 0;
}
