using Glidepath.Pharmacology.Safety;
using Glidepath.Treatment.Family;

namespace Glidepath.Web.Family;

/// <summary>What a family member typed: read from the body, shown again, kept nowhere.</summary>
internal static class FamilyForm
{
    public static async Task<IFormCollection?> ReadAsync(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method) && context.Request.HasFormContentType
            ? await context.Request.ReadFormAsync(context.RequestAborted)
            : null;

    public static SafetyScreen Screen(IFormCollection form) =>
        new(
            Answered(form, "self-harm"),
            Answered(form, "violence"),
            Answered(form, "weapons"),
            Answered(form, "children"),
            Answered(form, "threats")
        );

    /// <returns>Null where the question is open or the word is none of ours.</returns>
    public static Answer? Answered(IFormCollection form, string question) =>
        form[question].ToString() switch
        {
            "yes" => Answer.Yes,
            "no" => Answer.No,
            "unknown" => Answer.Unknown,
            _ => null,
        };

    public static string? Word(Answer? answer) =>
        answer switch
        {
            Answer.Yes => "yes",
            Answer.No => "no",
            Answer.Unknown => "unknown",
            _ => null,
        };

    public static FamilyMessage Message(IFormCollection form) =>
        new()
        {
            Good = Part(form, "good"),
            Happened = Part(form, "happened"),
            Feeling = Part(form, "feeling"),
            OwnPart = Part(form, "own-part"),
            Offer = Part(form, "offer"),
        };

    private static string Part(IFormCollection form, string name)
    {
        var text = form[name].ToString().Trim();
        return text.Length > FamilyMessage.LongestPart ? text[..FamilyMessage.LongestPart] : text;
    }
}
