using Glidepath.Pharmacology.Safety;
using Glidepath.Treatment.Family;
using Glidepath.Web.Shared;

namespace Glidepath.Web.Family;

/// <summary>What a family member typed: read from the body, shown again, kept nowhere.</summary>
internal static class FamilyForm
{
    public static SafetyScreen Screen(FormReader form) =>
        new(form.Answer("self-harm"), form.Answer("violence"), form.Answer("weapons"), form.Answer("children"), form.Answer("threats"));

    public static string? Word(Answer? answer) =>
        answer switch
        {
            Answer.Yes => "yes",
            Answer.No => "no",
            Answer.Unknown => "unknown",
            _ => null,
        };

    public static FamilyMessage Message(FormReader form) =>
        new()
        {
            Good = Part(form, "good"),
            Happened = Part(form, "happened"),
            Feeling = Part(form, "feeling"),
            OwnPart = Part(form, "own-part"),
            Offer = Part(form, "offer"),
        };

    private static string Part(FormReader form, string name) => form.Text(name, FamilyMessage.LongestPart);
}
