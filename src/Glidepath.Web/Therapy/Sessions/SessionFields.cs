using Glidepath.Application.Shared;
using Glidepath.Application.Therapy;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Therapy;
using Glidepath.Web.Shared;
using static Glidepath.Web.Therapy.Sessions.SessionsText;

namespace Glidepath.Web.Therapy.Sessions;

/// <summary>What the forms of the session page send, and which field a refusal speaks of.</summary>
internal sealed class SessionFields(FormReader sent)
{
    public Guid Session => Id("session");

    /// <summary>Of the draft that stood on the page; null for none.</summary>
    public Guid? Version => sent.Id("version");

    /// <summary>What no entry has, where none was sent: it is unknown.</summary>
    public Guid Id(string field) => sent.Id(field) ?? Guid.Empty;

    public SessionAsked Start() =>
        new(
            sent.Needed<TherapyModality>("modality", T["ChooseWhatYouDo"]),
            sent.Needed<SessionWay>("way", T["ChooseHowYouMeet"]),
            Minutes("minutes")
        );

    public (string? Text, int? Minutes) Item() =>
        (sent.Words("agenda-text", Recorded.ShortText), sent.Number("agenda-minutes", 1, TherapySession.MostMinutes, T["MinutesWord"]));

    public NoteBody Note() =>
        new(
            sent.Words("objective", Recorded.ShortText),
            sent.Needed<SessionWay>("note-way", T["ChooseHowYouMeet"]),
            Minutes("note-minutes"),
            sent.Words("note", Recorded.LongText)
        );

    public static string FieldOf(string rule) =>
        rule switch
        {
            _ when rule.StartsWith("agenda.minutes", StringComparison.Ordinal) => "agenda-minutes",
            _ when rule.StartsWith("agenda", StringComparison.Ordinal) => "agenda-text",
            _ when rule.StartsWith("note.objective", StringComparison.Ordinal) => "objective",
            _ when rule.StartsWith("note", StringComparison.Ordinal) => "note",
            _ => "agenda",
        };

    public static IEnumerable<Choice> Modalities => Enum.GetValues<TherapyModality>().Select(m => new Choice($"{m}", m.InWords()));

    public static IEnumerable<Choice> Ways => Enum.GetValues<SessionWay>().Select(w => new Choice($"{w}", w.InWords()));

    private int Minutes(string field)
    {
        if (sent[field] is null)
            sent.Errors.Add(field, T["EnterTheMinutes"]);
        return sent.Number(field, TherapySession.LeastMinutes, TherapySession.MostMinutes, T["MinutesWord"]) ?? TherapySession.LeastMinutes;
    }
}
