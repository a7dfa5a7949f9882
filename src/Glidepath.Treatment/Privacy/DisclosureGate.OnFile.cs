namespace Glidepath.Treatment.Privacy;

public static partial class DisclosureGate
{
    /// <summary>What the file holds for the basis named. A caller picks a basis; only the file makes it one.</summary>
    private readonly record struct Grant(string? Refusal, InformationCategory Categories, Consent? Consent = null)
    {
        public static Grant Of(InformationCategory categories) => new(null, categories);

        public static Grant No(string refusal) => new(refusal, InformationCategory.None);
    }

    private static Grant OnFile(DisclosureRequest request, PrivacyFile file) =>
        request.Basis switch
        {
            DisclosureBasis.PatientAccess => ByPatient(request, file),
            DisclosureBasis.CareTeam => ByCareTeam(request, file),
            DisclosureBasis.Consent => ByConsent(request, file, ConsentKind.SpecificDisclosure),
            DisclosureBasis.TpoConsent => ByConsent(request, file, ConsentKind.TreatmentPaymentOperations),
            DisclosureBasis.CounsellingNotesConsent => ByConsent(request, file, ConsentKind.CounsellingNotes),
            DisclosureBasis.LegalProceedingsConsent => ByConsent(request, file, ConsentKind.LegalProceedings),
            DisclosureBasis.MedicalEmergency => ByEmergency(request, file),
            DisclosureBasis.BreakGlass => ByBreakGlass(request, file),
            DisclosureBasis.AuditOrEvaluation => ByApproval(request, file, ApprovalKind.AuditOrEvaluation),
            DisclosureBasis.Research => ByApproval(request, file, ApprovalKind.Research),
            DisclosureBasis.ServiceAgreement => ByAgreement(request, file),
            DisclosureBasis.CourtOrder => ByCourtOrder(request, file),
            DisclosureBasis.CrimeOnPremises => ByReport(request, file, StatutoryReportKind.CrimeOnPremises),
            DisclosureBasis.ChildAbuseReport => ByReport(request, file, StatutoryReportKind.ChildAbuse),
            DisclosureBasis.None => Grant.No("basis.unknown"),
        };

    private static Grant ByPatient(DisclosureRequest request, PrivacyFile file)
    {
        if (request.Recipient.PartyId is not { } party || !file.IsOf(party))
            return Grant.No("patient.not-recipient");
        return request.Actor.Role switch
        {
            Role.Patient when file.PatientAccountId == request.Actor.AccountId => Grant.Of(InformationCategories.All),
            Role.PrivacyOfficer => ByCopyRequest(request, file),
            not Role.Patient when file.CareTeam.Contains(request.Actor.AccountId) => Grant.Of(SeenBy(request.Actor, file)),
            _ => Grant.No("patient.not-own-record"),
        };
    }

    /// <summary>The officer meets no patient: what goes to one was asked for, and that is on file.</summary>
    private static Grant ByCopyRequest(DisclosureRequest request, PrivacyFile file) =>
        file.CopyRequests.FirstOrDefault(c => c.Id == request.Reference && file.IsOf(c.PatientId)) is not { } asked
            ? Grant.No("copy-request.not-on-file")
        : asked.LetsOut(request.Now) ? Grant.Of(asked.Categories)
        : Grant.No("copy-request.answered");

    /// <summary>
    /// Who hands it over sees it first: no more than they may read here, and nothing that the patient keeps back from them.
    /// </summary>
    private static InformationCategory SeenBy(Actor actor, PrivacyFile file) =>
        RolePermissions.Readable(actor.Role, RelationNeeded.CareTeam)
        & ~file.KeptBackFrom(new Recipient("", RecipientClass.Programme, actor.AccountId));

    private static Grant ByCareTeam(DisclosureRequest request, PrivacyFile file)
    {
        if (!file.CareTeam.Contains(request.Actor.AccountId))
            return Grant.No("care-team.not-on-it");
        return request.Recipient.PartyId == request.Actor.AccountId
            ? Grant.Of(RolePermissions.Readable(request.Actor.Role, RelationNeeded.CareTeam) | InformationCategory.CounsellingNotes)
            : Grant.No("care-team.not-recipient");
    }

