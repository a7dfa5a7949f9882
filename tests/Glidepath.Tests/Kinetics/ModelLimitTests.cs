using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Kinetics;
using Glidepath.Pharmacology.Safety;
using Glidepath.Tests.Cli;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Kinetics;

public class ModelLimitTests
{
    [Theory]
    [InlineData(50, 50, false)]
    [InlineData(50, 60, true)]
    public void Diazepam_above_100_mg_a_day_is_outside_the_model(double morning, double evening, bool outside)
    {
        var profile = LevelSimulator.Simulate(
            new LevelRequest
            {
                Model = KineticTable.DiazepamModel,
                Doses = DoseHistory.Daily([new(8, morning), new(20, evening)], 3),
                Hours = 72,
                EveryHours = 6,
            }
        );
        Assert.Equal(
            outside,
            profile.Adjustments.Any(a =>
                a.Text.StartsWith("Above 100 mg of diazepam a day this model does not hold", StringComparison.Ordinal)
            )
        );
    }

    [Fact]
    public void What_was_taken_every_day_before_counts_too() =>
        Assert.Equal(120, new DoseHistory([new(5, 10)], [new(8, 60), new(20, 60)]).HighestDailyMilligrams);

    [Fact]
    public void The_simulation_in_the_terminal_and_a_plan_say_so()
    {
        Assert.Contains(
            "Above 100 mg of diazepam a day",
            CommandLine.Run("simulate diazepam --regimen \"60 mg morning, 60 mg bedtime\" --days 2").Done(),
            StringComparison.Ordinal
        );
        Assert.Contains(
            FactRuleTable.Findings(BenzodiazepineTable.Diazepam, A.Mg(120), PatientFacts.None, RuleSetTable.Asam),
            f => f.Rule == "glidepath.outside-model"
        );
        Assert.DoesNotContain(
            FactRuleTable.Findings(BenzodiazepineTable.Diazepam, A.Mg(100), PatientFacts.None, RuleSetTable.Asam),
            f => f.Rule == "glidepath.outside-model"
        );
    }
}
