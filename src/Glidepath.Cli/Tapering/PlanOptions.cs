using System.CommandLine;
using Glidepath.Cli.Shared;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Cli.Tapering;

/// <summary>
/// The options of <c>plan</c>, read into a <see cref="TaperRequest"/>. Every value is read here, so that every error reads alike.
/// </summary>
internal sealed class PlanOptions
{
    private readonly Argument<string> _drug = new("DRUG") { Description = "Name or US brand, e.g. clonazepam" };
    private readonly Option<string?> _regimen = Text(
        "--regimen",
        "What is taken now, e.g. \"1 mg morning, 1 mg bedtime\"",
        "\"MG TIME[, …]\""
    );
    private readonly Option<string?> _start = Text("--start", "First day of the plan (default today)", "DATE");
    private readonly Option<string?> _goal = Text("--goal", "Daily dose to end on (default 0)", "MG");
    private readonly Option<string?> _step = Text("--step", "Largest step (default 10)", "PERCENT");
    private readonly Option<string?> _of = Text("--of", "Per cent of what (default current)", "current|original");
    private readonly Option<string?> _curve = Text(
        "--curve",
        "What the steps are equal in (default proportional: per cent of the dose)",
        "proportional|linear|stepped|emax"
    );
    private readonly Option<string?> _d50 = Text("--d50", "With --curve emax: the daily dose assumed to give half of the effect", "MG");
    private readonly Option<string?> _every = Text("--every", "Days between steps (default 14)", "DAYS");
    private readonly Option<string?> _stock = Text(
        "--stock",
        "Products at hand, e.g. \"tablet 0.5 scored, odt 0.125\" (default: what is marketed)",
        "LIST"
    );
    private readonly Option<string[]> _products = new("--product")
    {
        Description =
            "A product of no catalog, as you were told of it, e.g. \"tablet 0.3 scored\", with --source, e.g. pharmacy; may "
            + "stand several times",
        HelpName = "PRODUCT",
        Arity = ArgumentArity.OneOrMore,
    };
    private readonly Option<string?> _have = Text(
        "--have",
        "What is left of earlier supplies, e.g. \"24 x tablet 0.5, 10 x odt 0.125\"",
        "LIST"
    );
    private readonly Option<string?> _last = Text("--last", "Daily dose from which the patient stops (default about 1 mg diazepam)", "MG");
    private readonly Option<bool> _noLiquid = new("--no-liquid")
    {
        Description = "No liquid can be had: end on the last dose that keeps the ceiling",
    };
    private readonly Option<bool> _large = new("--accept-large-last-steps")
    {
        Description = "Continue to zero with pieces alone, each cut above the ceiling named",
    };
    private readonly Option<string?> _maxHold = Text("--max-hold", "Longest hold after a large cut (default 28)", "DAYS");
    private readonly Option<bool> _noSplitting = new("--no-splitting") { Description = "Whole tablets only" };
    private readonly Option<string?> _maxPieces = Text("--max-pieces", "Pieces at one time of day (default 6)", "N");
    private readonly Option<string?> _dropLast = Text("--drop-last", "Time of day that keeps its dose longest", "TIME");
    private readonly Option<bool> _cutNow = new("--cut-now") { Description = "Leave out the interval on the starting dose" };
    private readonly Option<string?> _override = Text(
        "--override",
        "A prescriber's reason to continue where no plan is made; printed on every output",
        "REASON"
    );
    private readonly Option<string?> _policy = Text("--policy", "Guideline that steers (default asam)", "ID");
    private readonly Option<string?> _fillDays = Text("--fill-days", "Longest supply at once (default 28)", "DAYS");
    private readonly FactOptions _facts = new();

    private static IEnumerable<string> Steering => RuleSetTable.All.Where(r => r.Steers).Select(r => r.Id);

    public void AddTo(Command command)
    {
        command.Arguments.Add(_drug);
        foreach (
            var option in new Option[]
            {
                _regimen,
                _start,
                _goal,
                _step,
                _of,
                _every,
                _curve,
                _d50,
                _stock,
                _products,
                _have,
                _noLiquid,
                _large,
                _last,
                _maxHold,
                _noSplitting,
                _maxPieces,
                _dropLast,
                _cutNow,
                _override,
                _policy,
                _fillDays,
            }
        )
            command.Options.Add(option);
        _facts.AddTo(command);
    }

