using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Family;

/// <summary>
/// Somebody asked to be called. It belongs to no record, says nothing of any patient, and is wiped of name and number once it is done.
/// </summary>
public sealed class CallBackRequest : IVersioned
{
    private CallBackRequest() { }

    public Guid Id { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime AskedAt { get; private set; }

    /// <summary>What to be called by; null is allowed.</summary>
    [Encrypted]
    public string? Name { get; private set; }

    [Encrypted]
    public string Phone { get; private set; } = "";

    /// <summary>In their words: "after 6 in the evening".</summary>
    [Encrypted]
    public string? GoodTime { get; private set; }

    /// <summary>Staff may say where they call from. Otherwise: "I am returning a call".</summary>
    public bool MaySayWho { get; private set; }

    public int Tries { get; private set; }

    public DateTime? LastTriedAt { get; private set; }

    public DateTime? ReachedAt { get; private set; }

    public Guid? HandledBy { get; private set; }

    /// <summary>Given up after so many tries without an answer.</summary>
    public const int MostTries = 5;

    public bool IsOpen => ReachedAt is null && Tries < MostTries;

    /// <exception cref="RuleViolationException">Nobody could dial the number.</exception>
    public static CallBackRequest Ask(Guid id, string? name, string? phone, string? goodTime, bool maySayWho, DateTime at)
    {
        var number = PhoneNumber.Checked(Recorded.Required(phone, "call-back.phone", 40), "call-back.phone")!;
        return new CallBackRequest
        {
            Id = id,
            AskedAt = Recorded.Utc(at),
            Name = Recorded.Optional(name, "call-back.name"),
            Phone = number,
            GoodTime = Recorded.Optional(goodTime, "call-back.time"),
            MaySayWho = maySayWho,
        };
    }

    public void Tried(bool reached, DateTime at, Guid by)
    {
        if (!IsOpen)
            throw new RuleViolationException("call-back.closed");
        (Tries, LastTriedAt, HandledBy) = (Tries + 1, Recorded.Utc(at), by);
        if (reached)
            ReachedAt = at;
        if (!IsOpen)
            (Name, Phone, GoodTime) = (null, "", null);
    }
}
