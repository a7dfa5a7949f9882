using System.Text.RegularExpressions;
using Glidepath.Pharmacology.Safety;

namespace Glidepath.Treatment.Family;

/// <summary>
/// What to look at again in a message before it is said. Advice, never a refusal: only one kind must not be said, since acting on it can
/// bring on a seizure.
/// </summary>
/// <param name="Id">Stable, for tests and translation.</param>
/// <param name="Severity"><see cref="Severity.Breach"/> where saying it is dangerous.</param>
/// <param name="Found">The words it is about; empty where it is about the whole.</param>
public sealed partial record MessageAdvice(string Id, Severity Severity, string Words, IReadOnlyList<string> Found)
{
    internal static IReadOnlyList<MessageAdvice> Of(FamilyMessage message)
    {
        var text = message.Text;
        if (text.Length == 0)
            return [];
        List<MessageAdvice> all = [];
        Look(
            "family.message.stop",
            Severity.Breach,
            "Do not ask anyone to stop at once, and do not take the pills away. Stopping suddenly can cause a seizure. Ask about "
                + "seeing the prescriber in its place.",
            Stopping()
        );
        Look(
            "family.message.threat",
            Severity.Finding,
            "This may sound like a threat. An offer that can be taken or left is heard better.",
            Threat()
        );
        Look("family.message.label", Severity.Finding, "Leave the label out. Say what you saw and how you feel.", Label());
        Look("family.message.always", Severity.Note, "\"Always\" and \"never\" start an argument. Name one time.", Always());
        Look(
            "family.message.you",
            Severity.Note,
            "Start with \"I\". A sentence that starts with what the other person must do ends the talk.",
            MustDo()
        );
        if (message.Good.Trim().Length == 0)
            Say("family.message.good", "Start with something good about the person that is true.");
        if (message.Feeling.Trim().Length == 0)
            Say("family.message.feeling", "Say one feeling, in one word.");
        if (message.Offer.Trim().Length == 0)
            Say("family.message.offer", "End with one offer of help that can be taken or left.");
        if (Word().Count(text) is var words and > FamilyMessage.MostWords)
            Say("family.message.long", $"This is {words} words long. Try for {FamilyMessage.MostWords} or fewer: one thing, said well.");
        return all;

        void Look(string id, Severity severity, string words, Regex pattern)
        {
            if (pattern.Matches(text).Select(m => m.Value).Distinct(StringComparer.OrdinalIgnoreCase).ToList() is { Count: > 0 } found)
                all.Add(new MessageAdvice(id, severity, words, found));
        }

        void Say(string id, string words) => all.Add(new MessageAdvice(id, Severity.Note, words, []));
    }

    [GeneratedRegex(
        @"\b(cold turkey|stop taking (it|them|your|the|those|that)|quit (today|tonight|now)|flush(ed|ing)? (it|them|your|the)|throw(ing)? (it|them|your pills|the pills) (away|out)|tak(e|ing) (your|the) (pills?|medicine|meds) away|hid(e|ing) (your|the) (pills?|medicine|meds))\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Stopping();

    [GeneratedRegex(
        @"\b(or else|if you don'?t|unless you|last chance|i will leave|i'?ll leave|or i'?m (gone|leaving)|kick(ed|ing)? you out)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Threat();

    [GeneratedRegex(
        @"\b(addict(ed|s)?|junkie|druggie|abus(er|ing|e)|clean|dirty|in denial|denial|drunk|crazy|weak|selfish|liar|lying|lied)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Label();

    [GeneratedRegex(@"\b(always|never|every time)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Always();

    [GeneratedRegex(@"\byou (should|must|have to|need to|ought to|better)\b", RegexOptions.IgnoreCase)]
    private static partial Regex MustDo();

    [GeneratedRegex(@"[\w']+")]
    private static partial Regex Word();
}
