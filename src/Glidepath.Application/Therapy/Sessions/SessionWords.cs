using Glidepath.Treatment.Therapy;
using static Glidepath.Application.Therapy.SessionEntriesText;

namespace Glidepath.Application.Therapy;

/// <summary>Sessions, homework and notes in words, wherever they are shown.</summary>
internal static class SessionWords
{
    public static string InWords(this TherapyModality modality) =>
        modality switch
        {
            TherapyModality.Cbt => T["ModalityCbt"],
            TherapyModality.MotivationalInterviewing => T["ModalityMotivational"],
            TherapyModality.CbtForInsomnia => T["ModalityInsomnia"],
            TherapyModality.Supportive => T["ModalitySupportive"],
            TherapyModality.Family => T["ModalityFamily"],
        };

    public static string InWords(this SessionWay way) =>
        way switch
        {
            SessionWay.InPerson => T["WayInPerson"],
            SessionWay.Video => T["WayVideo"],
            SessionWay.Telephone => T["WayTelephone"],
        };

    /// <summary>"CBT visit 4".</summary>
    public static string InWords(this TherapySession session) => T["ModalityVisit", session.Modality.InWords(), session.Number];

    /// <summary>"In person, 50 minutes".</summary>
    public static string Meeting(this NoteBody body) => T["WayMinutes", body.Way.InWords(), body.Minutes];

    /// <summary>"9 of 14".</summary>
    public static string DoneInWords(this HomeworkTask task) => T["DoneOf", task.Done.Count, task.Times];

    /// <summary>"3 of 10"; null where it was not said.</summary>
    public static string? HowHardInWords(this HomeworkTask task) =>
        task.HowHard is { } hard ? T["DoneOf", hard, HomeworkTask.Hardest] : null;
}
