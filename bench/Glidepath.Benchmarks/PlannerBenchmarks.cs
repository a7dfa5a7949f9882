using BenchmarkDotNet.Attributes;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Tapering;

namespace Glidepath.Benchmarks;

/// <summary>
/// Whole plans: makeable doses, search, dates, supplies, findings. The baseline of each run is the smallest everyday plan, so that the
/// ratios say what a larger grid of doses costs whatever the machine.
/// </summary>
[MemoryDiagnoser]
[MedianColumn]
public class PlannerBenchmarks
{
    private const string Tablets = "tablet 0.5, tablet 1, tablet 2";
    private const string AllProducts = Tablets + ", odt 0.125, odt 0.25, odt 0.5, odt 1, odt 2, suspension 0.1 mg/mL";

    private readonly TaperRequest _small = Ask.Clonazepam("1 mg bedtime", Tablets);
    private readonly TaperRequest _sixOnce = Ask.Clonazepam("6 mg bedtime", AllProducts);
    private readonly TaperRequest _sixTwice = Ask.Clonazepam("3 mg morning, 3 mg bedtime", AllProducts);
    private readonly TaperRequest _sixThrice = Ask.Clonazepam("2 mg morning, 2 mg midday, 2 mg bedtime", AllProducts);
    private readonly TaperRequest _sixFourTimes = Ask.Clonazepam("2 mg morning, 1 mg midday, 1 mg evening, 2 mg bedtime", AllProducts);
    private readonly TaperRequest _diazepam = Ask.For(
        BenzodiazepineTable.Diazepam,
        "40 mg bedtime",
        "tablet 2, tablet 5, tablet 10, solution 1 mg/mL"
    );
    private readonly TaperRequest _diazepamTwice = Ask.For(
        BenzodiazepineTable.Diazepam,
        "20 mg morning, 20 mg bedtime",
        "tablet 2, tablet 5, tablet 10, solution 1 mg/mL"
    );
    private readonly TaperRequest _choices = Ask.Clonazepam("1 mg morning, 1 mg evening", null);
    private readonly TaperRequest _choicesLarge = Ask.Clonazepam("3 mg morning, 3 mg evening", null);

    [Benchmark(Baseline = true, Description = "1 mg once, tablets")]
    public PlanResult Small() => TaperPlanner.Plan(_small);

    [Benchmark(Description = "6 mg once, all products and suspension")]
    public PlanResult SixOnce() => TaperPlanner.Plan(_sixOnce);

    [Benchmark(Description = "6 mg in two doses, all products and suspension")]
    public PlanResult SixTwice() => TaperPlanner.Plan(_sixTwice);

    [Benchmark(Description = "6 mg in three doses, all products and suspension")]
    public PlanResult SixThrice() => TaperPlanner.Plan(_sixThrice);

    [Benchmark(Description = "6 mg in four doses, all products and suspension")]
    public PlanResult SixFourTimes() => TaperPlanner.Plan(_sixFourTimes);

    [Benchmark(Description = "diazepam 40 mg once, 401 levels")]
    public PlanResult Diazepam() => TaperPlanner.Plan(_diazepam);

    [Benchmark(Description = "diazepam 40 mg in two doses, 401 levels")]
    public PlanResult DiazepamTwice() => TaperPlanner.Plan(_diazepamTwice);

    [Benchmark(Description = "all choices from 2 mg")]
    public IReadOnlyList<TaperChoice> Choices() => TaperChoices.For(_choices);

    [Benchmark(Description = "all choices from 6 mg")]
    public IReadOnlyList<TaperChoice> ChoicesLarge() => TaperChoices.For(_choicesLarge);
}

/// <summary>How time grows with the starting dose and with the fineness of the grid.</summary>
[MemoryDiagnoser]
[MedianColumn]
public class GrowthBenchmarks
{
    [Params(1, 2, 4, 6, 8)]
    public int StartMg { get; set; }

    [Params("tablets", "odt", "suspension")]
    public string Grid { get; set; } = "";

    private TaperRequest _request = null!;

    [GlobalSetup]
    public void Setup() =>
        _request = Ask.Clonazepam(
            $"{StartMg / 2m} mg morning, {StartMg / 2m} mg bedtime",
            Grid switch
            {
                "tablets" => "tablet 0.5, tablet 1, tablet 2",
                "odt" => "tablet 0.5, tablet 1, tablet 2, odt 0.125, odt 0.25",
                _ => "tablet 0.5, tablet 1, tablet 2, odt 0.125, odt 0.25, suspension 0.1 mg/mL",
            }
        );

    [Benchmark]
    public PlanResult Plan() => TaperPlanner.Plan(_request);
}

internal static class Ask
{
    public static TaperRequest Clonazepam(string regimen, string? stock) => For(BenzodiazepineTable.Clonazepam, regimen, stock);

    public static TaperRequest For(Benzodiazepine drug, string regimen, string? stock) =>
        new()
        {
            Drug = drug,
            Regimen = Regimen.Read(regimen, out _)!,
            Start = new DateOnly(2026, 12, 1),
            Stock = stock is null ? null : StockReader.Read(drug, stock, out _),
        };
}
