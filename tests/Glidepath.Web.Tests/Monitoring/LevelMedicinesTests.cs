using Glidepath.Application.Monitoring;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Treatment.Medications;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Patients;

namespace Glidepath.Web.Tests.Monitoring;

/// <summary>Hidden dose changes: what is started or stopped on the medication list bends the level of the medicine that is
/// tapered.</summary>
public sealed class LevelMedicinesTests
{
    private static readonly DateOnly Start = new(2026, 6, 1);

    private static readonly DateOnly Last = Start.AddDays(60);

    private static readonly CourseDoses OneMilligram = new("clonazepam", [new DoseFrom(null, [(1_320, 1m)])]);

    private static readonly EpisodeOfCare Episode = EpisodeOfCare
        .Open(
            Guid.CreateVersion7(),
            Guid.CreateVersion7(),
            new DateOnly(2026, 1, 1),
            new MoveEntry(Guid.CreateVersion7(), At(Start), Guid.CreateVersion7(), TimeZoneInfo.Utc)
        )
        .Episode;

    /// <summary>Lai 1978: at carbamazepine 200 mg a day the clearance of clonazepam is typically 1.39 times as high, so the level that
    /// lasts is 1/1.39, 0.72, of what it was. The trough falls a little more than that; the peak, which the last dose makes,
    /// less.</summary>
    [Fact]
    public void Carbamazepine_started_cuts_the_level_of_clonazepam_by_what_was_measured_while_no_dose_changes()
    {
        var carbamazepine = Taken("carbamazepine", "2026-06-01");
        var (with, without) = (BandOf([carbamazepine]), BandOf([]));
        Assert.Equal(without[0].High, with[0].High, 6);
        Assert.InRange(with[^1].High / without[^1].High, 1 / 1.39, 0.95);
        Assert.InRange(with[^1].Low / without[^1].Low, 0.68, 1 / 1.39);
        // Half is there after 60 h: on day 2 some, and not yet all.
        Assert.InRange(with[3].Low, with[^1].Low * 1.01, without[3].Low * 0.99);
        Assert.Equal(
            ["carbamazepine"],
            LevelMedicines.Of(BenzodiazepineTable.Clonazepam, [carbamazepine], TimeZoneInfo.Utc).Counted.Select(c => c.Name)
        );
    }

    [Fact]
    public void Carbamazepine_stopped_lets_the_level_rise_back_to_what_it_is_without()
    {
        var stopped = Taken("carbamazepine 200 mg", "2020");
        stopped.Stop(Start, "ended", Last);
        var (with, without) = (BandOf([stopped]), BandOf([]));
        Assert.True(with[0].High < without[0].High * 0.95, "It was taken all along, and in effect on the first day.");
        Assert.InRange(with[^1].High, without[^1].High * 0.995, without[^1].High * 1.005);
        Assert.InRange(with[^1].Low, without[^1].Low * 0.995, without[^1].Low * 1.005);
    }

    [Fact]
    public void A_change_of_its_dose_is_no_stop_and_no_start_of_the_effect()
    {
        var first = Taken("carbamazepine", "2026-06-01");
        var next = first.Replace(
            Guid.CreateVersion7(),
            Episode,
            first.Details with
            {
                HowTaken = "400 mg twice a day",
            },
            "more",
            Start.AddDays(10),
            By() with
            {
                RecordedAt = At(Start.AddDays(10)),
            }
        );
        var one = Assert.Single(LevelMedicines.Of(BenzodiazepineTable.Clonazepam, [next, first], TimeZoneInfo.Utc).Counted);
        Assert.Equal((Start, null), (one.From, one.To));
    }

    [Fact]
    public void What_acts_without_a_published_size_is_named_and_bends_nothing()
    {
        var ketoconazole = Taken("ketoconazole 200 mg", "2026-06-01");
        var medicines = LevelMedicines.Of(BenzodiazepineTable.Clonazepam, [ketoconazole, Taken("vitamin D", null)], TimeZoneInfo.Utc);
        Assert.Empty(medicines.Counted);
        Assert.Equal(["ketoconazole 200 mg"], medicines.NotCounted);
        Assert.Equal(BandOf([]), BandOf([ketoconazole]));
    }

    [Fact]
    public void What_was_entered_in_error_is_no_medicine_of_the_person()
    {
        var never = Taken("carbamazepine", "2026-06-01");
        never.MarkEnteredInError("another person's bottle");
        Assert.Empty(LevelMedicines.Of(BenzodiazepineTable.Clonazepam, [never], TimeZoneInfo.Utc).Counted);
        Assert.Empty(MedicineTurns.Of([Taken("clonazepam", "2019"), never], TimeZoneInfo.Utc));
    }

    [Fact]
    public void An_inducer_that_is_stopped_is_a_hidden_rise_and_a_signal()
    {
        var carbamazepine = Taken("carbamazepine", "2020");
        carbamazepine.Stop(Start, "ended", Last);
        var change = Assert.Single(MedicineTurns.Of([Taken("clonazepam", "2019"), carbamazepine], TimeZoneInfo.Utc));
        Assert.Equal((MedicineTurn.InducerStopped, Start), (change.Turn, change.On));
    }

    private static IReadOnlyList<LevelOfDay> BandOf(IReadOnlyList<MedicationStatement> list) =>
        LevelBand.Of(OneMilligram, Start, Last, drug => LevelMedicines.Of(drug, list, TimeZoneInfo.Utc))!.Days;

    private static MedicationStatement Taken(string name, string? since) =>
        MedicationStatement.Record(
            Guid.CreateVersion7(),
            Episode,
            new MedicationDetails(name, name == "clonazepam" ? "1 mg bedtime" : "as on the bottle", false, MedicationSource.Bottle, since),
            Last,
            At(Start),
            Guid.CreateVersion7()
        );

    private static DateTime At(DateOnly day) => day.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc);

    private static Entry By() => new(Guid.CreateVersion7(), At(Start), Guid.CreateVersion7());
}
