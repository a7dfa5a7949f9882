namespace Glidepath.Treatment.Privacy;

/// <summary>The federal text, word for word as docs/security/disclosure.md gives it. Compare with eCFR before release.</summary>
public static class RedisclosureNotice
{
    /// <summary>42 CFR 2.32(a)(1).</summary>
    public static DisclosureNotice Full { get; } =
        new(
            DisclosureNoticeKind.RedisclosureFull,
            "This record which has been disclosed to you is protected by Federal confidentiality rules (42 CFR part 2). These "
                + "rules prohibit you from using or disclosing this record, "
                + "or testimony that describes the information contained in this record, in any civil, criminal, administrative, "
                + "or legislative proceedings by any Federal, State, or local authority, "
                + "against the patient, unless authorized by the consent of the patient, except as provided at 42 CFR 2.12(c)(5) "
                + "or as authorized by a court in accordance with 42 CFR 2.64 or 2.65. "
                + "In addition, the Federal rules prohibit you from making any other use or disclosure of this record unless at "
                + "least one of the following applies: "
                + "(i) Further use or disclosure is expressly permitted by the written consent of the individual whose information "
                + "is being disclosed in this record or as otherwise permitted by 42 CFR part 2. "
                + "(ii) You are a covered entity or business associate and have received the record for treatment, payment, or "
                + "health care operations, or "
                + "(iii) You have received the record from a covered entity or business associate as permitted by 45 CFR part 164, "
                + "subparts A and E. "
                + "A general authorization for the release of medical or other information is NOT sufficient to meet the required "
                + "elements of written consent to further use or redisclose the record (see 42 CFR 2.31)."
        );

    /// <summary>42 CFR 2.32(a)(2).</summary>
    public static DisclosureNotice Short { get; } =
        new(DisclosureNoticeKind.RedisclosureShort, "42 CFR part 2 prohibits unauthorized use or disclosure of these records.");

    /// <returns>None only for a look at the screen inside the programme or by the patient, and where Part 2 never applied.</returns>
    internal static IReadOnlyList<DisclosureNotice> For(DisclosureBasis basis, DisclosureChannel channel, bool part2Protects)
    {
        if (StaysHere(basis, channel) || !part2Protects)
            return [];
        return channel == DisclosureChannel.Telephone || basis == DisclosureBasis.PatientAccess ? [Short] : [Full];
    }

    /// <summary>Looked at within the programme, or by the patient: the audit holds it, nothing has left.</summary>
    internal static bool StaysHere(DisclosureBasis basis, DisclosureChannel channel) =>
        channel == DisclosureChannel.Screen
        && basis is DisclosureBasis.CareTeam or DisclosureBasis.BreakGlass or DisclosureBasis.PatientAccess;
}
