using Glidepath.Pharmacology.Units;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using State = Glidepath.Treatment.Facilities.ReferralState;

namespace Glidepath.Treatment.Facilities;

/// <summary>
/// One person sent to one place, until they have arrived and were asked after. Every move leaves a <see cref="ReferralMove"/>.
/// </summary>
[RecordOf(DataClass.Referrals)]
public sealed class Referral : IPatientRecord, IVersioned
{
    /// <summary>Days after arrival on which somebody asks how it is.</summary>
    public const int FirstCheckAfter = 7,
        SecondCheckAfter = 30;

    private Referral() { }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid EpisodeId { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>Of the directory.</summary>
    [Encrypted]
    public string Place { get; private set; } = "";

    /// <summary>As it was when the referral was drafted, so that a later directory cannot change what was done.</summary>
    [Encrypted]
    public string PlaceName { get; private set; } = "";

    public ReferralState State { get; private set; }

    public DateOnly DraftedOn { get; private set; }

    public HandOffConsent? Consent { get; private set; }

    /// <summary>The written consent relied on.</summary>
    public Guid? ConsentId { get; private set; }

    public DeclineReason? DeclineReason { get; private set; }

    public DateOnly? AppointmentOn { get; private set; }

    public DateOnly? ArrivedOn { get; private set; }

    public DateOnly? FirstCheckOn { get; private set; }

    public DateOnly? SecondCheckOn { get; private set; }

    public Guid PlaceId => Guid.Parse(Place);

    /// <summary>It may still lead there: who did not arrive is looked for.</summary>
    public bool IsOpen => State is not (State.Declined or State.Withdrawn) && SecondCheckOn is null;

    public static (Referral Referral, ReferralMove Move) Draft(Guid id, EpisodeOfCare episode, Place place, DateOnly on, MoveEntry entry)
    {
        var referral = new Referral
        {
            Id = id,
            PatientId = episode.PatientId,
            EpisodeId = episode.Id,
            Place = place.Id.ToString(),
            PlaceName = place.Name,
            State = State.Drafted,
            DraftedOn = on,
        };
        return (referral, new ReferralMove(referral, null, on, entry));
    }

    /// <param name="consentId">Required for, and only for, a written consent.</param>
    public ReferralMove Agree(HandOffConsent how, Guid? consentId, DateOnly on, MoveEntry entry)
    {
        if (how is HandOffConsent.WrittenConsent != consentId is not null)
            throw new RuleViolationException("referral.consent.which");
        if (how == Consent && consentId == ConsentId)
            throw new RuleViolationException("referral.consent.already");
        var move = Step(State.Consented, on, entry);
        (Consent, ConsentId) = (how, consentId);
        return move;
    }

    public ReferralMove Decline(DeclineReason reason, DateOnly on, MoveEntry entry)
    {
        var move = Step(State.Declined, on, entry);
        DeclineReason = reason;
        return move;
    }

    public ReferralMove MakeAppointment(DateOnly appointment, DateOnly on, MoveEntry entry)
    {
        if (appointment < DraftedOn)
            throw new RuleViolationException("referral.appointment.before", ("drafted", DraftedOn));
        if (State is State.Appointment && appointment == AppointmentOn)
            throw new RuleViolationException("referral.appointment.same");
        var move = Step(State.Appointment, on, entry);
        AppointmentOn = appointment;
        return move;
    }

    public ReferralMove Arrive(DateOnly on, MoveEntry entry)
    {
        if (on > entry.Day)
            throw new RuleViolationException("referral.arrived.ahead");
        var move = Step(State.Arrived, on, entry);
        ArrivedOn = on;
        return move;
    }

    /// <summary>Sent, accepted, waitlisted, did not arrive, withdrawn: what needs nothing more than a day.</summary>
    public ReferralMove Move(ReferralState to, DateOnly on, MoveEntry entry) =>
        to switch
        {
            State.Sent or State.Accepted or State.Waitlisted or State.DidNotArrive or State.Withdrawn => Step(to, on, entry),
            State.Drafted or State.Consented or State.Declined or State.Appointment or State.Arrived => throw new RuleViolationException(
                "referral.move.how",
                ("to", to)
            ),
        };

    /// <summary>
    /// The first, then the second check. Silence is written down as silence, never as a good outcome: the words say what was heard.
    /// </summary>
    public ReferralMove Check(DateOnly on, MoveEntry entry)
    {
        if (State is not State.Arrived || SecondCheckOn is not null)
            throw new RuleViolationException("referral.check.none-due");
        if (entry.Reason is null)
            throw new RuleViolationException("referral.check.words-missing");
        if (FirstCheckOn is null)
            FirstCheckOn = on;
        else
            SecondCheckOn = on;
        return new ReferralMove(this, State, on, entry);
    }

    /// <summary>The day of the next check; null where none is due.</summary>
    public DateOnly? NextCheck =>
        State is not State.Arrived ? null
        : FirstCheckOn is null ? ArrivedOn!.Value.AddDays(FirstCheckAfter)
        : SecondCheckOn is null ? ArrivedOn!.Value.AddDays(SecondCheckAfter)
        : null;

    public static IReadOnlyList<ReferralState> Next(ReferralState from) =>
        from switch
        {
            State.Drafted => [State.Consented, State.Withdrawn],
            // Agreed again, on another consent, where the first has ended.
            State.Consented => [State.Sent, State.Consented, State.Withdrawn],
            State.Sent => [State.Accepted, State.Waitlisted, State.Declined, State.Consented, State.Withdrawn],
            State.Waitlisted => [State.Accepted, State.Declined, State.Consented, State.Withdrawn],
            State.Accepted => [State.Appointment, State.Consented, State.Withdrawn],
            State.Appointment => [State.Arrived, State.DidNotArrive, State.Appointment, State.Withdrawn],
            State.DidNotArrive => [State.Appointment, State.Withdrawn],
            State.Arrived or State.Declined or State.Withdrawn => [],
        };

    private ReferralMove Step(ReferralState to, DateOnly on, MoveEntry entry)
    {
        if (!Next(State).Contains(to))
            throw RuleViolationException.Of(
                "referral.move.does-not-follow",
                Next(State).Count == 0
                    ? Sentence.Of("referral.move.nowhere", ("state", State))
                    : Sentence.Of(
                        "referral.move.does-not-follow",
                        ("to", to),
                        ("state", State),
                        ("next", new SentenceList("list.comma", [.. Next(State)]))
                    )
            );
        if (on < DraftedOn || on > entry.Day)
            throw new RuleViolationException("referral.move.day", ("drafted", DraftedOn));
        var from = State;
        State = to;
        return new ReferralMove(this, from, on, entry);
    }
}

/// <summary>One move of a referral, written once.</summary>
[RecordOf(DataClass.Referrals)]
public sealed class ReferralMove : IPatientRecord, IAppendOnly
{
    private ReferralMove() { }

    /// <param name="from">Null for the draft.</param>
    internal ReferralMove(Referral referral, ReferralState? from, DateOnly on, MoveEntry entry)
    {
        (Id, PatientId, ReferralId, From, To, On) = (entry.Id, referral.PatientId, referral.Id, from, referral.State, on);
        (RecordedAt, RecordedBy, Words) = (
            Recorded.Utc(entry.RecordedAt),
            entry.RecordedBy,
            Recorded.Optional(entry.Reason, "referral.words", 2_000)
        );
    }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid ReferralId { get; private set; }

    public ReferralState? From { get; private set; }

    public ReferralState To { get; private set; }

    public DateOnly On { get; private set; }

    /// <summary>What was said.</summary>
    [Encrypted]
    public string? Words { get; private set; }

    /// <summary>Always null: a move is followed by another, not amended.</summary>
    public Guid? AmendsId { get; private set; }

    public string? AmendmentReason { get; private set; }

    public DateTime RecordedAt { get; private set; }

    public Guid RecordedBy { get; private set; }
}
