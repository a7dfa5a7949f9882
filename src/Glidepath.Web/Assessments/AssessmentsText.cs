using Glidepath.Web.Shared;

namespace Glidepath.Web.Assessments;

/// <summary>The sentences of assessments: AssessmentsText.resx.</summary>
public sealed class AssessmentsText
{
    internal static AreaWords T { get; } = new(typeof(AssessmentsText));
}
