using System.Globalization;
using CsCheck;
using Glidepath.Treatment;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Tests.Privacy;

/// <summary>
/// 45 CFR 164.412: a statement in writing delays for the time that it names; one made orally at most 30 days, unless one in writing comes
/// in that time. Discovered Nov 2, 2026: without a delay the last day is Jan 1, 2027.
/// </summary>
public sealed class LawEnforcementDelayTests
{
    private static readonly DateTime Now = new(2027, 6, 1, 15, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Found = new(2026, 11, 2);
    private static readonly DateOnly Lawful = new(2027, 1, 1);

    [Theory]
    // In writing, for a time past the sixty days; and for one that ends before them.
    [InlineData("2027-04-01", "W 2026-12-10 2027-04-01")]
    [InlineData("2027-01-01", "W 2026-12-10 2026-12-20")]
    // Orally on Dec 20: thirty days are Jan 19. On Nov 20 they are over on Dec 20, before the last day. One may ask for less.
    [InlineData("2027-01-19", "O 2026-12-20")]
    [InlineData("2027-01-01", "O 2026-11-20")]
    [InlineData("2027-01-10", "O 2026-12-20 2027-01-10")]
    // Orally, and in writing within the thirty days, after the day on which notice would have been due.
    [InlineData("2027-03-15", "O 2026-12-20, W 2027-01-15 2027-03-15")]
    // In writing only when the thirty days were over: notice was due by then, and stays due.
    [InlineData("2027-01-19", "O 2026-12-20, W 2027-01-25 2027-03-15")]
    // Stated when the sixty days were over already.
    [InlineData("2027-01-01", "W 2027-01-02 2027-05-01")]
    [InlineData("2027-05-01", "W 2027-01-01 2027-05-01")]
    // Two officials: each one's time holds, and a shorter letter takes nothing from a longer one.
    [InlineData("2027-05-01", "W 2026-12-01 2027-05-01, W 2026-12-15 2027-02-01")]
    [InlineData("2027-02-01", "W 2026-12-01 2027-01-15, W 2026-12-15 2027-02-01")]
    public void Each_notice_is_due_when_the_delay_has_ended_and_never_before_its_own_last_day(string due, string statements)
    {
        var file = File(statements);
        var individuals = file.Duties.Single(d => d.Kind is IncidentStepKind.IndividualsNotified);
        Assert.Equal((Day(due), Lawful), (individuals.DueOn, individuals.UndelayedOn));
        Assert.Equal(individuals.DueOn != Lawful, individuals.IsDelayed);
        // The report to HHS of a small breach, due on Mar 1, 2027, waits by the same statements.
        var hhs = file.Duties.Single(d => d.Kind is IncidentStepKind.HhsNotified);
        Assert.Equal(new DateOnly(2027, 3, 1), hhs.UndelayedOn);
        Assert.True(hhs.DueOn >= hhs.UndelayedOn);
    }

    [Fact]
    public void No_statements_whatever_they_say_bring_a_last_day_forward_and_one_more_never_does() =>
        Gen.Select(Gen.Int[0, 200], Gen.Int[1, 400], Gen.Bool)
            .List[0, 5]
            .Sample(all =>
            {
                var known = new List<LawEnforcementDelay>();
                var incident = File("").Incident;
                var before = Lawful;
                foreach (var (after, days, oral) in all.OrderBy(s => s.Item1))
                {
                    var file = new IncidentFile(incident, [], [], known);
                    if (oral && known.Any(d => d.Form is DelayForm.Oral))
                        continue;
                    var on = Found.AddDays(after);
                    known.Add(
                        file.Delay(
                            Id(),
                            Terms(oral ? DelayForm.Oral : DelayForm.Written, on, oral ? null : on.AddDays(days)),
                            Now,
                            Filed.Officer,
                            TimeZoneInfo.Utc
                        )
                    );
                    var due = Individuals(new IncidentFile(incident, [], [], known)).DueOn;
                    Assert.True(due >= before && due >= Lawful);
                    before = due;
                }
            });

    [Fact]
    public void A_notice_sent_while_it_had_to_wait_is_on_file_as_that_and_one_sent_before_anybody_asked_is_not()
    {
        var waits = File("W 2026-12-10 2027-04-01");
        Assert.Equal((null, Day("2027-04-01")), (waits.WaitsUntil(Day("2026-12-09")), waits.WaitsUntil(Day("2026-12-10"))));
        foreach (var (on, early) in new[] { ("2026-12-09", false), ("2026-12-10", true), ("2027-03-31", true), ("2027-04-01", false) })
        {
            var file = new IncidentFile(waits.Incident, [Assessed(waits)], [], waits.AllDelays);
            var step = file.Take(Id(), new(IncidentStepKind.IndividualsNotified, Day(on)), Now, Filed.Officer, TimeZoneInfo.Utc);
            var duty = Individuals(new IncidentFile(file.Incident, file.Assessments, [step], file.AllDelays));
            Assert.Equal((early, false), (duty.DoneBefore is not null, duty.IsLate));
        }
    }

    [Fact]
    public void A_statement_that_cannot_be_is_refused_in_words()
    {
        var file = File("");
        Refused("incident.delay.form", "", file, Terms(DelayForm.None, Day("2026-12-01"), null));
        Refused("incident.delay.official", "", file, Terms(DelayForm.Oral, Day("2026-12-01"), null) with { Official = " " });
        Refused("incident.delay.statement", "", file, Terms(DelayForm.Oral, Day("2026-12-01"), null) with { Statement = null });
        Refused("incident.delay.on", "not before the day", file, Terms(DelayForm.Oral, Found.AddDays(-1), null));
        Refused("incident.delay.on", "not after today", file, Terms(DelayForm.Oral, Day("2027-06-02"), null));
        Refused("incident.delay.until", "counts as an oral one", file, Terms(DelayForm.Written, Day("2026-12-01"), null));
        Refused("incident.delay.until", "after the statement", file, Terms(DelayForm.Written, Day("2026-12-01"), Day("2026-12-01")));
        Refused("incident.delay.until", "10 years", file, Terms(DelayForm.Written, Day("2026-12-01"), Day("2036-12-02")));
        Refused("incident.delay.until", "Jan 19, 2027", file, Terms(DelayForm.Oral, Day("2026-12-20"), Day("2027-01-20")));
        Refused("incident.delay.corrects", "on file", file, Terms(DelayForm.Oral, Day("2026-12-20"), null) with { Corrects = Id() });
        Refused("incident.delay.form", "30 days at most", File("O 2026-12-20"), Terms(DelayForm.Oral, Day("2027-01-10"), null));
        var none = new IncidentFile(file.Incident, [Assessed(file, BreachDecision.LowProbability)], [], []);
        Refused("incident.delay.form", "no breach", none, Terms(DelayForm.Oral, Day("2026-12-20"), null));
    }

    [Fact]
    public void A_statement_entered_wrong_is_corrected_by_a_later_entry_that_says_why()
    {
        var file = File("O 2026-12-20");
        var right = Terms(DelayForm.Oral, Day("2026-12-18"), null) with { Corrects = file.Delays[0].Id };
        Refused("incident.delay.amendment", "", file, right);
        var corrected = new IncidentFile(
            file.Incident,
            [],
            [],
            [
                .. file.AllDelays,
                file.Delay(Id(), right with { AmendmentReason = "the call was on Friday" }, Now, Filed.Officer, TimeZoneInfo.Utc),
            ]
        );
        Assert.Equal(Day("2027-01-17"), Individuals(corrected).DueOn);
        Assert.Equal((1, 2), (corrected.Delays.Count, corrected.AllDelays.Count));
    }

    private static IncidentDuty Individuals(IncidentFile file) => file.Duties.Single(d => d.Kind is IncidentStepKind.IndividualsNotified);

    /// <param name="statements">W or O, the day, and until when; parted by commas.</param>
    private static IncidentFile File(string statements)
    {
        var incident = PrivacyIncident.Report(
            Id(),
            new()
            {
                DiscoveredOn = Found,
                What = "A laptop was left on a train.",
                Categories = InformationCategory.Demographics,
                People = 3,
                MostInOneState = 3,
            },
            Now,
            Filed.Officer,
            TimeZoneInfo.Utc
        );
        var file = new IncidentFile(incident, [], [], []);
        foreach (var said in statements.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(s => s.Split(' ')))
            file = new IncidentFile(
                incident,
                [],
                [],
                [
                    .. file.AllDelays,
                    file.Delay(
                        Id(),
                        Terms(said[0] == "W" ? DelayForm.Written : DelayForm.Oral, Day(said[1]), said.Length > 2 ? Day(said[2]) : null),
                        Now,
                        Filed.Officer,
                        TimeZoneInfo.Utc
                    ),
                ]
            );
        return file;
    }

    private static DelayTerms Terms(DelayForm form, DateOnly on, DateOnly? until) =>
        new()
        {
            Form = form,
            On = on,
            Until = until,
            Official = "Agent Demo, FBI, 555-0100",
            Statement = "A notice would impede a criminal investigation.",
        };

    private static IncidentAssessment Assessed(IncidentFile file, BreachDecision decision = BreachDecision.Breach) =>
        file.Assess(
            Id(),
            new()
            {
                On = Found.AddDays(1),
                Nature = "Names and birth dates.",
                Receiver = "A stranger on the train.",
                Viewed = "Not known.",
                Mitigation = "The disk is encrypted.",
                Decision = decision,
                Reason = "The disk is encrypted and the key was not with it.",
            },
            Now,
            Filed.Officer,
            TimeZoneInfo.Utc
        );

    private static void Refused(string rule, string says, IncidentFile file, DelayTerms terms)
    {
        var refused = Assert.Throws<RuleViolationException>(() => file.Delay(Id(), terms, Now, Filed.Officer, TimeZoneInfo.Utc));
        Assert.Equal(rule, refused.Rule);
        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
    }

    private static Guid Id() => Guid.CreateVersion7();

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
