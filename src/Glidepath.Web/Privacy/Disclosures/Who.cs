namespace Glidepath.Web.Privacy.Disclosures;

/// <summary>Roles of these pages, as <c>[Authorize(Roles = …)]</c> takes them; the record is asked again about the one patient.</summary>
internal static class Who
{
    public const string Clinicians = "Prescriber,Nurse,Therapist,Counsellor", Officer = "PrivacyOfficer", Patient = "Patient", Family = "Family",
        ClinicalOrOfficer = Clinicians + "," + Officer, Destroyers = "PrivacyOfficer,Director,Administrator";
}
