using System.CommandLine;
using System.Globalization;
using Glidepath.Cli.Shared;
using Glidepath.Pharmacology.Safety;

namespace Glidepath.Cli.Tapering;

/// <summary>What is known of the person, as options. All may be left out: unknown stays unknown.</summary>
internal sealed class FactOptions
{
    private static readonly string[] OpioidTreatments = ["buprenorphine", "methadone"];

    private readonly Option<string?> _age = new("--age") { Description = "Age in years", HelpName = "YEARS" };
    private readonly Option<string?> _pregnant = YesNo("--pregnant", "Pregnant");
    private readonly Option<string?> _seizure = YesNo("--seizure-history", "Any seizure in the past");
    private readonly Option<string?> _withdrawal = YesNo("--severe-withdrawal", "Past severe withdrawal");
    private readonly Option<string?> _opioid = new("--opioid")
    {
        Description = "Takes an opioid; or buprenorphine or methadone",
        HelpName = "yes|no|unknown|buprenorphine|methadone",
    };
    private readonly Option<string?> _alcohol = YesNo("--alcohol", "Drinks alcohol regularly");
    private readonly Option<string?> _bipolar = YesNo("--bipolar", "Bipolar disorder or psychosis");
    private readonly Option<string?> _ptsd = YesNo("--ptsd", "PTSD");
    private readonly Option<string?> _liver = YesNo("--liver-disease", "Liver disease");
    private readonly Option<string?> _endOfLife = YesNo("--end-of-life", "End-of-life care");
    private readonly Option<string?> _indication = new("--indication")
    {
        Description = $"What it is taken for: {string.Join(", ", IndicationWords.Accepted)}",
        HelpName = "REASON",
    };
    private readonly Option<string?> _breathing = YesNo("--sleep-apnea", "Sleep apnea or lung disease");
    private readonly Option<string?> _falls = YesNo("--falls", "Falls or confusion");
    private readonly Option<string?> _suicide = YesNo("--suicidal-thoughts", "Thoughts of suicide");
    private readonly Option<string?> _breastfeeding = YesNo("--breastfeeding", "Breastfeeding");
    private readonly Option<string?> _driving = YesNo("--driving", "Drives, or works high up or with machines");
    private readonly Option<string?> _duration = new("--duration") { Description = "How long taken, e.g. \"8 months\"", HelpName = "TIME" };
    private readonly Option<string?> _daysPerWeek = new("--days-per-week") { Description = "Days a week it is taken", HelpName = "1-7" };
    private readonly Option<string[]> _supply = new("--source")
    {
        Description = "Where it comes from; beside --product also who told you of it",
        HelpName = "prescribed|not-prescribed|unknown",
    };
    private readonly Option<string?> _medicines = new("--medicines")
    {
        Description = "Other medicines, comma-separated",
        HelpName = "LIST",
    };

    public void AddTo(Command command)
    {
        Option[] options =
        [
            _age,
            _indication,
            _pregnant,
            _breastfeeding,
            _seizure,
            _withdrawal,
            _suicide,
            _opioid,
            _alcohol,
            _bipolar,
            _ptsd,
            _liver,
            _breathing,
            _falls,
            _driving,
            _endOfLife,
            _duration,
            _daysPerWeek,
            _supply,
            _medicines,
        ];
        foreach (var option in options)
            command.Options.Add(option);
    }

    /// <summary>Who told of a product by hand: each <c>--source</c> that is no kind of supply.</summary>
    public IReadOnlyList<string> Tellers(ParseResult result) => [.. (result.GetValue(_supply) ?? []).Where(s => SupplyOf(s) is null)];

    /// <exception cref="InputException">A source is no kind of supply, and there is no product that it could be the teller of.</exception>
    public void RequireNoTeller(ParseResult result)
    {
        if (Tellers(result) is [var other, ..])
            throw new InputException($"--source: read \"{Shared.Read.Short(other)}\"; accepted: prescribed, not-prescribed, unknown");
    }

