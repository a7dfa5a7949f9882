using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Kinetics;

namespace Glidepath.Tests.Kinetics;

public class KineticTableTests
{
    /// <summary>Drugs for which no source gives enough to compute a level.</summary>
    private static readonly string[] WithoutModel = [];

    public static TheoryData<string> Models => [.. KineticTable.All.Select(m => m.ToString())];

    private static KineticModel Model(string name) => KineticTable.All.Single(m => m.ToString() == name);

    [Theory]
    [MemberData(nameof(Models))]
    public void Every_parameter_is_an_interval_around_its_typical_value_with_a_source(string name) =>
        Assert.All(
            Model(name).Parameters,
            p =>
            {
                Assert.True(p.Low > 0 && p.Low <= p.Typical && p.Typical <= p.High && double.IsFinite(p.High), $"{p}");
                Assert.True(p.Omega >= 0 && double.IsFinite(p.Omega), $"{p}");
                Assert.False(string.IsNullOrWhiteSpace(p.Source.Title) || string.IsNullOrWhiteSpace(p.Source.Where), $"{p}");
                Assert.Contains(p.Unit, new[] { "L/h", "L", "1/h", "h", "fraction" });
            }
        );

    [Theory]
    [MemberData(nameof(Models))]
    public void Every_parameter_that_no_source_confirms_says_so(string name) =>
        Assert.All(Model(name).Parameters.Where(p => p.Confidence is Confidence.Unverified), p => Assert.NotEmpty(p.Note));

