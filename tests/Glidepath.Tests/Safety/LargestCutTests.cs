using CsCheck;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Safety;
using Glidepath.Tests.Shared;
using static Glidepath.Tests.Safety.ScheduleCases;

namespace Glidepath.Tests.Safety;

/// <summary>What a planner may steer by: the largest cut that the default reading allows, when cuts are so many days apart.</summary>
public class LargestCutTests
{
    /// <summary>
    /// asam: a quarter of current in 14 days; at 7 days apart two cuts share it, 1 − √0.75; at 5 days three, 1 − ∛0.75. nice-cks: a tenth
    /// in 7 days or an eighth in 14; diazepam from 30 mg 4 mg, from 8 mg 1 mg. nsw: a tenth in 10 days; 1 − √0.9 at 7. deprescribing: of
    /// original, 12.5 % from half down. casn: 10 % of original above a fifth of it, 5 % in 14 days below, or 2 mg of diazepam. The label:
    /// 0.25 mg of clonazepam in 3 days.
    /// </summary>
    [Theory]
    [InlineData("asam", "clonazepam", 1, 1, 14, 0.25)]
    [InlineData("asam", "clonazepam", 1, 2, 28, 0.25)]
    [InlineData("asam", "clonazepam", 1, 1, 7, 0.133974596)]
    [InlineData("asam", "clonazepam", 1, 1, 5, 0.091439703)]
    [InlineData("nice-cks", "clonazepam", 1, 1, 7, 0.1)]
    [InlineData("nice-cks", "clonazepam", 1, 1, 14, 0.125)]
    [InlineData("nice-cks", "diazepam", 30, 40, 7, 4.0)]
    [InlineData("nice-cks", "diazepam", 8, 40, 14, 1.0)]
    [InlineData("nice-cks", "diazepam", 60, 60, 7, 6.0)]
    [InlineData("nsw", "clonazepam", 1, 1, 14, 0.1)]
    [InlineData("nsw", "clonazepam", 1, 1, 7, 0.051316701)]
    [InlineData("deprescribing", "clonazepam", 2, 4, 14, 0.5)]
    [InlineData("deprescribing", "clonazepam", 2, 4, 7, 0.25)]
    [InlineData("casn", "diazepam", 10, 40, 7, 4.0)]
    [InlineData("casn", "diazepam", 8, 40, 7, 2.0)]
    [InlineData("casn", "clonazepam", 0.2, 1, 14, 0.05)]
    [InlineData("fda-label", "clonazepam", 1, 1, 3, 0.25)]
    [InlineData("sa-health", "clonazepam", 1, 1, 14, null)]
    [InlineData("fda-label", "lorazepam", 1, 1, 14, null)]
    public void The_largest_cut_is_what_some_limit_allows(string policy, string drug, double from, double original, int hold, double? mg) =>
        Assert.Equal(
            (decimal?)mg,
            RuleSetTable.Find(policy)!.LargestCutMg(BenzodiazepineTable.Find(drug)!, A.Mg((decimal)from), A.Mg((decimal)original), hold)
        );

    [Fact]
    public void A_series_of_largest_cuts_is_no_breach_and_a_little_more_is() =>
        Gen.Select(Gen.Int[1, 30], Gen.Int[20, 4000])
            .Sample(
                (hold, hundredths) =>
                {
                    var doses = new List<decimal> { hundredths / 100m };
                    while (doses.Count < 12)
                        doses.Add(
                            doses[^1]
                                - RuleSetTable
                                    .Asam.LargestCutMg(BenzodiazepineTable.Clonazepam, A.Mg(doses[^1]), A.Mg(doses[0]), hold)!
                                    .Value
                        );
                    // Past a whole window of cuts: a short series has fewer than share it.
                    var most = doses.Select((d, i) => i == 0 ? d : d - 0.001m * d).ToList();
                    var cuts = (14 + hold - 1) / hold;
                    return Breaches(Schedule(BenzodiazepineTable.Clonazepam, doses, _ => hold), RuleSetTable.Asam).Count == 0
                        && (
                            cuts >= doses.Count
                            || Breaches(Schedule(BenzodiazepineTable.Clonazepam, most, _ => hold), RuleSetTable.Asam).Count > 0
                        );
                }
            );

    [Fact]
    public void Only_cks_and_casn_name_a_cut_in_mg_of_diazepam()
    {
        Assert.Equal(
            ["nice-cks", "casn"],
            RuleSetTable.All.Where(r => r.MgRulesFor(BenzodiazepineTable.Diazepam).Count > 0).Select(r => r.Id)
        );
        Assert.Equal([4, 2, 1, 1], RuleSetTable.NiceCks.MgRulesFor(BenzodiazepineTable.Diazepam).Select(l => l.MaxMg));
        Assert.Empty(RuleSetTable.NiceCks.MgRulesFor(BenzodiazepineTable.Clonazepam));
    }
}
