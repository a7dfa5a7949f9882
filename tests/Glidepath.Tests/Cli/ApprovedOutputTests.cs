using System.Text.Json;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Cli;

/// <summary>Whole screens as a person read them: <c>Approved/*.verified.txt</c>.</summary>
public class ApprovedOutputTests
{
    [Fact]
    public void The_worked_example() =>
        Approved.Match(CommandLine.Run("plan clonazepam --regimen \"1 mg bedtime\" --start 2026-12-01").Done());

    [Fact]
    public void Choices_for_clonazepam_1_mg_twice_a_day() =>
        Approved.Match(CommandLine.Run("plan clonazepam --regimen \"1 mg morning, 1 mg evening\" --start 2026-12-01 --choices").Done());

    [Fact]
    public void Drugs() => Approved.Match(CommandLine.Run("drugs").Done());

    [Fact]
    public void Clonazepam() => Approved.Match(CommandLine.Run("drugs clonazepam").Done());

    [Fact]
    public void Rules() => Approved.Match(CommandLine.Run("rules").Done());

    [Fact]
    public void Rules_of_the_joint_guideline() => Approved.Match(CommandLine.Run("rules asam").Done());

    [Fact]
    public void Directions() =>
        Approved.Match(
            string.Join(
                '\n',
                from plan in new[]
                {
                    "clonazepam --regimen \"1 mg morning, 1 mg evening\" --stock \"tablet 0.5 scored, tablet 1, tablet 2\"",
                    "clonazepam --regimen \"1 mg morning, 0.5 mg bedtime\"",
                    "clonazepam --regimen \"0.5 mg bedtime\" --last 0.2",
                    "diazepam --regimen \"10 mg morning, 5 mg midday, 15 mg bedtime\" --step 20",
                    "alprazolam --regimen \"0.5 mg morning, 0.5 mg midday, 0.5 mg evening, 0.5 mg bedtime\" --stock \"tablet 0.5 "
                        + "scored, tablet 2 quarters\"",
                    "chlordiazepoxide --regimen \"25 mg morning, 25 mg bedtime\" --step 25",
                    "zolpidem --regimen \"10 mg bedtime\"",
                }
                let json = CommandLine.Run($"plan {plan} --start 2026-12-01 --json").Done()
                from line in Sigs(json).Prepend(plan).Append("")
                select line
            )
        );

    private static IEnumerable<string> Sigs(string json)
    {
        using var plan = JsonDocument.Parse(json);
        return
        [
            .. plan
                .RootElement.GetProperty("steps")
                .EnumerateArray()
                .Select(s => $"  {s.GetProperty("dailyDoseMg").GetRawText()} mg a day: {s.GetProperty("sig").GetString()}"),
        ];
    }
}
