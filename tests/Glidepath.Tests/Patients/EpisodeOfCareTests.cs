using CsCheck;
using Glidepath.Treatment.Patients;

namespace Glidepath.Tests.Patients;

public class EpisodeOfCareTests
{
    private static readonly EpisodePhase[] Path =
    [
        EpisodePhase.Intake,
        EpisodePhase.WithdrawalManagement,
        EpisodePhase.Treatment,
        EpisodePhase.ContinuingCare,
    ];

    [Fact]
    public void An_episode_goes_from_enquiry_to_discharge_and_each_move_is_dated()
    {
        var (episode, opening) = EpisodeOfCare.Open(Guid.NewGuid(), Guid.NewGuid(), Made.Day, Made.Move());
        Assert.Equal((EpisodeMoveKind.Opening, null, EpisodePhase.Enquiry), (opening.Kind, opening.From, opening.To));
        var day = Made.Day;
        foreach (var phase in Path)
        {
            var move = episode.Move(phase, day = day.AddDays(30), Made.Move(), readiness: CareReadiness.Ready);
            Assert.Equal((phase, day, episode.PatientId, episode.Id), (move.To, move.On, move.PatientId, move.EpisodeId));
        }
        var last = episode.Move(EpisodePhase.Discharged, day, Made.Move(), DischargeReason.CareCompleted);
        Assert.Equal(DischargeReason.CareCompleted, last.DischargeReason);
        Assert.False(episode.IsOpen);
    }

    [Fact]
    public void Every_pair_of_phases_is_either_a_listed_move_or_refused_with_a_code()
    {
        foreach (var from in Enum.GetValues<EpisodePhase>())
        foreach (var to in Enum.GetValues<EpisodePhase>())
        {
            var episode = At(from);
            DischargeReason? why = to is EpisodePhase.Discharged ? DischargeReason.MovedAway : null;
            if (EpisodeOfCare.Next(from).Contains(to))
                Assert.Equal(to, episode.Move(to, Made.Day, Made.Move("needed"), why, CareReadiness.Ready).To);
            else
                Assert.Contains(
                    Made.RuleOf(() => episode.Move(to, Made.Day, Made.Move("needed"), why, CareReadiness.Ready)),
                    new[] { "episode.move.does-not-follow", "episode.move.closed" }
                );
        }
    }

    [Fact]
    public void A_refused_move_changes_nothing()
    {
        var episode = At(EpisodePhase.Treatment);
        var before = (episode.Phase, episode.PhaseSince, episode.LastMoveId);
        Assert.Equal(
            "episode.move.before-last",
            Made.RuleOf(() => At(EpisodePhase.Treatment, Made.Day.AddDays(9)).Move(EpisodePhase.ContinuingCare, Made.Day, Made.Move()))
        );
        Assert.Equal("episode.move.ahead", Made.RuleOf(() => episode.Move(EpisodePhase.ContinuingCare, Made.Day.AddYears(5), Made.Move())));
        Assert.Equal("episode.move.discharge-reason", Made.RuleOf(() => episode.Move(EpisodePhase.Discharged, Made.Day, Made.Move())));
        Assert.Equal(
            "episode.move.discharge-reason",
            Made.RuleOf(() => episode.Move(EpisodePhase.ContinuingCare, Made.Day, Made.Move(), DischargeReason.Died))
        );
        Assert.Equal(
            "episode.move.reason-missing",
            Made.RuleOf(() => episode.Move(EpisodePhase.WithdrawalManagement, Made.Day, Made.Move()))
        );
        Assert.Equal(before, (episode.Phase, episode.PhaseSince, episode.LastMoveId));
    }

    [Fact]
    public void A_move_is_taken_back_only_with_a_reason_and_only_the_last_one()
    {
        var episode = At(EpisodePhase.Intake);
        var first = episode.Move(EpisodePhase.Treatment, Made.Day.AddDays(3), Made.Move(), readiness: CareReadiness.Ready);
        var second = episode.Move(EpisodePhase.ContinuingCare, Made.Day.AddDays(5), Made.Move());
        Assert.Equal("episode.reverse.not-last", Made.RuleOf(() => episode.Reverse(first, Made.Day.AddDays(5), Made.Move("wrong"))));
        Assert.Equal("episode.reverse.reason-missing", Made.RuleOf(() => episode.Reverse(second, Made.Day.AddDays(5), Made.Move())));
        var reversal = episode.Reverse(second, Made.Day.AddDays(5), Made.Move("wrong person"));
        Assert.Equal((EpisodeMoveKind.Reversal, second.Id), (reversal.Kind, reversal.ReversesId));
        Assert.Equal((EpisodePhase.Treatment, Made.Day.AddDays(3)), (episode.Phase, episode.PhaseSince));
        episode.Reverse(first, Made.Day.AddDays(6), Made.Move("wrong too"));
        Assert.Equal(EpisodePhase.Intake, episode.Phase);
    }

