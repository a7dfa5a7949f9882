using Glidepath.Tests.Patients;
using Glidepath.Treatment.Medications;

namespace Glidepath.Tests.Medications;

public class ObservationResultTests
{
    private static readonly ResultDetails Screen = new(
        ResultKind.DrugTest,
        "benzodiazepines",
        Specimen.Urine,
        TestMethod.Immunoassay,
        ResultOutcome.NotFound,
        null,
        null,
        ExpectedOutcome.Found,
        "takes clonazepam",
        Made.Day,
        Made.Day,
        "Lab"
    );

    [Fact]
    public void A_screen_is_never_confirmed_and_neither_is_a_drug_test_that_does_not_say_its_method()
    {
        Assert.False(Screen.IsConfirmed);
        Assert.False((Screen with { Method = TestMethod.NotSaid }).IsConfirmed);
        Assert.True((Screen with { Method = TestMethod.Confirmed }).IsConfirmed);
    }

    [Theory]
    [InlineData(ExpectedOutcome.Found, ResultOutcome.NotFound, true)]
    [InlineData(ExpectedOutcome.NotFound, ResultOutcome.Found, true)]
    [InlineData(ExpectedOutcome.Found, ResultOutcome.Found, false)]
    [InlineData(ExpectedOutcome.NothingExpected, ResultOutcome.Found, false)]
    public void Only_what_goes_against_what_was_expected_is_unexpected(
        ExpectedOutcome expected,
        ResultOutcome outcome,
        bool isUnexpected
    ) => Assert.Equal(isUnexpected, (Screen with { Expected = expected, Outcome = outcome }).IsUnexpected);

    [Fact]
    public void What_cannot_be_is_refused_by_the_name_of_its_field()
    {
        Refused("result.what.missing", Screen with { What = " " });
        Refused("result.value.goes-with", Screen with { Value = 3 });
        Refused("result.value.goes-with", Screen with { Outcome = ResultOutcome.Value });
        Refused("result.value.range", Screen with { Outcome = ResultOutcome.Value, Value = -1, Unit = "ng/mL" });
        Refused("result.unit.missing-with", Screen with { Outcome = ResultOutcome.Value, Value = 1 });
        Refused("result.why-expected.needed", Screen with { WhyExpected = "" });
        Refused("result.taken", Screen with { TakenOn = Made.Day.AddDays(1), ReportedOn = Made.Day.AddDays(1) });
        Refused("result.reported", Screen with { ReportedOn = Made.Day.AddDays(-1) });
        Refused("result.kind", Screen with { Method = (TestMethod)9 });
        Refused("result.outcome", Screen with { Outcome = (ResultOutcome)9 });
    }

    [Fact]
    public void It_is_kept_as_it_was_typed() => Assert.Equal(Screen, Record(Screen).Details);

    private static void Refused(string rule, ResultDetails details) => Assert.Equal(rule, Made.RuleOf(() => Record(details)));

    private static ObservationResult Record(ResultDetails details) =>
        ObservationResult.Record(Made.Episode(), details, Made.Day, Made.Entry());
}
