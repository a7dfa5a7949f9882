using Glidepath.Application.Shared;

namespace Glidepath.Web.Patients;

/// <summary>The sentences of patients: PatientsText.resx.</summary>
public sealed class PatientsText
{
    internal static AreaText T { get; } = new(typeof(PatientsText));
}
