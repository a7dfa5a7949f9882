using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Safety;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Safety;

public class WithdrawalRiskTests
{
    [Theory]
    [InlineData(3000, 3, WithdrawalRiskBand.Rare)]
    [InlineData(20, 7, WithdrawalRiskBand.LowButPossible)]
    [InlineData(60, 7, WithdrawalRiskBand.YesRisingWithDose)]
    [InlineData(90, 4, WithdrawalRiskBand.Yes)]
    [InlineData(null, 7, WithdrawalRiskBand.Unknown)]
    [InlineData(90, null, WithdrawalRiskBand.Unknown)]
    public void The_band_follows_table_2_for_1_mg_clonazepam(int? days, int? daysPerWeek, WithdrawalRiskBand band) =>
        Assert.Equal(band, WithdrawalRisk.Of(BenzodiazepineTable.Clonazepam, A.Mg(1), days, daysPerWeek).Band);

    [Theory]
    [InlineData("clonazepam", 0.5, DoseBand.Low)]
    [InlineData("clonazepam", 0.51, DoseBand.Moderate)]
    [InlineData("clonazepam", 1.5, DoseBand.Moderate)]
    [InlineData("clonazepam", 1.51, DoseBand.High)]
    [InlineData("lorazepam", 2, DoseBand.Low)]
    [InlineData("lorazepam", 3.1, DoseBand.High)]
    [InlineData("alprazolam", 1, DoseBand.Low)]
    [InlineData("alprazolam", 2.1, DoseBand.High)]
    public void Bands_are_read_on_native_doses(string drug, double mg, DoseBand band)
    {
        var bands = DoseBands.For(BenzodiazepineTable.Find(drug)!, A.Mg((decimal)mg));
        Assert.True(bands.IsNative);
        Assert.Equal((band, band), (bands.Lowest, bands.Highest));
    }

    [Fact]
    public void Where_tables_disagree_the_band_is_a_range() =>
        Assert.Equal((DoseBand.Low, DoseBand.Moderate), (Of("temazepam", 16).Lowest!.Value, Of("temazepam", 16).Highest!.Value));

    [Fact]
    public void Without_any_table_the_band_is_unknown() => Assert.Null(Of("zolpidem", 10).Lowest);

    private static DoseBands Of(string drug, decimal mg) => DoseBands.For(BenzodiazepineTable.Find(drug)!, A.Mg(mg));
}