    /// <param name="readings">What was read otherwise than it was written, to show back.</param>
    /// <exception cref="InputException">A value was not understood, or two contradict each other.</exception>
    public TaperRequest Read(ParseResult result, DateOnly today, out IReadOnlyList<string> readings)
    {
        var bottle = Shared.Read.Bottle("drug", result.GetRequiredValue(_drug));
        var drug = bottle.Drug;
        var (regimen, shown) = ReadRegimen(result.GetValue(_regimen));
        var back = shown.Select(r => r.InWords()).ToList();
        var stock = ReadStock(drug, result.GetValue(_stock), ReadProducts(drug, result, back), back);
        if (bottle.Products.Count > 0)
            back.Add(OfBottle(result.GetRequiredValue(_drug), bottle, ref stock));
        var policy = result.GetValue(_policy) is { } id ? Shared.Read.Policy("--policy", id, Steering) : RuleSetTable.Asam;
        if (!policy.Steers)
            throw new InputException(
                $"--policy: {policy.Id} judges schedules (check) and never steers a plan; accepted: {string.Join(", ", Steering)}"
            );
        var request = new TaperRequest
        {
            Drug = drug,
            Regimen = regimen,
            Start = result.GetValue(_start) is { } start ? Shared.Read.Day("--start", start) : today,
            Goal = result.GetValue(_goal) is { } goal ? new Dose(Shared.Read.Number("--goal", goal, 0, Regimen.MaxMg, "mg")) : Dose.Zero,
            Pace = ReadPace(result),
            PaceIsAsked = new Option[] { _step, _every, _of, _curve }.Any(o => result.GetResult(o) is { Implicit: false }),
            MaxHoldDays = result.GetValue(_maxHold) is { } hold
                ? Shared.Read.Whole("--max-hold", hold, 7, TaperPace.MaxIntervalDays, "days")
                : null,
            NoLiquid = result.GetValue(_noLiquid),
            AcceptLargeLastSteps = result.GetValue(_large),
            Stock = stock,
            OnHand = result.GetValue(_have) is { } have ? ReadHave(drug, stock, have, back) : [],
            Limits = new StockLimits
            {
                AllowSplitting = !result.GetValue(_noSplitting),
                MaxPieces = result.GetValue(_maxPieces) is { } pieces
                    ? Shared.Read.Whole("--max-pieces", pieces, 1, StockLimits.MostPieces, "pieces")
                    : StockLimits.Default.MaxPieces,
            },
            Last = result.GetValue(_last) is { } last
                ? new Dose(Shared.Read.Number("--last", last, 0, Regimen.MaxMg, "mg", aboveLow: true))
                : null,
            DropLast = result.GetValue(_dropLast) is { } time ? Time(time) : null,
            CutNow = result.GetValue(_cutNow),
            Policy = policy,
            OverrideReason = result.GetValue(_override) is { } reason ? Reason(reason) : null,
            Facts = _facts.Read(result),
            FillDays = result.GetValue(_fillDays) is { } days ? Shared.Read.Whole("--fill-days", days, 1, 90, "days") : 28,
        };
        RequireSense(request);
        readings = back;
        return request;
    }

    /// <summary>An extended-release name is the stock where none is named; another form only adds a word on what the plan is made of.</summary>
    private static string OfBottle(string text, BottleName bottle, ref Stock? stock)
    {
        var read = $"read \"{Shared.Read.Short(text.Trim())}\" as {bottle.Drug}";
        if (stock is not null)
            return $"{read}, made of the products named";
        if (!bottle.IsExtendedRelease)
            return $"{read}, made of what is marketed. For one form alone name it: --stock \"{StockWords(bottle)}\"";
        stock = new Stock(bottle.Products);
        return $"{read}, {bottle.Products[0].FormText}s of {string.Join(", ", bottle.Products.Select(p => p.StrengthText))}";
    }

    private static string StockWords(BottleName bottle) =>
        string.Join(
            ", ",
            bottle.Products.Select(p =>
                $"{p.FormText.Replace("orally disintegrating tablet", "odt", StringComparison.Ordinal)} {SafeNumber.Write(p.Strength)}"
            )
        );

    private TaperPace ReadPace(ParseResult result)
    {
        var curve = PaceReader.Curve(result.GetValue(_curve), result.GetValue(_d50));
        return new TaperPace
        {
            StepPercent = result.GetValue(_step) is { } step ? Percent(step) : TaperPace.Default.StepPercent,
            Base = result.GetValue(_of) is { } of ? PaceReader.Base(of, curve) : PercentBase.Current,
            IntervalDays = result.GetValue(_every) is { } every
                ? Shared.Read.Whole("--every", every, 1, TaperPace.MaxIntervalDays, "days")
                : TaperPace.Default.IntervalDays,
            Curve = curve,
        };
    }