    [Theory]
    [MemberData(nameof(Models))]
    public void No_part_formed_or_absorbed_is_more_than_the_whole(string name)
    {
        var model = Model(name);
        Assert.All(model.Metabolites, m => Assert.InRange(m.Fraction.High, 0, 1));
        // Kruizinga's bioavailability is relative to the average person's, so it may pass 1.
        if (model.Bioavailability is { } part && model.Id != "kruizinga")
            Assert.InRange(part.High, 0, 1);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void A_metabolite_is_formed_from_one_before_it(string name)
    {
        var model = Model(name);
        Assert.All(model.Metabolites.Select((m, i) => (m, i)), m => Assert.True(m.m.From is null || m.m.From < m.i));
        Assert.Equal(model.Flow is null, model.PeripheralVolume is null);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void The_constants_of_a_model_give_about_its_published_half_life(string name)
    {
        var model = Model(name);
        var cohort = ParameterBox.Members(model, []);
        Assert.InRange(ParameterBox.HalfLife(cohort.Shape, cohort.Row(0)) / model.HalfLife.Typical, 1 / 1.5, 1.5);
    }

    [Fact]
    public void The_default_model_of_clonazepam_has_two_compartments() =>
        Assert.True(KineticTable.DefaultFor(BenzodiazepineTable.Clonazepam)!.HasTwoCompartments);

    [Fact]
    public void Every_drug_has_a_model_or_is_listed_as_having_none() =>
        Assert.Equal(WithoutModel, BenzodiazepineTable.All.Where(d => KineticTable.DefaultFor(d) is null).Select(d => d.Name));

    [Fact]
    public void The_models_of_a_drug_have_ids_of_their_own() =>
        Assert.Equal(KineticTable.All.Count, KineticTable.All.Select(m => m.ToString()).Distinct().Count());

    [Fact]
    public void A_model_is_found_by_its_id_in_any_case() =>
        Assert.Same(KineticTable.ClonazepamKruizinga, KineticTable.Find(BenzodiazepineTable.Clonazepam, " Kruizinga "));

    [Fact]
    public void Every_effect_is_an_interval_around_its_typical_value_with_a_source() =>
        Assert.All(
            ClearanceEffectTable.All,
            e =>
            {
                Assert.True(e.Low > 0 && e.Low <= e.Typical && e.Typical <= e.High && double.IsFinite(e.High), $"{e}");
                Assert.True(e.Timing.OnsetHalfTime >= 0 && e.Timing.OffsetHalfTime >= 0, $"{e}");
                Assert.False(
                    string.IsNullOrWhiteSpace(e.Evidence)
                        || string.IsNullOrWhiteSpace(e.Timing.Evidence)
                        || string.IsNullOrWhiteSpace(e.Source.Where),
                    $"{e}"
                );
                Assert.All(e.Medicines, m => Assert.Same(e, ClearanceEffectTable.Find(e.Drug, m.ToUpperInvariant())));
            }
        );

    [Fact]
    public void Every_adjustment_is_of_something_the_model_has_with_a_source() =>
        Assert.All(
            AdjustmentTable.All,
            a =>
            {
                Assert.True(a.Factor > 0 && double.IsFinite(a.Factor), $"{a}");
                Assert.Contains(a.Analyte, KineticTable.DefaultFor(a.Drug)!.Analytes);
                Assert.False(string.IsNullOrWhiteSpace(a.Evidence) || string.IsNullOrWhiteSpace(a.Source.Where), $"{a}");
                Assert.NotEqual(a.FromAge is null, a.Liver is LiverFunction.Normal);
            }
        );

    [Fact]
    public void An_adjustment_is_applied_and_named() =>
        Assert.All(
            AdjustmentTable.All,
            a =>
            {
                var person = new Person { Age = a.FromAge, Liver = a.Liver };
                var model = KineticTable.DefaultFor(a.Drug)!;
                var (adjusted, applied) = Adjustments.Apply(model, person);
                Assert.Contains(applied, t => t.Text.StartsWith(a.Evidence, StringComparison.Ordinal) && t.Source == a.Source);
                var (before, after) = (Measured(model, a), Measured(adjusted, a));
                Assert.Equal(a.Factor, after / before, 1e-9);
                Assert.All(adjusted.Parameters, p => Assert.True(p.Low <= p.Typical && p.Typical <= p.High, $"{p}"));
            }
        );

    /// <summary>
    /// Clearance is seen in the row of constants; half-life and volume of the drug too, those of a metabolite by way of its rate.
    /// </summary>
    private static double Measured(KineticModel model, KineticAdjustment row)
    {
        var constants = ParameterBox.Members(model, []).Row(0);
        if (model.Analyte != row.Analyte)
        {
            var m = Enumerable.Range(0, model.Metabolites.Count).Single(i => model.Metabolites[i].Name == row.Analyte);
            var (volume, clearance) = (
                constants[ModelShape.Slot(m, ModelShape.Volume)],
                constants[ModelShape.Slot(m, ModelShape.Clearance)]
            );
            return row.Quantity switch
            {
                AdjustedQuantity.Clearance => clearance,
                AdjustedQuantity.HalfLife => volume / clearance,
                _ => volume,
            };
        }
        return row.Quantity switch
        {
            AdjustedQuantity.Clearance => constants[ModelShape.CL],
            AdjustedQuantity.HalfLife => constants[ModelShape.Vc] / constants[ModelShape.CL],
            _ => constants[ModelShape.Vc],
        };
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void The_typical_person_has_the_constants_of_the_table(string name)
    {
        var model = Model(name);
        double[] drug =
        [
            model.Bioavailability?.Typical ?? 1,
            model.Clearance.Typical,
            model.CentralVolume.Typical,
            model.Flow?.Typical ?? 0,
            model.PeripheralVolume?.Typical ?? 0,
            model.AbsorptionRate.Typical,
        ];
        var metabolites = model.Metabolites.SelectMany(m =>
            new[] { m.Fraction.Typical * m.MassRatio, m.Volume.Typical, Math.Log(2) * m.Volume.Typical / m.HalfLife.Typical }
        );
        Assert.Equal([.. drug, .. metabolites], ParameterBox.Members(model, []).Row(0).ToArray());
    }
}
