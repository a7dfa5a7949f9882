using Glidepath.Web.Shared;

namespace Glidepath.Web.Patients;

/// <summary>The sentences of patients: PatientsText.resx.</summary>
public sealed class PatientsText
{
    internal static AreaWords T { get; } = new(typeof(PatientsText));
}
