namespace Glidepath.Treatment.Privacy;

/// <summary>Whether a consent on file may be relied on now. Everything is asked again each time.</summary>
public static class ConsentReliance
{
    /// <returns>The reason why not, as a stable code, or null where it may be relied on.</returns>
    public static string? Refusal(Consent consent, PrivacyFile file, DateTime now)
    {
        if (!file.IsOf(consent.PatientId))
            return "consent.other-patient";
        if (file.ConsentEnds.FirstOrDefault(e => e.ConsentId == consent.Id) is { } end)
            return end.Kind == ConsentEndKind.Revoked ? "consent.revoked"
                : end.Kind == ConsentEndKind.ExpiryEvent ? "consent.expired"
                : "consent.found-invalid";
        if (file.Consents.Any(c => c.AmendsId == consent.Id))
            return "consent.superseded";
        var today = file.DayOf(now);
        if (consent.RecordedAt > now || consent.SignedOn > today)
            return "consent.not-yet";
        if (consent.Expiry == ConsentExpiry.OnDay && consent.ExpiresOn < today)
            return "consent.expired";
        return ConsentElements.Missing(consent.ToTerms(), Control(consent, file)) is [var first, ..] ? first.Rule : null;
    }

    /// <summary>
    /// Whether the consent names this recipient: the one meant, not any of that name where the directory tells them apart.
    /// </summary>
    public static bool Names(Consent consent, Recipient recipient)
    {
        if (consent.RecipientPartyId is { } party && party != recipient.PartyId)
            return false;
        var isOfClass = consent.RecipientClasses == RecipientClass.None || (consent.RecipientClasses & recipient.Class) != 0;
        return consent.RecipientKind switch
        {
            RecipientKind.Named => !recipient.IsIntermediary && isOfClass && Recipient.SameName(consent.RecipientName, recipient.Name),
            RecipientKind.Intermediary => recipient.IsIntermediary
                && isOfClass
                && Recipient.SameName(consent.RecipientName, recipient.Name),
            RecipientKind.Class => !recipient.IsIntermediary && (consent.RecipientClasses & recipient.Class) != 0,
            RecipientKind.None => false,
            _ => false,
        };
    }

    internal static MinorControl Control(Consent consent, PrivacyFile file) =>
        consent.SignedOn is { } signedOn
            ? MinorConsentTable.ControlOf(file.BirthDate, signedOn, file.State, file.CounselsMinorRules)
            : MinorControl.Unknown;
}