    [Fact]
    public void Care_begins_only_with_a_clinician_and_with_the_safety_questions_asked()
    {
        var enquiry = At(EpisodePhase.Enquiry);
        Assert.Equal("episode.move.no-team", Made.RuleOf(() => enquiry.Move(EpisodePhase.Intake, Made.Day, Made.Move())));
        var nobody = new CareReadiness(HasClinician: false, []);
        Assert.Equal(
            "episode.move.no-team",
            Made.RuleOf(() => enquiry.Move(EpisodePhase.Intake, Made.Day, Made.Move(), readiness: nobody))
        );
        var unasked = new CareReadiness(HasClinician: true, [SafetyConcern.GunAtHome]);
        foreach (var to in new[] { EpisodePhase.Treatment, EpisodePhase.WithdrawalManagement })
            Assert.Equal(
                "episode.move.safety-not-asked",
                Made.RuleOf(() => At(EpisodePhase.Intake).Move(to, Made.Day, Made.Move(), readiness: unasked))
            );
        Assert.Equal(
            "episode.move.safety-not-asked",
            Made.RuleOf(() => At(EpisodePhase.Intake).Move(EpisodePhase.Treatment, Made.Day, Made.Move()))
        );
        enquiry.Move(EpisodePhase.Intake, Made.Day, Made.Move(), readiness: unasked);
        Assert.Equal(EpisodePhase.Discharged, enquiry.Move(EpisodePhase.Discharged, Made.Day, Made.Move(), DischargeReason.NotAdmitted).To);
    }

    [Fact]
    public void Every_safety_question_counts_until_it_was_asked_or_could_not_be()
    {
        var episode = Made.Episode();
        var all = SafetyConcerns.All.Where(r => r.Questions.Count > 0).ToList();
        Assert.Equal(all.Select(r => r.Concern), CareReadiness.Of(true, ConcernState.Of([], [])).NotAsked);
        var asked = all.Skip(1)
            .Select(r => SafetyEntry.Tell(episode, SafetyConcerns.Read(r.Questions[0], IntakeAnswer.NotSaid)!, [], Made.Entry()))
            .ToList();
        Assert.Equal([all[0].Concern], CareReadiness.Of(true, ConcernState.Of(asked, [])).NotAsked);
        var not = SafetyEntry.CouldNotAsk(episode, all[0].Concern, "Asleep.", [], Made.Entry());
        Assert.Empty(CareReadiness.Of(true, ConcernState.Of([.. asked, not], [])).NotAsked);
    }

    [Fact]
    public void A_discharge_can_be_taken_back_and_its_reason_goes()
    {
        var episode = At(EpisodePhase.Enquiry);
        var discharge = episode.Move(EpisodePhase.Discharged, Made.Day, Made.Move(), DischargeReason.NotAdmitted);
        episode.Reverse(discharge, Made.Day, Made.Move("they called again"));
        Assert.Equal((EpisodePhase.Enquiry, null), (episode.Phase, episode.DischargeReason));
    }

    [Fact]
    public void The_opening_is_not_taken_back()
    {
        var (episode, opening) = EpisodeOfCare.Open(Guid.NewGuid(), Guid.NewGuid(), Made.Day, Made.Move());
        Assert.Equal("episode.reverse.opening", Made.RuleOf(() => episode.Reverse(opening, Made.Day, Made.Move("no"))));
    }

    [Fact]
    public void Any_walk_taken_back_step_by_step_ends_where_it_began() =>
        Gen.Int[0, 9]
            .Array[1, 12]
            .Sample(picks =>
            {
                var episode = Made.Episode();
                var moves = new Stack<EpisodeMove>();
                var day = Made.Day;
                foreach (var pick in picks.Where(_ => episode.IsOpen))
                {
                    var next = EpisodeOfCare.Next(episode.Phase);
                    var to = next[pick % next.Count];
                    moves.Push(
                        episode.Move(
                            to,
                            day = day.AddDays(1),
                            Made.Move("why"),
                            to is EpisodePhase.Discharged ? DischargeReason.MovedAway : null,
                            CareReadiness.Ready
                        )
                    );
                }
                while (moves.TryPop(out var move))
                    episode.Reverse(move, day, Made.Move("back"));
                return episode.Phase is EpisodePhase.Enquiry && episode.PhaseSince == Made.Day;
            });

    [Fact]
    public void A_local_time_is_a_mistake_of_the_caller() =>
        Assert.Throws<ArgumentException>(() =>
            EpisodeOfCare.Open(
                Guid.NewGuid(),
                Guid.NewGuid(),
                Made.Day,
                new MoveEntry(Guid.NewGuid(), new DateTime(2026, 12, 1, 8, 0, 0, DateTimeKind.Local), Made.Staff, TimeZoneInfo.Utc)
            )
        );

    private static EpisodeOfCare At(EpisodePhase phase, DateOnly? on = null)
    {
        var episode = Made.Episode();
        if (phase is EpisodePhase.Discharged)
            episode.Move(phase, on ?? Made.Day, Made.Move(), DischargeReason.MovedAway);
        foreach (var step in Path.TakeWhile(_ => phase is not (EpisodePhase.Enquiry or EpisodePhase.Discharged)))
        {
            episode.Move(step, on ?? Made.Day, Made.Move(), readiness: CareReadiness.Ready);
            if (step == phase)
                break;
        }
        return episode;
    }
}
