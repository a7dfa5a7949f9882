using Glidepath.Application.Shared;

namespace Glidepath.Web.Assessments;

/// <summary>The sentences of assessments: AssessmentsText.resx.</summary>
public sealed class AssessmentsText
{
    internal static AreaText T { get; } = new(typeof(AssessmentsText));
}
