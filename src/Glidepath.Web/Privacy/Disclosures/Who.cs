namespace Glidepath.Web.Privacy.Disclosures;

/// <summary>Roles of these pages, as <c>[Authorize(Roles = …)]</c> takes them; the record is asked again about the one patient.</summary>
internal static class Who
{
    public const string Clinicians = "Prescriber,Nurse,Therapist,Counsellor", Officer = "PrivacyOfficer", Patient = "Patient", Family = "Family",
        ClinicalOrOfficer = Clinicians + "," + Officer, Destroyers = "PrivacyOfficer,Director,Administrator";
}

/// <summary>
/// What asks for a fresh sign-in: a consent given or ended, a record taken out, the glass broken, a key destroyed. The one place to hang the step-up on: a filter that finds this
/// mark on the endpoint.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class StepsUpAttribute : Attribute;
