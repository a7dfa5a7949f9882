using Glidepath.Pharmacology.Safety;

namespace Glidepath.Application.Shared;

/// <summary>How a finding of the engine looks and what stands before it.</summary>
public static class Severities
{
    public static (Sign Sign, string Lead) Shown(this Severity severity) =>
        severity switch
        {
            Severity.Note => (Sign.Know, "Note:"),
            Severity.Finding => (Sign.Look, "Review:"),
            Severity.Breach => (Sign.Look, "Exceeds limit:"),
            Severity.CareFirst => (Sign.Hold, "First:"),
        };
}
