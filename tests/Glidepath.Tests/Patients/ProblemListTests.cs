using Glidepath.Pharmacology.Drugs;
using Glidepath.Treatment.Patients;

namespace Glidepath.Tests.Patients;

public class ProblemListTests
{
    private static readonly Diagnostician Clinician = new(Made.Staff, true);
    private static readonly Diagnostician Other = new(Made.Staff, false);

    [Fact]
    public void By_the_prescribed_pathway_no_use_disorder_is_offered_and_long_term_use_comes_first()
    {
        foreach (Pathway? pathway in new Pathway?[] { Pathway.Prescribed, null })
        {
            var offered = ProblemList.Offered(pathway);
            Assert.DoesNotContain(offered, c => c.IsUseDisorder);
            Assert.Equal("Z79.899", offered[0].Code);
            Assert.Equal(["T42.4X5A", "T42.4X5D", "T42.4X5S"], offered.Skip(1).Take(3).Select(c => c.Code));
            Assert.Contains(offered.Take(5), c => c.Kind is ConditionKind.PhysicalDependence);
        }
    }

    [Fact]
    public void A_use_disorder_is_never_offered_before_the_others()
    {
        var offered = ProblemList.Offered(Pathway.Prescribed, clinicianDiagnosesUseDisorder: true);
        Assert.True(offered.ToList().FindIndex(c => c.IsUseDisorder) > offered.ToList().FindLastIndex(c => !c.IsUseDisorder));
    }

    [Theory]
    [InlineData("F13.10", true)]
    [InlineData("F13.20", true)]
    [InlineData("f13.239", true)]
    [InlineData("F10.20", true)]
    [InlineData("F11.1", true)]
    [InlineData("F13.930", false)]
    [InlineData("Z79.899", false)]
    [InlineData("T42.4X5A", false)]
    [InlineData("F32.A", false)]
    [InlineData("F31.1", false)]
    [InlineData(null, false)]
    public void A_code_of_a_use_disorder_is_known_as_one(string? code, bool is_one) =>
        Assert.Equal(is_one, ProblemList.IsUseDisorderCode(code));

    [Fact]
    public void A_use_disorder_needs_a_clinician_who_diagnoses_and_what_was_found()
    {
        var code = ProblemList.Offered(Pathway.NotPrescribed).First(c => c.IsUseDisorder);
        Assert.Equal("condition.use-disorder.not-diagnosed", Made.RuleOf(() => Record(code, "craving and harm", Other)));
        Assert.Equal("condition.use-disorder.basis-missing", Made.RuleOf(() => Record(code, " ", Clinician)));
        Assert.Equal(ConditionKind.UseDisorder, Record(code, "craving and harm", Clinician).Kind);
    }

    [Fact]
    public void A_use_disorder_code_cannot_hide_behind_another_kind() =>
        Assert.Equal(
            "condition.use-disorder.kind",
            Made.RuleOf(() =>
                Record(
                    new(ConditionKind.PhysicalDependence, "F13.20", "Dependence", ProblemList.Icd, Confidence.Unverified),
                    "x",
                    Clinician
                )
            )
        );

    [Fact]
    public void Physical_dependence_needs_no_diagnosis_of_use_disorder()
    {
        var condition = Record(ProblemList.Offered(Pathway.Prescribed).First(c => c.Kind is ConditionKind.PhysicalDependence), null, Other);
        Assert.Null(condition.Code);
        condition.Resolve(Made.Day.AddDays(9));
        Assert.Equal("condition.resolve.not-active", Made.RuleOf(() => condition.Resolve(Made.Day.AddDays(10))));
    }

    [Fact]
    public void Codes_that_nobody_read_say_so()
    {
        var codes = ProblemList.Offered(Pathway.NotPrescribed).Where(c => c.Code is not null).ToList();
        Assert.All(codes, c => Assert.Equal(c.Source == ProblemList.Icd, c.Confidence is Confidence.Unverified));
        Assert.DoesNotContain(codes, c => c.Confidence is Confidence.Primary);
        Assert.Contains(codes, c => c.Confidence is Confidence.Unverified);
    }

    private static Condition Record(ConditionCode code, string? basis, Diagnostician by) =>
        Condition.Record(Guid.NewGuid(), Made.Episode(), code, Made.Day, basis, by, Made.Now);
}
