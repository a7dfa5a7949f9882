using Glidepath.Pharmacology.Drugs;
using Glidepath.Treatment.Assessments;

namespace Glidepath.Application.Assessments;

/// <summary>How scores and their sources are said.</summary>
internal static class ScaleWords
{
    public static string Of(Confidence confidence) =>
        confidence switch
        {
            Confidence.Primary => "Read in the source itself.",
            Confidence.Secondary => "Second-hand: read in a table or review that quotes another source.",
            Confidence.Derived => "Our own arithmetic or convention.",
            Confidence.Unverified => "Source not confirmed.",
        };

    public static string Of(int? total, bool isProrated) =>
        total is null ? "no score"
        : isProrated ? $"about {total}"
        : $"{total}";

    public static string By(AnsweredBy who) =>
        who switch
        {
            AnsweredBy.Patient => "by the person alone",
            AnsweredBy.Staff => "with staff",
            AnsweredBy.Both => "together",
        };
}
