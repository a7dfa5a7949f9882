using Glidepath.Application.Shared;
using Glidepath.Application.Tapering;
using Glidepath.Paper.Shared;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Web.Tapering;

/// <summary>From what was sent to what the engine is asked, or to what is wrong with it. Pages and API alike.</summary>
internal static class DraftReader
{
    private static readonly DateOnly FirstDay = new(2000, 1, 1),
        LastDay = new(2100, 12, 31);

    private const int LongestName = 60;

    /// <summary>The drugs that a plan can be made of: those with a product.</summary>
    public static IReadOnlyList<Benzodiazepine> Drugs { get; } = [.. BenzodiazepineTable.All.Where(d => ProductTable.Of(d).Any())];

    /// <returns>Null when something was added to <paramref name="errors"/>.</returns>
    public static TaperRequest? Read(DraftPlan draft, DateOnly today, FieldErrors errors)
    {
        if (Drug(draft.Drug, errors) is not { } drug)
            return null;
        var regimen = ReadRegimen(draft.Regimen, errors);
        var goal = draft.GoalMg;
        RequireExact("goal", goal, errors);
        if (regimen is not null && goal >= regimen.DailyDose.Milligrams)
            errors.Add("goal", TaperingText.T["TheDoseToEndOnMustBeBelow", regimen.DailyDose]);
        if (draft.StepPercent is { } step && decimal.Round(step, 3) != step)
            errors.Add("step", TaperingText.T["TheLargestStepMayHaveUpTo3Decimals"]);
        if (draft.Start is { } day && (day < FirstDay || day > LastDay))
            errors.Add("start", TaperingText.T["TheFirstDayMustBeFromTo", FirstDay, LastDay]);
        var policy = RuleSetTable.All.FirstOrDefault(r => r.Steers && r.Id == draft.Policy);
        if (policy is null)
            errors.Add(
                "policy",
                TaperingText.T["GuidelinesThatCanSteerAPlan", string.Join(", ", RuleSetTable.All.Where(r => r.Steers).Select(r => r.Id))]
            );
        if (draft.Facts.Medicines.Any(m => m is null || m.Length > LongestName))
            errors.Add("medicines", TaperingText.T["TheNameOfAMedicineMayHaveUpTo", LongestName]);
        var stock = ReadStock(drug, draft.Stock, errors);
        var have = ReadHave(drug, stock, draft.Have, errors);
        if (errors.Any)
            return null;
        return new TaperRequest
        {
            Drug = drug,
            Regimen = regimen!,
            Start = draft.Start ?? today,
            Goal = new Dose(goal),
            Pace = new TaperPace
            {
                StepPercent = draft.StepPercent ?? TaperPace.Default.StepPercent,
                Base = draft.Of,
                IntervalDays = draft.IntervalDays ?? TaperPace.Default.IntervalDays,
            },
            PaceIsAsked = draft.StepPercent is not null || draft.IntervalDays is not null,
            MaxHoldDays = draft.MaxHoldDays,
            NoLiquid = draft.NoLiquid,
            AcceptLargeLastSteps = draft.AcceptLargeLastSteps,
            Stock = stock,
            OnHand = have,
            Limits = StockLimits.Default with { AllowSplitting = draft.Splitting },
            Policy = policy!,
            FillDays = draft.FillDays,
            Facts = Facts(draft.Facts),
        };
    }

    private static Benzodiazepine? Drug(string name, FieldErrors errors)
    {
        if (BenzodiazepineTable.Find(name.Trim()) is { } drug && Drugs.Contains(drug))
            return drug;
        errors.Add("drug", TaperingText.T["ChooseOneOf", string.Join(", ", Drugs.Select(d => d.Name))]);
        return null;
    }

    private static Regimen? ReadRegimen(DraftRegimen sent, FieldErrors errors)
    {
        var doses = sent.Doses.ToList();
        foreach (var other in sent.Other)
            if (other?.At is not { } at || !TimesOfDay.TryRead(at, out var time))
                errors.Add("other", TaperingText.T["TimesAreReadAs", other?.At]);
            else if (doses.Exists(d => d.Time == time && d.Mg > 0))
                errors.Add("other", TaperingText.T["StandsTwiceWriteEachTimeOnce", at]);
            else
                doses.Add((time, other.Mg));
        foreach (var (time, mg) in doses)
            RequireExact(time.Word(), mg, errors);
        var taken = doses.Where(d => d.Mg > 0).ToList();
        if (taken.Count > 0)
            return errors.Any ? null : Regimen.From(taken.Select(d => d.Time), t => new Dose(taken.Single(d => d.Time == t).Mg));
        errors.Add("morning", TaperingText.T["WriteAtLeastOneAmountAbove0SuchAs05"]);
        return null;
    }

    /// <summary>The engine counts in whole nanograms.</summary>
    private static void RequireExact(string field, decimal mg, FieldErrors errors)
    {
        if (decimal.Round(mg, 6) != mg)
            errors.Add(field, TaperingText.T["AnAmountMayHaveUpTo6Decimals"]);
    }

    private static Stock? ReadStock(Benzodiazepine drug, string? text, FieldErrors errors)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var stock = StockReader.Read(drug, text, out var error);
        if (stock is null)
            errors.Add("stock", error!.InWords());
        return stock;
    }

    private static IReadOnlyList<OnHand> ReadHave(Benzodiazepine drug, Stock? stock, string? text, FieldErrors errors)
    {
        if (string.IsNullOrWhiteSpace(text))
            return [];
        var have = HaveReader.Read(drug, stock ?? ProductTable.DefaultStock(drug), text, out _, out var error);
        if (have is null)
            errors.Add("have", $"{TaperingText.T["EnterHowManyAndOfWhat"]} {Why(error!)}");
        return have ?? [];
    }

    /// <summary>What was read, said back; or why it is nothing of ours, with what is.</summary>
    private static string Why(Sentence error) =>
        error.What() is not { } what ? ""
        : what.Id is "misread.text" or "have.count-in" or "product.form-in" or "product.strength" ? ToPerson(what)
        : $"{Letters.Capital(what.Id is "product.not-in-catalog" ? ToPerson(what) : TaperingText.T["WhyNot", what.InWords()])} "
            + TaperingText.T["WeKnow", error.Accepted()!.InWords()];

    private static string ToPerson(Sentence what) => what.Under($"person.{what.Id}").InWords();

    public static PatientFacts Facts(DraftFacts sent) =>
        new()
        {
            Age = sent.Age,
            Pregnant = sent.Pregnant,
            SeizureHistory = sent.SeizureHistory,
            SevereWithdrawal = sent.SevereWithdrawal,
            Opioid = sent.Opioid,
            OpioidTreatment = sent.OpioidTreatment,
            Alcohol = sent.Alcohol,
            BipolarOrPsychosis = sent.BipolarOrPsychosis,
            Ptsd = sent.Ptsd,
            LiverDisease = sent.LiverDisease,
            EndOfLifeCare = sent.EndOfLifeCare,
            SleepApneaOrLungDisease = sent.SleepApneaOrLungDisease,
            FallsOrConfusion = sent.FallsOrConfusion,
            SuicidalThoughts = sent.SuicidalThoughts,
            Breastfeeding = sent.Breastfeeding,
            SafetyCriticalDriving = sent.SafetyCriticalDriving,
            Indication = sent.Indication,
            DurationDays = sent.DurationDays,
            DaysPerWeek = sent.DaysPerWeek,
            Supply = sent.Supply,
            Medicines = [.. sent.Medicines.Select(m => m.Trim()).Where(m => m.Length > 0)],
        };
}
