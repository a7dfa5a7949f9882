using Glidepath.Application.Patients;
using Glidepath.Treatment.Messages;

namespace Glidepath.Application.Messages;

/// <summary>The thread of one person.</summary>
/// <param name="All">The oldest first.</param>
/// <param name="Turns">The oldest first; at most one is open.</param>
/// <param name="NextReading">UTC. By when a message that is sent now is read.</param>
public sealed record MessagesView(
    PatientHead Head,
    DateTime Now,
    IReadOnlyList<Message> All,
    IReadOnlyList<MessageTurn> Turns,
    DateTime NextReading,
    IReadOnlyDictionary<Guid, string> Names
)
{
    /// <summary>Someone on the care team may read what is sent.</summary>
    public bool IsRead { get; init; }

    /// <summary>Who looks may write.</summary>
    public bool MayWrite { get; init; }

    public MessageTurn? Open => Turns.FirstOrDefault(t => t.IsOpen);

    public string NameOf(Guid account) => Names.GetValueOrDefault(account, "?");

    /// <summary>Who on the team had it before them first, and when (UTC); null where nobody did yet. Of one of the team, null.</summary>
    public (Guid By, DateTime At)? ReadOf(Message message)
    {
        if (!message.IsFromPatient || Turns.FirstOrDefault(t => t.Id == message.TurnId) is not { } turn)
            return null;
        if (turn is { ReadAt: { } first, ReadBy: { } by } && first >= message.RecordedAt)
            return (by, first);
        // Written after someone had the turn: whoever ended it had seen all of it, and so had whoever took it later.
        return turn
            .Steps.Where(s => s.Act is not MessageAct.HandBack && s.At >= message.RecordedAt)
            .Select(s => ((Guid, DateTime)?)(s.By, s.At))
            .FirstOrDefault();
    }
}
