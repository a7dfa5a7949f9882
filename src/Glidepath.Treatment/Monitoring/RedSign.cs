namespace Glidepath.Treatment.Monitoring;

/// <summary>What goes before everything else. The order is that of the list in <c>docs/clinical/check-in-red-flags.md</c>.</summary>
public enum RedSign
{
    Seizure,
    Confused,
    SeeingThings,
    FeverAndShaking,
    ThoughtsOfSuicide,
    ManicOrFrozen,
    ChestPainOrFainting,
    HardToWake,
    NewlyPregnant,
    NoSupply,
}

/// <summary>Who is called first.</summary>
public enum FirstCall
{
    Emergency,
    CrisisLine,

    /// <summary>The clinic, so that a specialist sees the person the same day.</summary>
    SpecialistToday,

    /// <summary>The clinic today, else an emergency room.</summary>
    ClinicToday,
}

/// <param name="Title">As staff read it.</param>
/// <param name="Asked">As the person reads it.</param>
/// <param name="Do">What to do now, for the person, in order.</param>
public sealed record RedSignRow(RedSign Flag, string Title, string Asked, FirstCall Call, params IReadOnlyList<string> Do)
{
    /// <summary>Of an overdose alone: for all others the dose goes on.</summary>
    public bool TakesNoMore => Flag is RedSign.HardToWake;
}

/// <summary>
/// Exactly the list of section 2 of the program's rules, after ASAM 2025 (table 3, recommendation 12), NSW Health and the boxed warning of
/// the FDA. What each person is told to do is our own.
/// </summary>
public static class RedSigns
{
    private const string StayWithSomeone = "If you can, have someone stay with you.";

    public static IReadOnlyList<RedSignRow> All { get; } =
    [
        new(
            RedSign.Seizure,
            "Seizure",
            "A seizure or fit",
            FirstCall.Emergency,
            "Do not drive. Sit or lie down where you can't fall.",
            StayWithSomeone
        ),
        new(RedSign.Confused, "Delirium or confusion", "Very confused", FirstCall.Emergency, "Do not drive.", StayWithSomeone),
        new(
            RedSign.SeeingThings,
            "Hallucinations or psychosis",
            "Seeing or hearing things that are not there",
            FirstCall.Emergency,
            "Do not drive.",
            StayWithSomeone
        ),
        new(
            RedSign.FeverAndShaking,
            "Fever with tremor and fast pulse",
            "Fever, shaking and a fast heartbeat",
            FirstCall.Emergency,
            "Do not drive.",
            StayWithSomeone
        ),
        new(
            RedSign.ThoughtsOfSuicide,
            "Thoughts of suicide",
            "Thoughts of ending your life",
            FirstCall.CrisisLine,
            "If you have a plan, or have something to do it with, call 911.",
            "Be with someone if you can. Put pills, guns and other things that could hurt you out of reach."
        ),
        new(
            RedSign.ManicOrFrozen,
            "Mania or catatonia",
            "Wide awake and racing for days, or frozen and can't move",
            FirstCall.Emergency,
            "Do not drive.",
            StayWithSomeone
        ),
        new(
            RedSign.ChestPainOrFainting,
            "Chest pain or fainting",
            "Chest pain, or you passed out",
            FirstCall.Emergency,
            "Sit or lie down. Do not drive."
        ),
        new(
            RedSign.HardToWake,
            "Hard to wake, slow or stopped breathing, blue lips",
            "Very hard to wake, slow breathing, or blue lips",
            FirstCall.Emergency,
            "Take no more until a clinician says.",
            "If it may be an opioid, use naloxone if you have it."
        ),
        new(
            RedSign.NewlyPregnant,
            "Pregnancy newly known",
            "You just learned you are pregnant",
            FirstCall.SpecialistToday,
            "Call your clinic today. Ask to be seen by a specialist today.",
            "Do not stop your medicine on your own. A sudden stop can hurt you and the baby."
        ),
        new(
            RedSign.NoSupply,
            "No supply left",
            "No medicine left",
            FirstCall.ClinicToday,
            "Call your clinic now. If no one can help today, go to an emergency room.",
            "Do not wait. A sudden stop can cause a seizure."
        ),
    ];

    public static RedSignRow Row(RedSign flag) => All.Single(r => r.Flag == flag);

    /// <summary>An overdose first, then what 911 is called for.</summary>
    public static IEnumerable<RedSignRow> Rows(IEnumerable<RedSign> flags) =>
        flags.Select(Row).OrderByDescending(r => r.TakesNoMore).ThenBy(r => r.Call);
}
