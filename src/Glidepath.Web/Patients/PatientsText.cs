using Glidepath.Web.Shared;

namespace Glidepath.Web.Patients;

/// <summary>The sentences of patients: PatientsText.resx.</summary>
public sealed class PatientsText
{
    internal static Sentences T { get; } = new(typeof(PatientsText));
}
