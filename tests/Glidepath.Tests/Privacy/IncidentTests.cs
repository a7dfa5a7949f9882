using Glidepath.Treatment;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Tests.Privacy;

/// <summary>The clocks and the order of 45 CFR 164.400 to 164.414.</summary>
public sealed class IncidentTests
{
    private static readonly DateTime Now = new(2026, 11, 25, 15, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = DateOnly.FromDateTime(Now);
    private static readonly DateOnly Found = new(2026, 11, 2);

    [Theory]
    [InlineData(12, 12, IncidentStepKind.HhsNotified, "2027-03-01", false)]
    [InlineData(499, 499, IncidentStepKind.HhsNotified, "2027-03-01", false)]
    [InlineData(500, 500, IncidentStepKind.HhsNotified, "2027-01-01", false)]
    [InlineData(501, 501, IncidentStepKind.HhsNotified, "2027-01-01", true)]
    [InlineData(900, 400, IncidentStepKind.HhsNotified, "2027-01-01", false)]
    [InlineData(900, null, IncidentStepKind.HhsNotified, "2027-01-01", true)]
    [InlineData(null, null, IncidentStepKind.HhsNotified, "2027-01-01", true)]
    public void Each_notice_has_its_last_day(int? people, int? state, IncidentStepKind kind, string due, bool media)
    {
        var file = File(people, state);
        Assert.Equal(new DateOnly(2027, 1, 1), Due(file, IncidentStepKind.IndividualsNotified));
        Assert.Equal(DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture), Due(file, kind));
        Assert.Equal(media, file.Duties.Any(d => d.Kind is IncidentStepKind.MediaNotified));
        Assert.All(file.Duties, d => Assert.StartsWith("45 CFR 164.40", d.Clock.Section, StringComparison.Ordinal));
        Assert.Equal(Found.AddDays(60).DayNumber - Today.DayNumber, file.Next!.DaysLeft(Today));
    }

    [Fact]
    public void What_nobody_assessed_counts_as_a_breach_and_a_low_probability_stops_the_clocks()
    {
        var file = File(3, 3);
        Assert.True(file.CountsAsBreach);
        file = With(file, Assessed(file, BreachDecision.LowProbability));
        Assert.False(file.CountsAsBreach);
        Assert.Empty(file.Duties);
        file = With(
            file,
            file.Assess(
                Id(),
                Terms(BreachDecision.Breach) with
                {
                    AmendmentReason = "more was found",
                },
                Now,
                Filed.Officer,
                TimeZoneInfo.Utc
            )
        );
        Assert.Equal(2, file.Duties.Count);
    }

    [Fact]
    public void Another_decision_than_a_breach_needs_its_reason_and_an_exception_its_kind()
    {
        var file = File(3, 3);
        Refused(
            "assessment.reason",
            () => file.Assess(Id(), Terms(BreachDecision.LowProbability) with { Reason = "fine" }, Now, Filed.Officer, TimeZoneInfo.Utc)
        );
        Refused("assessment.exception", () => file.Assess(Id(), Terms(BreachDecision.Exception), Now, Filed.Officer, TimeZoneInfo.Utc));
        Refused(
            "assessment.viewed",
            () => file.Assess(Id(), Terms(BreachDecision.Breach) with { Viewed = " " }, Now, Filed.Officer, TimeZoneInfo.Utc)
        );
        var again = With(file, Assessed(file, BreachDecision.Breach));
        Refused("assessment.amendment", () => again.Assess(Id(), Terms(BreachDecision.Breach), Now, Filed.Officer, TimeZoneInfo.Utc));
    }

    [Fact]
    public void No_step_is_before_what_it_follows_or_after_today()
    {
        var file = File(3, 3);
        Refused("incident.step.assess-first", () => Take(file, IncidentStepKind.IndividualsNotified, Today));
        Refused(
            "assessment.on",
            () => file.Assess(Id(), Terms(BreachDecision.Breach) with { On = Found.AddDays(-1) }, Now, Filed.Officer, TimeZoneInfo.Utc)
        );
        Refused(
            "assessment.on",
            () => file.Assess(Id(), Terms(BreachDecision.Breach) with { On = Today.AddDays(1) }, Now, Filed.Officer, TimeZoneInfo.Utc)
        );
        file = With(file, Assessed(file, BreachDecision.Breach));
        Refused("incident.step.on", () => Take(file, IncidentStepKind.IndividualsNotified, Found));
        Refused("incident.step.on", () => Take(file, IncidentStepKind.IndividualsNotified, Today.AddDays(1)));
        file = With(file, Take(file, IncidentStepKind.IndividualsNotified, Found.AddDays(7)));
        Refused("incident.step.still-due", () => Take(file, IncidentStepKind.Closed, Today));
        file = With(file, Take(file, IncidentStepKind.HhsNotified, Found.AddDays(9)));
        Refused("incident.step.on", () => Take(file, IncidentStepKind.Closed, Found.AddDays(8)));
        file = With(file, Take(file, IncidentStepKind.Closed, Found.AddDays(9)));
        Assert.True(file.IsClosed);
        Assert.Null(file.Next);
        Refused("incident.closed", () => Take(file, IncidentStepKind.HhsNotified, Today));
    }

