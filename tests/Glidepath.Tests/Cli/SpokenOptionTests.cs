using Glidepath.Cli.Shared;
using Glidepath.Pharmacology.Safety;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Cli;

/// <summary>Names, ids and reasons as people and bottles write them.</summary>
public class SpokenOptionTests
{
    [Theory]
    [InlineData("muscle spasm", Indication.MuscleSpasm)]
    [InlineData("Insomnia", Indication.Sleep)]
    [InlineData("REM sleep behavior disorder", Indication.MovementDisorder)]
    [InlineData("alcohol-withdrawal", Indication.AlcoholWithdrawal)]
    [InlineData("epilepsy", Indication.Seizures)]
    public void An_indication_is_read_as_it_is_said(string text, Indication indication) =>
        Assert.Equal(indication, IndicationWords.Read(text));

    [Fact]
    public void Every_indication_is_read_as_it_prints()
    {
        Assert.All(
            Enum.GetValues<Indication>().Where(i => i is not Indication.NotAsked),
            i => Assert.Equal(i, IndicationWords.Read(i.Text()))
        );
        Assert.All(IndicationWords.Accepted, word => Assert.NotNull(IndicationWords.Read(word)));
    }

    [Theory]
    [InlineData("Xanax XR", "2 mg morning", "read \"Xanax XR\" as alprazolam, extended-release tablets of 0.5 mg, 1 mg, 2 mg, 3 mg")]
    [InlineData("Ambien CR", "12.5 mg bedtime", "read \"Ambien CR\" as zolpidem, extended-release tablets of 6.25 mg, 12.5 mg")]
    [InlineData("Loreev XR", "2 mg morning", "read \"Loreev XR\" as lorazepam, extended-release capsules of 1 mg, 1.5 mg, 2 mg, 3 mg")]
    [InlineData(
        "Lorazepam Intensol",
        "2 mg morning",
        "read \"Lorazepam Intensol\" as lorazepam, made of what is marketed. For one form alone name it: --stock"
    )]
    public void A_bottle_name_is_read_and_shown_back(string drug, string regimen, string fragment) =>
        Assert.Contains(
            fragment,
            CommandLine.Run("plan", drug, "--regimen", regimen).Done().ReplaceLineEndings(" "),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_form_that_is_not_sold_of_the_drug_is_refused() =>
        CommandLine.Run("plan \"Klonopin XR\" --regimen \"1 mg morning\"").Fails(2, "drug: read \"Klonopin XR\"");

    [Theory]
    [InlineData("--pdf")]
    [InlineData("--pharmacy")]
    [InlineData("--csv")]
    [InlineData("--ics")]
    [InlineData("--chart")]
    public void A_file_that_advice_cannot_fill_is_named(string option)
    {
        using var folder = new Folder();
        var path = folder["x.svg"];
        CommandLine
            .Run("plan", "clonazepam", "--regimen", "1 mg bedtime", "--days-per-week", "3", option, path)
            .Fails(2, $"{option}: {Read.Short(path)} is not written, since there is no daily plan");
        Assert.False(File.Exists(path));
    }

    [Fact]
    public void The_schedule_names_its_drug_and_another_one_is_an_error()
    {
        var fhir = Path.Combine(Repository.Root, "tests", "data", "cases", "field", "fhir.json");
        Assert.Contains("diazepam: 3 doses", CommandLine.Run("check", fhir).Output, StringComparison.Ordinal);
        CommandLine.Run("check", fhir, "--drug", "lorazepam").Fails(2, "accepted: lorazepam, as asked");
        Assert.Equal(
            CommandLine.Run("check", fhir, "--policy", "asam").Output,
            CommandLine.Run("check", fhir, "--policy", "asam-2025").Output
        );
    }

    [Theory]
    [InlineData("zolpidem", "10 mg morning", "", "If it is taken for sleep")]
    [InlineData("temazepam", "15 mg bedtime", "anxiety", "")]
    [InlineData("temazepam", "15 mg bedtime", "sleep", "Taken for sleep")]
    public void A_sleep_medicine_is_not_said_to_be_for_sleep_unless_it_is(string drug, string regimen, string indication, string says)
    {
        string[] reason = indication.Length > 0 ? ["--indication", indication] : [];
        var output = CommandLine.Run(["plan", drug, "--regimen", regimen, .. reason]).Done();
        if (says.Length > 0)
            Assert.Contains(says, output, StringComparison.Ordinal);
        else
            Assert.DoesNotContain("for sleep", output, StringComparison.Ordinal);
        if (indication is not "sleep")
            Assert.DoesNotContain("Taken for sleep", output, StringComparison.Ordinal);
    }

    [Fact]
    public void One_of_a_thing_is_said_as_one() =>
        CommandLine
            .Run("plan clonazepam --regimen \"1.5 mg morning\" --stock \"tablet 0.5\" --max-pieces 1")
            .Fails(3, "with at most 1 piece and 3 products at one time");
}