    private static Grant ByConsent(DisclosureRequest request, PrivacyFile file, ConsentKind kind)
    {
        if (file.Consents.FirstOrDefault(c => c.Id == request.Reference) is not { } consent)
            return Grant.No("consent.not-on-file");
        if (consent.Kind != kind)
            return Grant.No("consent.other-kind");
        if (ConsentReliance.Refusal(consent, file, request.Now) is { } refusal)
            return Grant.No(refusal);
        if (!ConsentReliance.Names(consent, request.Recipient))
            return Grant.No("consent.other-recipient");
        if (
            BasisTable.Automated.Contains(request.Channel)
            && consent.RecipientKind != RecipientKind.Class
            && consent.RecipientPartyId is null
        )
            return Grant.No("consent.recipient-not-identified");
        if (!consent.Purposes.HasFlag(request.Purpose))
            return Grant.No("consent.other-purpose");
        if (
            request.Actor.Role == Role.Family
            && (consent.RecipientPartyId != request.Actor.AccountId || request.Recipient.PartyId != request.Actor.AccountId)
        )
            return Grant.No("family.not-recipient");
        if (request.Actor.Role is not (Role.Family or Role.PrivacyOfficer) && !file.CareTeam.Contains(request.Actor.AccountId))
            return Grant.No("care-team.not-on-it");
        return new Grant(null, consent.Categories, consent);
    }

    private static Grant ByEmergency(DisclosureRequest request, PrivacyFile file) =>
        file.Emergencies.FirstOrDefault(e => e.Id == request.Reference && file.IsOf(e.PatientId)) is not { } emergency
            ? Grant.No("emergency.not-on-file")
        : emergency.Covers(request.Recipient, request.Now) ? Grant.Of(InformationCategories.All)
        : Grant.No("emergency.not-this-one");

    private static Grant ByBreakGlass(DisclosureRequest request, PrivacyFile file)
    {
        if (file.BreakGlass.FirstOrDefault(b => b.Id == request.Reference && file.IsOf(b.PatientId)) is not { } grant)
            return Grant.No("break-glass.not-on-file");
        if (grant.OpenedBy != request.Actor.AccountId || request.Recipient.PartyId != request.Actor.AccountId)
            return Grant.No("break-glass.other-account");
        return grant.IsLive(request.Now) ? Grant.Of(InformationCategories.All) : Grant.No("break-glass.over");
    }

    private static Grant ByApproval(DisclosureRequest request, PrivacyFile file, ApprovalKind kind)
    {
        if (file.Approvals.FirstOrDefault(a => a.Id == request.Reference && a.Kind == kind) is not { } approval)
            return Grant.No("approval.not-on-file");
        if (!approval.IsLive(file.DayOf(request.Now)))
            return Grant.No("approval.not-live");
        if (!approval.IsFor(request.Recipient))
            return Grant.No("approval.other-organisation");
        return Grant.Of(
            approval.MayIdentify
                ? approval.Categories
                : approval.Categories & ~(InformationCategory.Demographics | InformationCategory.Contact | InformationCategory.Documents)
        );
    }

    private static Grant ByAgreement(DisclosureRequest request, PrivacyFile file)
    {
        if (file.Agreements.FirstOrDefault(a => a.Id == request.Reference) is not { } agreement)
            return Grant.No("agreement.not-on-file");
        if (!agreement.IsLive(file.DayOf(request.Now)))
            return Grant.No("agreement.not-live");
        if (!agreement.IsFor(request.Recipient))
            return Grant.No("agreement.other-organisation");
        return agreement.Purposes.HasFlag(request.Purpose) ? Grant.Of(agreement.Categories) : Grant.No("agreement.other-purpose");
    }

    private static Grant ByCourtOrder(DisclosureRequest request, PrivacyFile file)
    {
        if (file.LegalDemands.FirstOrDefault(d => d.Id == request.Reference && file.IsOf(d.PatientId)) is not { } demand)
            return Grant.No("legal-demand.not-on-file");
        if (file.LegalDemands.Any(d => d.AmendsId == demand.Id))
            return Grant.No("legal-demand.superseded");
        if (demand.Missing() is [var first, ..])
            return Grant.No(first);
        if (request.IsAgainstPatient && !demand.MayBeUsedAgainstPatient)
            return Grant.No("proceedings.blocked");
        var today = file.DayOf(request.Now);
        if (today < demand.ServedOn || today > demand.ValidUntil)
            return Grant.No("legal-demand.not-live");
        return Recipient.SameName(demand.RecipientName, request.Recipient.Name)
            ? Grant.Of(demand.Categories)
            : Grant.No("legal-demand.other-recipient");
    }

    private static Grant ByReport(DisclosureRequest request, PrivacyFile file, StatutoryReportKind kind) =>
        file.StatutoryReports.FirstOrDefault(r => r.Id == request.Reference && file.IsOf(r.PatientId)) is not { } report
            ? Grant.No("statutory-report.not-on-file")
        : report.Covers(kind, request.Recipient, request.Now) ? Grant.Of(InformationCategories.All)
        : Grant.No("statutory-report.not-this-one");
}
