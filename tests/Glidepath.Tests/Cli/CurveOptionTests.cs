using System.Text.Json;

namespace Glidepath.Tests.Cli;

public class CurveOptionTests
{
    private const string Plan = "plan clonazepam --regimen \"1 mg bedtime\" --start 2026-12-01";

    [Theory]
    [InlineData("--curve bent", "--curve: read \"bent\"; accepted: proportional, linear, stepped, emax")]
    [InlineData("--curve emax", "--d50: missing; accepted: with --curve emax")]
    [InlineData("--curve emax --d50 0.009", "--d50: read \"0.009\"; accepted: a number from 0.01 to 1000 mg")]
    [InlineData("--curve emax --d50 1001", "--d50: read \"1001\"; accepted: a number from 0.01 to 1000 mg")]
    [InlineData("--curve emax --d50 1.1234567", "--d50: read \"1.1234567\"; accepted: at most 6 decimals")]
    [InlineData("--d50 5", "--d50: read \"5\" beside the proportional curve; accepted: --d50 only with --curve emax")]
    [InlineData("--curve linear --d50 5", "--d50: read \"5\" beside the linear curve")]
    [InlineData("--curve linear --of current", "--of: read \"current\" beside the linear curve")]
    [InlineData("--curve stepped --of original", "--of: read \"original\" beside the stepped curve")]
    [InlineData("--curve emax --d50 5 --of current", "--of: read \"current\" beside the emax curve")]
    [InlineData("--curve linear --of today", "--of: read \"today\"; accepted: current, original")]
    public void A_curve_that_is_not_understood_or_contradicts(string option, string fragment) =>
        CommandLine.Run($"{Plan} {option}").Fails(2, fragment);

    [Fact]
    public void A_first_cut_above_the_ceiling_is_refused_and_an_override_stands_on_the_plan()
    {
        const string Steep = "plan clonazepam --regimen \"2 mg bedtime\" --curve emax --d50 0.5";
        CommandLine.Run(Steep).Fails(3, "its first cut from 2 mg is 36 %");
        Assert.Contains(
            "Overridden: inpatient care",
            CommandLine.Run($"{Steep} --override \"inpatient care\"").Done(),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("", "current", "proportional", null)]
    [InlineData("--of original", "original", "proportional", null)]
    [InlineData("--curve Linear", "original", "linear", null)]
    [InlineData("--curve stepped", "original", "stepped", null)]
    [InlineData("--curve emax --d50 2.50", "effect", "emax", 2.5)]
    public void The_json_names_the_curve_and_what_its_per_cent_are_of(string option, string percentOf, string curve, double? d50)
    {
        using var document = JsonDocument.Parse(CommandLine.Run($"{Plan} {option} --json").Done());
        var plan = document.RootElement;
        Assert.Equal((percentOf, curve), (plan.GetProperty("base").GetString(), plan.GetProperty("curve").GetString()));
        Assert.Equal(d50, plan.GetProperty("d50Mg").ValueKind is JsonValueKind.Null ? null : plan.GetProperty("d50Mg").GetDouble());
        Assert.Equal(
            curve != "proportional",
            plan.GetProperty("findings").EnumerateArray().Any(f => f.GetProperty("rule").GetString() == "plan.curve")
        );
    }

    [Theory]
    [InlineData(
        "--curve linear",
        "Pace: 10 % of original every 14 days along the linear curve, in whole weeks.",
        "· Note: The linear curve: "
    )]
    [InlineData(
        "--curve stepped",
        "10 % of original every 14 days, from 20 % of it down 5 % every 28 days, along the stepped curve, in whole weeks.",
        "(Source, second-hand: "
    )]
    [InlineData(
        "--curve emax --d50 5",
        "10 % of the assumed effect every 14 days along the emax curve with D50 5 mg a day, in whole weeks.",
        "▪ Review: The emax curve: "
    )]
    public void The_screen_names_the_curve_and_how_far_it_can_be_trusted(string option, string pace, string evidence)
    {
        var screen = Unwrapped(CommandLine.Run($"{Plan} {option}").Done());
        Assert.Contains(pace, screen, StringComparison.Ordinal);
        Assert.Contains(evidence, screen, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hypothesis_is_marked_unverified_beside_the_choices_too()
    {
        var screen = Unwrapped(CommandLine.Run($"{Plan} --choices --curve emax --d50 5").Done());
        Assert.Contains("the dose giving half of the effect is unknown by more than tenfold", screen, StringComparison.Ordinal);
        Assert.Contains("(Source not confirmed: Glidepath's own rule)", screen, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(CommandLine.Run($"{Plan} --choices --curve emax --d50 5 --json").Done());
        Assert.Equal("plan.curve", document.RootElement.GetProperty("findings")[0].GetProperty("rule").GetString());
    }

    private static string Unwrapped(string screen) =>
        string.Join(' ', screen.Split((char[])[' ', '\n', '\r', '\u00A0', '\u2060'], StringSplitOptions.RemoveEmptyEntries));
}
