using Glidepath.Pharmacology.Safety;

namespace Glidepath.Web.Shared;

/// <summary>How a finding of the engine looks and what stands before it.</summary>
public static class Severities
{
    public static (Sign Sign, string Lead) Shown(this Severity severity) => severity switch
    {
        Severity.Note => (Sign.Know, "Know:"),
        Severity.Finding => (Sign.Look, "Look at this:"),
        Severity.Breach => (Sign.Look, "Outside the guideline:"),
        Severity.CareFirst => (Sign.Hold, "First:"),
    };
}
