using Glidepath.Application.Shared;
using Glidepath.Treatment.Messages;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Application.Messages;

internal static partial class MessagesContributions
{
    /// <summary>What the person wrote and what came of it; the last has no answer yet. Made up, as the people are.</summary>
    /// <param name="Hours">Before now.</param>
    private sealed record DemoMessage(int Hours, string Said, int? AnsweredHours = null, string? Answer = null);

    private static readonly Dictionary<string, DemoMessage[]> DemoThreads = new()
    {
        ["first-cut-made"] =
        [
            new(
                9 * 24,
                "I slept badly after the last step. Should I take the tablet earlier in the evening?",
                8 * 24,
                "Thank you for writing. Keep the time as it is for this week, please. We look at your sleep together on the phone."
            ),
            new(20, "My pharmacy has no 0.125 mg tablets until Thursday. What should I do?"),
        ],
        ["half-way-down"] = [new(5 * 24, "I can't come at 10 on Friday. Is 2 PM free?", 4 * 24, "Yes. We moved your visit to 2 PM.")],
    };

    private static readonly DemoEntries[] InDemo =
    [
        new(typeof(Message), person => DemoThreads.GetValueOrDefault(person.Recipe, []).SelectMany(told => Made(person, told)))
        {
            Recipes = [.. DemoThreads.Keys],
        },
        // Made with the messages.
        new(typeof(MessageTurn), _ => []),
    ];

    private static IEnumerable<IPatientRecord> Made(DemoPerson person, DemoMessage told)
    {
        var (patient, nurse) = (person.Staff[Role.Patient].Id, person.Staff[Role.Nurse].Id);
        var sent = new Entry(Guid.CreateVersion7(), person.Now.AddHours(-told.Hours), patient);
        var turn = MessageTurn.Open(person.Episode, ReadingHours.Default, person.Zone, sent);
        yield return turn;
        yield return Message.Write(person.Episode, Role.Patient, turn.Id, told.Said, sent with { Id = Guid.CreateVersion7() });
        if (told is not { AnsweredHours: { } hours, Answer: { } answer })
            yield break;
        var at = person.Now.AddHours(-hours);
        turn.Claim(at.AddMinutes(-10), nurse);
        turn.Answer(at, nurse);
        yield return Message.Write(person.Episode, Role.Nurse, turn.Id, answer, new(Guid.CreateVersion7(), at, nurse));
    }
}
