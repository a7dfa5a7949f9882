namespace Glidepath.Tests.Cli;

/// <summary>Regimens and products in other words than the plain ones, as a plan shows them back.</summary>
public class PlanWordsTests
{
    [Theory]
    [InlineData("plan clonazepam --regimen \"0,5 mg morning\"", "Check this: read \"0,5 mg morning\" as 0.5 mg morning.")]
    [InlineData("plan clonazepam --regimen \"0.5 mg BID\"", "Check this: read \"0.5 mg BID\" as 0.5 mg morning, 0.5 mg bedtime.")]
    [InlineData("plan clonazepam --regimen \"0.5 mg BID\" --choices", "Check this: read \"0.5 mg BID\" as 0.5 mg morning, 0.5 mg bedtime.")]
    [InlineData("simulate clonazepam \"500 mcg at night\" --days 2", "Check this: read \"500 mcg at night\" as 0.5 mg bedtime.")]
    public void What_was_put_in_other_words_is_shown_back(string line, string fragment) =>
        Assert.Contains(fragment, CommandLine.Run(line).Done(), StringComparison.Ordinal);

    [Fact]
    public void The_plain_form_is_not_shown_back() =>
        Assert.DoesNotContain(
            "Check this",
            CommandLine.Run("plan clonazepam --regimen \"0.5 mg morning\"").Done(),
            StringComparison.Ordinal
        );

    [Fact]
    public void The_stop_is_named_and_never_counted_as_a_step()
    {
        var plan = CommandLine.Run("plan clonazepam --regimen \"1 mg bedtime\"").Done();
        Assert.Contains("26 steps, then the stop, 2026-12-01 to", plan, StringComparison.Ordinal);
        Assert.Contains("Review, the stop: Stop from 0.05 mg", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("step 27", plan, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plan clonazepam --regimen \"1 mg bedtime\" --duration \"2 years\" --days-per-week 7 --medicines \"carbamazepine, wine\"")]
    [InlineData("plan clonazepam --regimen \"1 mg bedtime\" --choices")]
    [InlineData("simulate clonazepam \"1 mg bedtime\" --days 2")]
    public void A_source_stands_by_its_title_and_never_by_its_key(string line)
    {
        var output = CommandLine.Run(line).Done();
        Assert.Contains("(Source", output, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\[[a-z][a-z0-9-]+\]", output);
        Assert.All(
            new[] { "unverified", "drug's own mg", "[asam" },
            words => Assert.DoesNotContain(words, output, StringComparison.OrdinalIgnoreCase)
        );
    }

    [Fact]
    public void A_product_by_hand_joins_the_stock_and_is_named_as_told()
    {
        var output = CommandLine
            .Run(
                "plan clonazepam --regimen \"0.3 mg bedtime\" --stock \"odt 0.125, suspension 0.1\" --product \"tablet 0.3 "
                    + "scored\" --source pharmacy --source prescribed --json"
            )
            .Done();
        Assert.Contains("clonazepam 0.3 mg tablet (told by you)", output, StringComparison.Ordinal);
    }
}
