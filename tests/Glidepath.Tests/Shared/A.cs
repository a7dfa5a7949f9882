using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Tests.Shared;

/// <summary>Builders: plain requests that a test changes where it matters.</summary>
internal static class A
{
    public static readonly DateOnly Day = new(2026, 12, 1);

    public static TaperRequest Taper(Benzodiazepine drug, string regimen, string? stock = null) =>
        new()
        {
            Drug = drug,
            Regimen = Regimen(regimen),
            Start = Day,
            Stock = stock is null ? null : Stock(drug, stock),
        };

    public static TaperRequest Clonazepam(string regimen, string? stock = null) => Taper(BenzodiazepineTable.Clonazepam, regimen, stock);

    public static Regimen Regimen(string text) =>
        Pharmacology.Tapering.Regimen.Read(text, out var error) ?? throw new ArgumentException(error!.InWords());

    public static TimeOfDay Time(string text) => TimesOfDay.TryRead(text, out var time) ? time : throw new ArgumentException(text);

    public static Stock Stock(Benzodiazepine drug, string text) =>
        StockReader.Read(drug, text, out var error) ?? throw new ArgumentException(error!.InWords());

    public static TaperPlan Plan(TaperRequest request) =>
        TaperPlanner.Plan(request) is { Plan: { } plan }
            ? plan
            : throw new InvalidOperationException(TaperPlanner.Plan(request).Refusal!.Message);

    public static Dose Mg(decimal mg) => new(mg);

    public static TaperPace Pace(decimal percent, int days, PercentBase @base = PercentBase.Current) =>
        new()
        {
            StepPercent = percent,
            IntervalDays = days,
            Base = @base,
        };

    public static TaperPace Along(string curve, decimal percent, int days, decimal d50 = 0) =>
        Pace(percent, days) with
        {
            Curve = curve switch
            {
                "linear" => new PaceCurve.Linear(),
                "stepped" => new PaceCurve.Stepped(),
                "emax" => new PaceCurve.Emax(new(d50)),
                _ => PaceCurve.Default,
            },
        };
}
