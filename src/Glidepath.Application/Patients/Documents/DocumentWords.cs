using Glidepath.Treatment.Patients;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Patients;

/// <summary>A paper in words, wherever it is shown.</summary>
internal static class DocumentWords
{
    public static string InWords(this DocumentKind kind) =>
        kind switch
        {
            DocumentKind.OutsideRecord => T["KindOutsideRecord"],
            DocumentKind.DischargeLetter => T["KindDischargeLetter"],
            DocumentKind.LaboratoryReport => T["KindLaboratoryReport"],
            DocumentKind.Prescription => T["KindPrescription"],
            DocumentKind.ConsentForm => T["KindConsentForm"],
            DocumentKind.IdentityPaper => T["KindIdentityPaper"],
            DocumentKind.CourtPaper => T["KindCourtPaper"],
            DocumentKind.Other => T["KindOtherPaper"],
        };

    public static string InWords(this DocumentReceipt receipt) =>
        receipt switch
        {
            DocumentReceipt.InPerson => T["ReceivedInPerson"],
            DocumentReceipt.Mail => T["ReceivedByMail"],
            DocumentReceipt.Fax => T["ReceivedByFax"],
            DocumentReceipt.Electronic => T["ReceivedElectronically"],
        };

    /// <summary>What a paper is about besides being a document.</summary>
    public static string AboutInWords(DataClass holds) =>
        holds switch
        {
            DataClass.Medications => T["AboutMedicines"],
            DataClass.VitalSigns => T["AboutTestResults"],
            DataClass.Assessments => T["AboutAssessments"],
            DataClass.Diagnoses => T["AboutDiagnoses"],
            DataClass.Progress => T["AboutProgress"],
            DataClass.Referrals => T["AboutReferrals"],
            _ => T["AboutNothingNarrower"],
        };

    /// <summary>What it is and how large, as on a link: "PDF, 34 KB".</summary>
    public static string InWords(this DocumentFile file) =>
        file.Size < 1 << 20
            ? T["FileOfKilobytes", Name(file), Math.Max(1, file.Size >> 10)]
            : T["FileOfMegabytes", Name(file), Math.Round(file.Size / (decimal)(1 << 20), 1)];

    private static string Name(DocumentFile file) => file.Format.ToString().ToUpperInvariant();
}
