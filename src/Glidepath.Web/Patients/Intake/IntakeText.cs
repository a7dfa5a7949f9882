using Glidepath.Web.Shared;

namespace Glidepath.Web.Patients.Intake;

/// <summary>The sentences of the intake: IntakeText.resx.</summary>
public sealed class IntakeText
{
    internal static AreaWords T { get; } = new(typeof(IntakeText));
}
