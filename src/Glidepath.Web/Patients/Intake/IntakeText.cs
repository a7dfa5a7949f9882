using Glidepath.Application.Shared;

namespace Glidepath.Web.Patients.Intake;

/// <summary>The sentences of the intake: IntakeText.resx.</summary>
public sealed class IntakeText
{
    internal static AreaText T { get; } = new(typeof(IntakeText));
}
