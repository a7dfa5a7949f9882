using Glidepath.Pharmacology.Units;
using Glidepath.Treatment.Medications;

namespace Glidepath.Tests.Medications;

/// <summary>An unplanned admission: NSW Health and SA Health, side by side.</summary>
public sealed class AdmissionWorksheetTests
{
    [Fact]
    public void A_confirmed_prescribed_dose_of_one_medicine_that_is_not_high_continues()
    {
        var sheet = AdmissionWorksheet.Of([Taking("clonazepam", "0.5 mg morning, 0.5 mg bedtime"), Taking("sertraline", "100 mg")]);
        Assert.Empty(sheet.Doubts);
    }

    [Theory]
    [InlineData("20 mg morning, 20 mg midday, 20 mg bedtime", 24, 7.5)]
    [InlineData("50 mg morning, 50 mg bedtime", 40, 12.5)]
    public void Of_60_mg_diazepam_a_day_it_is_24_a_day_or_7_and_a_half_four_times_and_of_100_it_is_40(string how, double nsw, double sa)
    {
        var sheet = AdmissionWorksheet.Of([Taking("diazepam", how)]);
        Assert.Equal([AdmissionDoubt.HighDose], sheet.Doubts);
        Assert.Equal(Interval.Of((decimal)nsw), sheet.Nsw);
        Assert.Equal(Interval.Of((decimal)sa), sheet.SaHealth);
    }

    [Fact]
    public void Of_another_medicine_it_is_a_range_over_the_tables_and_no_one_number()
    {
        var sheet = AdmissionWorksheet.Of([Taking("clonazepam", "2 mg morning, 2 mg bedtime")]);
        Assert.Equal(sheet.Daily!.Value.High / 8, sheet.SaHealth!.Value.High);
        Assert.Equal(Math.Min(sheet.Daily.Value.Low * 0.4m, 40), sheet.Nsw!.Value.Low);
        Assert.False(sheet.Daily.Value.IsPoint);
    }

    [Fact]
    public void What_nobody_confirmed_what_is_doubled_and_what_has_no_dose_is_said()
    {
        var sheet = AdmissionWorksheet.Of([
            (Taking("clonazepam", "1 mg bedtime").Details, false),
            (new("lorazepam", "1 mg", true, MedicationSource.Bottle), true),
        ]);
        Assert.Equal([AdmissionDoubt.NotConfirmed, AdmissionDoubt.Several], sheet.Doubts);
        Assert.Equal("lorazepam", Assert.Single(sheet.LeftOut).Name);
        Assert.Equal([AdmissionDoubt.NoDose], AdmissionWorksheet.Of([]).Doubts);
    }

    private static (MedicationDetails Details, bool IsReconciled) Taking(string name, string how) =>
        (new(name, how, false, MedicationSource.Bottle), true);
}