    public PatientFacts Read(ParseResult result)
    {
        var opioid = result.GetValue(_opioid)?.Trim().ToLowerInvariant();
        var treatment = OpioidTreatments.Contains(opioid);
        return new PatientFacts
        {
            Age = result.GetValue(_age) is { } age ? Shared.Read.Whole("--age", age, 0, 120, "years") : null,
            Pregnant = YesOrNo(result, _pregnant),
            SeizureHistory = YesOrNo(result, _seizure),
            SevereWithdrawal = YesOrNo(result, _withdrawal),
            Opioid = treatment || opioid is null ? Answer.Unknown : Shared.Read.Answer("--opioid", opioid, OpioidTreatments),
            OpioidTreatment =
                treatment ? Answer.Yes
                : opioid is "no" ? Answer.No
                : Answer.Unknown,
            Alcohol = YesOrNo(result, _alcohol),
            BipolarOrPsychosis = YesOrNo(result, _bipolar),
            Ptsd = YesOrNo(result, _ptsd),
            LiverDisease = YesOrNo(result, _liver),
            EndOfLifeCare = YesOrNo(result, _endOfLife),
            Indication = result.GetValue(_indication) is { } indication ? ReadIndication(indication) : Indication.NotAsked,
            SleepApneaOrLungDisease = YesOrNo(result, _breathing),
            FallsOrConfusion = YesOrNo(result, _falls),
            SuicidalThoughts = YesOrNo(result, _suicide),
            Breastfeeding = YesOrNo(result, _breastfeeding),
            SafetyCriticalDriving = YesOrNo(result, _driving),
            DurationDays = result.GetValue(_duration) is { } duration ? Days(duration) : null,
            DaysPerWeek = result.GetValue(_daysPerWeek) is { } days ? Shared.Read.Whole("--days-per-week", days, 1, 7, "days") : null,
            Supply = ReadSupply(result.GetValue(_supply) ?? []),
            Medicines = MedicineList.Read(result.GetValue(_medicines)),
        };
    }

    private static Answer YesOrNo(ParseResult result, Option<string?> option) =>
        result.GetValue(option) is { } text ? Shared.Read.Answer(option.Name, text) : Answer.Unknown;

    private static Indication ReadIndication(string text) =>
        IndicationWords.Read(text)
        ?? throw new InputException(
            $"--indication: read \"{Shared.Read.Short(text)}\"{DidYouMean.Phrase(text.Trim(), IndicationWords.Accepted)}; accepted: "
                + $"{string.Join(", ", IndicationWords.Accepted)}"
        );

    private static Supply ReadSupply(string[] sources) =>
        sources.Select(SupplyOf).OfType<Supply>().ToList() switch
        {
            [] => Supply.NotAsked,
            [var supply] => supply,
            _ => throw new InputException("--source: read two kinds of supply; accepted: one of prescribed, not-prescribed, unknown"),
        };

    private static Supply? SupplyOf(string text) =>
        text.Trim().ToLowerInvariant() switch
        {
            "prescribed" => Supply.Prescribed,
            "not-prescribed" => Supply.NotPrescribed,
            "unknown" => Supply.Unknown,
            _ => null,
        };

    private static int Days(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var unit =
            words.Length == 2
                ? words[1].TrimEnd('s').ToLowerInvariant() switch
                {
                    "day" => 1,
                    "week" => 7,
                    "month" => 30,
                    "year" => 365,
                    _ => 0,
                }
                : 0;
        return unit > 0 && int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= 36_500 / unit
            ? count * unit
            : throw new InputException(
                $"--duration: read \"{Shared.Read.Short(text)}\"; accepted: a whole number of days, weeks, months or years, such "
                    + $"as \"8 months\""
            );
    }

    private static Option<string?> YesNo(string name, string description) =>
        new(name) { Description = description, HelpName = "yes|no|unknown" };
}
