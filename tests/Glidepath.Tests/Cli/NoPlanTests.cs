namespace Glidepath.Tests.Cli;

/// <summary>Understood, but no plan satisfies the limits: exit 3 and one line that says which limit.</summary>
public class NoPlanTests
{
    [Theory]
    [InlineData(
        "plan clonazepam --regimen \"0.3 mg morning\" --stock \"tablet 0.5 scored\"",
        "The starting 0.3 mg in the morning cannot be made from 0.5 mg tablet, with at most 6 pieces and 3 products at one time; "
            + "nearest makeable: 0.25 mg or 0.5 mg"
    )]
    [InlineData("plan clonazepam --regimen \"0.25 mg bedtime\" --no-splitting --stock \"tablet 0.5\"", "What would do: the clonazepam")]
    [InlineData(
        "plan clonazepam --regimen \"1 mg morning\" --stock \"tablet 0.5, tablet 1\" --goal 0.3",
        "The goal of 0.3 mg a day cannot be made"
    )]
    [InlineData(
        "plan clonazepam --regimen \"1 mg morning\" --stock \"tablet 0.5, tablet 1\" --goal 0.3",
        "nearest makeable: 0.25 mg or 0.5 mg"
    )]
    [InlineData(
        "plan clonazepam --regimen \"1 mg morning\" --stock \"tablet 0.5, tablet 1\" --last 0.3",
        "The last dose of 0.3 mg a day cannot be made"
    )]
    [InlineData(
        "plan clonazepam --regimen \"1 mg morning\" --stock \"tablet 0.5, tablet 1\" --last 0.3",
        "the clonazepam 0.1 mg/mL oral suspension"
    )]
    [InlineData(
        "plan oxazepam --regimen \"10 mg morning, 10 mg bedtime\"",
        "Not one cut from 10 mg morning, 10 mg bedtime keeps to the ceiling"
    )]
    [InlineData("plan oxazepam --regimen \"10 mg morning, 10 mg bedtime\"", "A change to diazepam comes first")]
    [InlineData("plan clonazepam --regimen \"100 mg bedtime\"", "Check this number")]
    [InlineData("plan clonazepam --regimen \"1 mg morning\" --source not-prescribed", "a place with medical withdrawal care")]
    [InlineData("plan clonazepam --regimen \"1 mg morning\" --opioid yes --alcohol yes", "a place with medical withdrawal care")]
    [InlineData("plan clobazam --regimen \"20 mg morning\" --indication seizures", "the specialist who treats it")]
    [InlineData(
        "plan clonazepam --regimen \"1 mg morning\" --step 30",
        "The pace 30 % of current every 14 days (30 % in 14 days) is above the ceiling of Joint Guideline 2025"
    )]
    [InlineData("plan clonazepam --regimen \"1 mg morning\" --step 20 --every 7", "(40 % in 14 days) is above the ceiling")]
    [InlineData("plan clonazepam --regimen \"1 mg morning\" --step 11 --every 7 --policy nsw", "is above the ceiling of NSW Health")]
    [InlineData("plan clonazepam --regimen \"1 mg morning\" --step 30", "a prescriber's reason to override it")]
    [InlineData("plan clonazepam --regimen \"1 mg morning\" --age 17", "Under 18: no plan is made")]
    [InlineData("plan clonazepam --regimen \"1 mg morning\" --end-of-life yes", "End-of-life care: no plan is made")]
    [InlineData("plan clonazepam --regimen \"1 mg morning\" --choices --age 17", "Under 18: no plan is made")]
    [InlineData("plan clonazepam --regimen \"1 mg morning\" --choices --end-of-life yes", "End-of-life care: no plan is made")]
    [InlineData("plan clonazepam --regimen \"1 mg morning\" --choices --step 30 --json", "is above the ceiling")]
    public void The_limit_is_named(string line, string fragment)
    {
        var run = CommandLine.Run(line);

        run.Fails(3, "no plan: ");
        run.Fails(3, fragment);
    }

    [Theory]
    [InlineData("--step 25")]
    [InlineData("--age 18")]
    [InlineData("--end-of-life no")]
    [InlineData("--step 30 --override \"agreed with the patient\"")]
    public void At_the_limit_there_is_a_plan(string option) =>
        CommandLine.Run($"plan clonazepam --regimen \"1 mg morning\" {option}").Done();
}