    private static void RequireSense(TaperRequest request)
    {
        var daily = request.Regimen.DailyDose;
        if (request.Goal >= daily)
            throw new InputException($"--goal: read {request.Goal}, not below the starting {daily} a day; accepted: less than {daily}");
        if (request.Last is { } last && !request.Goal.IsZero)
            throw new InputException($"--last: read {last} beside a goal of {request.Goal}; accepted: --last only where the goal is 0");
        if (request.Last is { } above && above > daily)
            throw new InputException($"--last: read {above}, above the starting {daily} a day; accepted: up to {daily}");
        if (request.DropLast is { } time && request.Regimen[time].IsZero)
            throw new InputException(
                $"--drop-last: nothing is taken {time.Phrase()}; accepted: {string.Join(", ", request.Regimen.Times.Select(t => t.Word()))}"
            );
    }

    private static ReadRegimen ReadRegimen(string? text)
    {
        if (text is null)
            throw new InputException("--regimen: missing; accepted: amounts with a time, such as \"1 mg morning, 0.5 mg bedtime\"");
        return RegimenReader.Read(OneLine.Of(text), out var error) ?? throw new InputException("--" + Shorten(error!.InWords()));
    }

    private List<Product> ReadProducts(Benzodiazepine drug, ParseResult result, List<string> back)
    {
        var told = result.GetValue(_products) ?? [];
        if (told.Length == 0)
        {
            _facts.RequireNoTeller(result);
            return [];
        }
        var tellers = _facts.Tellers(result).Select(t => OneLine.Of(t).Trim()).ToList();
        if (tellers is not [{ Length: >= 2 and <= 100 } source])
            throw new InputException(
                $"--source: "
                    + $"{(tellers.Count == 0 ? "missing beside --product" : $"read \"{Shared.Read.Short(string.Join(", ", tellers))}\"")}; "
                    + $"accepted: who told you of the product, once, in 2 to 100 characters, such as pharmacy"
            );
        return
        [
            .. told.Select(text =>
            {
                var product = ToldProduct.Read(drug, OneLine.Of(text), source, out var readings, out var error);
                back.AddRange(readings.Select(r => r.InWords()));
                return product ?? throw new InputException("--" + Shorten(error!.InWords()));
            }),
        ];
    }

    private static IReadOnlyList<OnHand> ReadHave(Benzodiazepine drug, Stock? stock, string text, List<string> back)
    {
        var have = HaveReader.Read(drug, stock ?? ProductTable.DefaultStock(drug), OneLine.Of(text), out var readings, out var error);
        back.AddRange(readings.Select(r => r.InWords()));
        return have ?? throw new InputException("--" + Shorten(error!.InWords()));
    }

    /// <param name="told">Each stands in for the catalogue's product of the same form and strength.</param>
    private static Stock? ReadStock(Benzodiazepine drug, string? text, IReadOnlyList<Product> told, List<string> back)
    {
        var stock = ReadCatalogueStock(drug, text, told.Count == 0, back);
        if (told.Count == 0)
            return stock;
        var all = new Stock([
            .. (stock ?? ProductTable.DefaultStock(drug)).Where(p => !told.Any(t => t.Form == p.Form && t.Strength == p.Strength)),
            .. told,
        ]);
        return all.MixesRelease
            ? throw new InputException(
                $"--product: extended-release and immediate-release products do not mix in one plan; accepted: one kind, with "
                    + $"--stock naming the others"
            )
            : all;
    }

    private static Stock? ReadCatalogueStock(Benzodiazepine drug, string? text, bool mustHaveSome, List<string> back)
    {
        Stock? stock = null;
        if (text is not null)
        {
            stock = StockReader.Read(drug, text, out var readings, out var error);
            back.AddRange(readings.Select(r => r.InWords()));
            if (stock is null)
                throw new InputException("--" + Shorten(error!.InWords()));
        }
        return mustHaveSome && text is null && ProductTable.DefaultStock(drug).Count == 0
            ? throw new InputException(
                $"drug: {drug.Name} has no product in the catalog of US oral forms; accepted: "
                    + $"{string.Join(", ", BenzodiazepineTable.All.Where(d => ProductTable.Of(d).Any()).Select(d => d.Name))}"
            )
            : stock;
    }

    private static decimal Percent(string text) => Shared.Read.Number("--step", text, TaperPace.MinStepPercent, 99, "%");

    private static TimeOfDay Time(string text) =>
        TimesOfDay.TryRead(text, out var time)
            ? time
            : throw new InputException($"--drop-last: read \"{Shared.Read.Short(text)}\"; accepted: {TimesOfDay.Accepted.InWords()}");

    private static string Reason(string text) =>
        OneLine.Of(text).Trim() is { Length: >= 3 and <= 300 } reason
            ? reason
            : throw new InputException($"--override: read \"{Shared.Read.Short(text)}\"; accepted: a reason of 3 to 300 characters");

    private static string Shorten(string error) => error.Length > 400 ? error[..400] + "…" : error;

    private static Option<string?> Text(string name, string description, string helpName) =>
        new(name) { Description = description, HelpName = helpName };
}
