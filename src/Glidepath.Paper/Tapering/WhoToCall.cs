using Glidepath.Paper.Shared;

namespace Glidepath.Paper.Tapering;

/// <summary>Whom to call for what. Where each line comes from: docs/clinical/on-paper.md.</summary>
internal static class WhoToCall
{
    public const string RanOut = "missed 2 doses, ran out, or already stopped";

    public const string NoAnswer = "No answer today? Go to an emergency room or urgent care. Bring the bottle.";

    /// <summary>Beside a month, in few words.</summary>
    public static Block Short(SafetyText safety, float width)
    {
        return Block.Stack(
            Block.Text("Do not stop suddenly. Who to call", width, 14, Face.Heading),
            Block.Space(3),
            Row(
                width,
                $"{safety.Emergency}:",
                "a seizure, slow breathing, blue or gray lips, hard to wake, very confused, seeing things. Give naloxone if "
                    + "opioids may be involved."
            ),
            Row(width, $"{safety.CrisisLine}, call or text:", "thoughts of ending your life."),
            Row(width, $"{safety.PoisonHelp}, Poison Help:", "too much, or the wrong medicine."),
            Row(width, "Your clinic, today:", $"{RanOut}. {NoAnswer} Shaking, fever, racing heart: {safety.Emergency}."),
            safety.ClinicPhone is { } phone
                ? Row(width, "Clinic phone:", phone)
                : Blank.Line("Clinic phone:", width * 0.8f, Typography.Least)
        );
    }

    /// <summary>On a card or a week, in the fewest words.</summary>
    public static Block OnCard(SafetyText safety, float width)
    {
        return Block.Stack(
            Block.Text("Do not stop suddenly. Who to call", width, 14, Face.Heading),
            Row(width, $"{safety.Emergency}:", "a seizure, slow breathing, hard to wake, very confused, seeing things."),
            Row(width, $"{safety.CrisisLine}, call or text:", "thoughts of ending your life."),
            Row(width, "Your clinic, today:", $"{RanOut}. No answer? Go to an emergency room."),
            safety.ClinicPhone is { } phone
                ? Row(width, "Clinic phone:", phone)
                : Blank.Line("Clinic phone:", width * 0.8f, Typography.Least)
        );
    }

    /// <summary>On the page that is read first.</summary>
    public static Block Full(SafetyText safety, float width)
    {
        const float Size = 14;
        var clinic = safety.ClinicPhone is { } phone
            ? $"Your prescriber or pharmacy, today ({phone}):"
            : "Your prescriber or pharmacy, today:";
        return Block.Stack(
            Block.Heading("Who to call", width),
            Call(
                $"{safety.Emergency}:",
                "a seizure, slow breathing, blue or gray lips, hard to wake, very confused, or seeing things that aren't there. "
                    + "If opioids may be involved, give naloxone."
            ),
            Call($"{safety.CrisisLine}, call or text:", "a crisis, or thoughts of ending your life."),
            Call($"Poison Help, {safety.PoisonHelp}:", "you took too much, or the wrong medicine."),
            Call(clinic, "you missed 2 doses, feel much worse, or are pregnant."),
            Call($"SAMHSA helpline, {safety.Helpline}:", "to find treatment."),
            Block.Space(4),
            Block.Framed(
                w =>
                    Block.Stack(
                        Block.Text("Ran out or already stopped?", w, Size, Face.Strong),
                        Block.Text(
                            $"Call your prescriber or pharmacy today. {NoAnswer} Shaking, fever, or a racing heart: call "
                                + $"{safety.Emergency}.",
                            w,
                            Size
                        )
                    ),
                width
            )
        );

        Block Call(string whom, string when) => Block.Text([Span.Strong(whom), new Span(" " + when)], width, Size).Padded(0, 4);
    }

    private static Block Row(float width, string whom, string what) =>
        Block.Text([Span.Strong(Typography.Joined(whom)), new Span(" " + what)], width);
}