    [Fact]
    public void A_wrong_day_is_corrected_by_a_later_entry_that_says_why()
    {
        var file = With(File(3, 3), null);
        file = With(file, Assessed(file, BreachDecision.Breach));
        file = With(file, Take(file, IncidentStepKind.IndividualsNotified, Found.AddDays(7)));
        Refused("incident.step.amendment", () => Take(file, IncidentStepKind.IndividualsNotified, Found.AddDays(8)));
        file = With(
            file,
            file.Take(
                Id(),
                new(IncidentStepKind.IndividualsNotified, Found.AddDays(8), null, "mailed a day later"),
                Now,
                Filed.Officer,
                TimeZoneInfo.Utc
            )
        );
        Assert.Equal(Found.AddDays(8), file.Step(IncidentStepKind.IndividualsNotified)!.On);
        Assert.Equal(2, file.History.Count);
    }

    [Fact]
    public void What_was_decided_to_be_no_breach_is_notified_to_nobody_and_can_be_closed()
    {
        var file = File(3, 3);
        file = With(file, Assessed(file, BreachDecision.LowProbability));
        Refused("incident.step.no-breach", () => Take(file, IncidentStepKind.HhsNotified, Today));
        Assert.True(With(file, Take(file, IncidentStepKind.Closed, Today)).IsClosed);
    }

    [Fact]
    public void Days_and_numbers_that_cannot_be_are_refused()
    {
        Refused("incident.discovered", () => Report(new() { DiscoveredOn = Today.AddDays(1) }));
        Refused("incident.happened", () => Report(new() { DiscoveredOn = Found, HappenedOn = Found.AddDays(1) }));
        Refused("incident.people", () => Report(new() { DiscoveredOn = Found, People = 0 }));
        Refused(
            "incident.state",
            () =>
                Report(
                    new()
                    {
                        DiscoveredOn = Found,
                        People = 3,
                        MostInOneState = 4,
                    }
                )
        );
        Refused(
            "incident.what",
            () => PrivacyIncident.Report(Id(), new() { DiscoveredOn = Found, What = "lost" }, Now, Filed.Officer, TimeZoneInfo.Utc)
        );
    }

    private static Guid Id() => Guid.CreateVersion7();

    private static PrivacyIncident Report(IncidentTerms terms) =>
        PrivacyIncident.Report(
            Id(),
            terms with
            {
                What = "A laptop was left on a train.",
                Categories = InformationCategory.Demographics,
            },
            Now,
            Filed.Officer,
            TimeZoneInfo.Utc
        );

    private static IncidentFile File(int? people, int? state) =>
        new(
            Report(
                new()
                {
                    DiscoveredOn = Found,
                    HappenedOn = Found.AddDays(-2),
                    People = people,
                    MostInOneState = state,
                }
            ),
            [],
            [],
            []
        );

    private static IncidentFile With(IncidentFile file, object? entry) =>
        new(
            file.Incident,
            [.. file.Assessments, .. entry is IncidentAssessment a ? [a] : Array.Empty<IncidentAssessment>()],
            [.. file.History, .. entry is IncidentStep s ? [s] : Array.Empty<IncidentStep>()],
            file.AllDelays
        );

    private static AssessmentTerms Terms(BreachDecision decision) =>
        new()
        {
            On = Found.AddDays(1),
            Nature = "Names and birth dates.",
            Receiver = "A stranger on the train.",
            Viewed = "Not known.",
            Mitigation = "The disk is encrypted.",
            Decision = decision,
            Reason = "The disk is encrypted and the key was not with it.",
        };

    private static IncidentAssessment Assessed(IncidentFile file, BreachDecision decision) =>
        file.Assess(Id(), Terms(decision), Now, Filed.Officer, TimeZoneInfo.Utc);

    private static IncidentStep Take(IncidentFile file, IncidentStepKind kind, DateOnly on) =>
        file.Take(Id(), new(kind, on), Now, Filed.Officer, TimeZoneInfo.Utc);

    private static DateOnly Due(IncidentFile file, IncidentStepKind kind) => file.Duties.Single(d => d.Kind == kind).DueOn;

    private static void Refused(string rule, Func<object> work) =>
        Assert.Equal(rule, Assert.Throws<RuleViolationException>(() => work()).Rule);
}
