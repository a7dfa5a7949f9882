using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Safety;

/// <summary>How likely clinically significant withdrawal is, by Table 2 of the Joint Guideline 2025.</summary>
public enum WithdrawalRiskBand
{
    /// <summary>How long or how often it is taken is not known.</summary>
    Unknown,
    Rare,
    LowButPossible,
    Yes,
    YesRisingWithDose,
}

/// <param name="Bands">The dose band it rests on.</param>
public sealed record WithdrawalRisk(WithdrawalRiskBand Band, DoseBands Bands)
{
    /// <summary>Days the guideline's "1 month" and "3 months" are read as.</summary>
    private const int OneMonth = 30;
    private const int ThreeMonths = 90;

    /// <summary>Read on the dose of all benzodiazepines together where more than one is taken.</summary>
    public static WithdrawalRisk Of(FactCase person)
    {
        var bands = DoseBands.For(person.Drug, person.DailyDose);
        if (SedativeTotal.HasMoreThanOne(person) && SedativeTotal.Of(person) is { } total)
            bands = bands.WithTotal(total);
        return Of(bands, person.Facts.DurationDays, person.Facts.DaysPerWeek);
    }

    /// <param name="durationDays">How long it has been taken.</param>
    /// <param name="daysPerWeek">On how many days a week.</param>
    public static WithdrawalRisk Of(Benzodiazepine drug, Dose daily, int? durationDays, int? daysPerWeek) =>
        Of(DoseBands.For(drug, daily), durationDays, daysPerWeek);

    private static WithdrawalRisk Of(DoseBands bands, int? durationDays, int? daysPerWeek)
    {
        var band = (daysPerWeek, durationDays) switch
        {
            (<= 3, _) => WithdrawalRiskBand.Rare,
            (null, _) or (_, null) => WithdrawalRiskBand.Unknown,
            (_, < OneMonth) => WithdrawalRiskBand.LowButPossible,
            (_, < ThreeMonths) when bands.Highest is null => WithdrawalRiskBand.Unknown,
            (_, < ThreeMonths) => bands.CanBeOver(DoseBand.Low) ? WithdrawalRiskBand.YesRisingWithDose : WithdrawalRiskBand.LowButPossible,
            _ => WithdrawalRiskBand.Yes,
        };
        return new WithdrawalRisk(band, bands);
    }

    public Finding ToFinding() =>
        new(
            Sentence.Of(
                "asam.withdrawal-risk",
                ("risk", Words),
                ("band", Bands.Words),
                ("by", Bands.IsNative ? (Sentence)"asam.withdrawal-risk.native" : null)
            ),
            Band is WithdrawalRiskBand.Yes or WithdrawalRiskBand.YesRisingWithDose ? Severity.Finding : Severity.Note,
            Sources.AsamTables
        );

    private Sentence Words =>
        Band switch
        {
            WithdrawalRiskBand.Unknown => "asam.withdrawal-risk.unknown",
            WithdrawalRiskBand.Rare => "asam.withdrawal-risk.rare",
            WithdrawalRiskBand.LowButPossible => "asam.withdrawal-risk.low-but-possible",
            WithdrawalRiskBand.Yes => "asam.withdrawal-risk.yes",
            WithdrawalRiskBand.YesRisingWithDose => "asam.withdrawal-risk.yes-rising-with-dose",
        };
}
