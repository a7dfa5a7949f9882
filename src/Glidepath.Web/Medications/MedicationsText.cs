using Glidepath.Application.Shared;

namespace Glidepath.Web.Medications;

/// <summary>The sentences of medicines: MedicationsText.resx.</summary>
public sealed class MedicationsText
{
    internal static AreaText T { get; } = new(typeof(MedicationsText));
}
