using Glidepath.Pharmacology.Drugs;

namespace Glidepath.Treatment.Facilities;

/// <summary>Said yes to by a caller: no list comes, only what to do now.</summary>
public enum DangerSign
{
    /// <summary>A seizure now or in the last day.</summary>
    Seizure,

    /// <summary>Confused, seeing or hearing things, not making sense.</summary>
    ConfusedOrSeeingThings,

    /// <summary>Took too much, cannot be woken, or breathes slowly.</summary>
    Overdose,

    /// <summary>Thinks of ending their life, or has a plan.</summary>
    ThoughtsOfSuicide,

    /// <summary>In danger from somebody, or somebody is in danger from them.</summary>
    InDanger,

    /// <summary>Stopped suddenly in the last days, with shaking, fever, a racing heart or no sleep.</summary>
    StoppedSuddenlyAndUnwell,
}

/// <summary>Known of a caller who is in no danger now: a list comes, with this above it.</summary>
public enum CautionSign
{
    PastSeizure,
    PastSevereWithdrawal,
    Pregnant,
    AlcoholToo,
    OpioidsToo,
    StoppedSuddenly,
    UnknownSupply,
}

public enum EmergencyCall
{
    Emergency911,
    Crisis988,
}

/// <summary>What stands instead of a list.</summary>
/// <param name="Call">The number to show largest; the pages hold the numbers in one configurable place.</param>
/// <param name="Text">Plain words, US sixth grade, most urgent first.</param>
public sealed record EmergencyAnswer(EmergencyCall Call, IReadOnlyList<string> Text);

/// <summary>Asked before any search. Nothing is weighed: one yes is enough.</summary>
public static class EmergencyGate
{
    /// <summary>Null where nothing calls for help now.</summary>
    public static EmergencyAnswer? Check(IReadOnlyCollection<DangerSign> flags) =>
        flags.Count == 0
            ? null
            : new EmergencyAnswer(
                flags.All(f => f is DangerSign.ThoughtsOfSuicide) ? EmergencyCall.Crisis988 : EmergencyCall.Emergency911,
                [.. flags.Distinct().Order().Select(Say)]
            );

    /// <summary>What stands above the list.</summary>
    public static string Say(CautionSign fact) =>
        fact switch
        {
            CautionSign.PastSeizure => "A seizure in the past: talk to a doctor about where to taper before you choose a place.",
            CautionSign.PastSevereWithdrawal =>
                "Bad withdrawal in the past: talk to a doctor about a hospital or a place with nurses first.",
            CautionSign.Pregnant => "Pregnant: do not stop or cut the dose alone. Your obstetrician and a specialist decide with you.",
            CautionSign.AlcoholToo => "Alcohol too: its withdrawal can be deadly and looks the same. Tell every place you call.",
            CautionSign.OpioidsToo => "Opioids too: keep naloxone at hand. Tell every place you call.",
            CautionSign.StoppedSuddenly => "Stopped suddenly: call a doctor today. If you shake, see things or have a seizure, call 911.",
            CautionSign.UnknownSupply => "Pills not from a pharmacy can hold something else: keep naloxone at hand, and tell the doctor.",
        };

    /// <summary>The Joint Guideline names severe withdrawal, harm that is near and pregnancy; the words are ours.</summary>
    public static Source Source => Sources.Asam;

    private static string Say(DangerSign flag) =>
        flag switch
        {
            DangerSign.Seizure => "A seizure: call 911 now. Lay the person on their side. Do not put anything in their mouth.",
            DangerSign.ConfusedOrSeeingThings =>
                "Confused or seeing things: call 911 or go to an emergency department now. Do not leave the person alone.",
            DangerSign.Overdose =>
                "Too much, cannot be woken, or slow breath: call 911 now. Give naloxone if you have it. Lay the person on their side.",
            DangerSign.ThoughtsOfSuicide => "Thoughts of suicide: call or text 988 now, day or night. If you may act on them, call 911.",
            DangerSign.InDanger => "In danger: get to a safe place if you can and call 911.",
            DangerSign.StoppedSuddenlyAndUnwell =>
                "Stopped suddenly and unwell: go to an emergency department now, or call 911. Take the pill bottle with you.",
        };
}
