using System.Globalization;
using Glidepath.Application.Shared;
using Glidepath.Treatment;
using Glidepath.Treatment.Facilities;
using Glidepath.Web.Shared;
using Pathway = Glidepath.Treatment.Patients.Pathway;

namespace Glidepath.Web.Facilities;

/// <summary>
/// What a visitor told, as it was typed. It travels in the body of each request and is stored nowhere. One field for each criterion,
/// <c>need-ID</c>, with one of
/// <see cref="Says"/>; <c>sign</c> and <c>care</c> for danger signs and what is known of the person; <c>also</c> is one more must, picked
/// from the list's counts.
/// </summary>
public sealed class FinderForm
{
    /// <summary>
    /// What can be said of a criterion: must have; one of these, within its group; matters a lot; matters; rather not; leave out.
    /// </summary>
    public static readonly IReadOnlyList<string> Says = ["must", "any", "lot", "some", "rather-not", "never"];

    /// <summary>Weights of "matters a lot" and "matters", of <see cref="Wish.MostWeight"/>.</summary>
    private const double Lot = 3,
        Some = 1;

    /// <summary>Characters of a note beside a place.</summary>
    public const int LongestNote = 500;

    /// <summary>As the criterion says it: 10 percent or less every 4 weeks.</summary>
    private const int SlowPercent = 10,
        SlowWeeks = 4;

    private const int LongestAnswer = 100,
        MostPlaces = 5;

    private static readonly string[] Plain = ["near", "within", "stay", "pathway", "more", "go", "show", "sheet", "one", "other", "also"];

    /// <summary>"Also help with", by the word that people use.</summary>
    public static readonly IReadOnlyList<(string Id, string Word)> AlsoHelp =
    [
        ("anxiety", "Anxiety"),
        ("depression", "Depression"),
        ("trauma", "PTSD"),
        ("panic", "Panic attacks"),
        ("cbt-insomnia", "Sleep"),
        ("pain", "Pain"),
    ];

    /// <summary>What is ticked without opening more, and how much a tick means.</summary>
    public static readonly IReadOnlyList<(string Id, string Word, string Says)> KindOfCare =
    [
        ("benzodiazepine-withdrawal", "Help to come off benzodiazepines (must have)", "must"),
        ("slow-taper", "A slow taper: 10 percent or less every 4 weeks", "lot"),
        ("cbt", "Talk therapy (CBT)", "some"),
        ("family", "Family takes part", "some"),
    ];

    private static readonly HashSet<string> Ticked = [.. AlsoHelp.Select(a => a.Id), .. KindOfCare.Select(k => k.Id)];

    private readonly Dictionary<string, string> _answers = new(StringComparer.Ordinal);
    private readonly List<string> _signs = [],
        _care = [],
        _payers = [];
    private readonly List<Guid> _places = [];

    private FinderForm() { }

    public static FinderForm Empty => new();

    /// <summary>As a visitor finds it: without help to come off them a place is none to send anybody to.</summary>
    public static FinderForm First
    {
        get
        {
            var form = new FinderForm();
            form._answers[Field(CriterionTable.Get("benzodiazepine-withdrawal"))] = "must";
            return form;
        }
    }

    /// <summary>
    /// What a plan of a clinician asks of a place: help to come off them, and a slow pace as a must where the plan's own is one.
    /// </summary>
    /// <param name="largestPercent">Of the dose at that time, of any cut.</param>
    public static FinderForm OfPlan(Pathway? pathway, decimal largestPercent, int cuts, int weeks)
    {
        var form = First;
        form._answers[Field(CriterionTable.Get("slow-taper"))] =
            largestPercent <= SlowPercent && weeks >= cuts * SlowWeeks ? "must" : "lot";
        if (pathway is { } came)
            form._answers["pathway"] = came is Pathway.NotPrescribed ? "not-prescribed" : "prescribed";
        return form;
    }

    /// <summary>Asked under "More wishes"; a tick that was given another meaning there stays there.</summary>
    public IEnumerable<Criterion> More => Choosable.Where(c => !Ticked.Contains(c.Id) || !IsTick(this[Field(c)]));

    /// <summary>It was asked for, or something was said in it.</summary>
    public bool ShowsMore => this["more"] is not null || _care.Count > 0 || _payers.Count > 1 || More.Any(c => this[Field(c)] is not null);

    public static IEnumerable<(string Name, string Value, string Words, bool On)> SignTicks(FinderForm form) =>
        Enum.GetValues<DangerSign>().Select(s => ("sign", $"{s}", FinderWords.Of(s), form._signs.Contains($"{s}")));

    public static bool IsTick(string? said) => said is null or "some" or "lot" or "must";

    /// <summary>Criteria a visitor can choose, in the order of the page. Those about paying have a field of their own.</summary>
    public static IEnumerable<Criterion> Choosable => CriterionTable.All.Where(IsChoosable);

    public static bool IsChoosable(Criterion criterion) =>
        criterion.Role is not CriterionRole.Shown
        && !IsPayer(criterion)
        && criterion.Group is not (CriterionGroup.ExclusiveClients or CriterionGroup.Ownership);

    public static FinderForm Read(FormReader sent)
    {
        var form = new FinderForm();
        foreach (var name in Plain.Concat(Choosable.Select(Field)))
            if (sent[name] is not null)
                form._answers[name] = sent.Text(name, LongestAnswer);
        form._signs.AddRange(Many(sent, "sign"));
        form._care.AddRange(Many(sent, "care"));
        form._payers.AddRange(Many(sent, "payer"));
        form._places.AddRange(
            Many(sent, "place").Select(p => Guid.TryParse(p, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct()
        );
        foreach (var (name, longest) in form._places.Take(MostPlaces).SelectMany(p => new[] { (Note(p), LongestNote), (Star(p), 1) }))
            if (sent[name] is not null)
                form._answers[name] = sent.Text(name, longest);
        // More of the list is asked for by one button, which says nothing else.
        if (form["more"] is "list" && form["go"] is null)
            form._answers["go"] = "list";
        if (form["show"] is not null && form["go"] is null)
            form._answers["go"] = "list";
        if (form["also"] is { } also && Choosable.FirstOrDefault(c => c.Id == also) is { } asked)
            (form._answers[Field(asked)], form._answers["go"]) = ("must", "list");
        return form;
    }

    public static string Field(Criterion criterion) => "need-" + criterion.Id;

    /// <summary>What a family writes beside a place: on the page and on paper, and never part of the order.</summary>
    public static string Note(Guid place) => $"note-{place:N}";

    public static string Star(Guid place) => $"star-{place:N}";

    /// <summary>Notes and stars, for a page that has no field for them.</summary>
    public IEnumerable<KeyValuePair<string, string>> Opinions => _answers.Where(a => IsOpinion(a.Key));

    private static bool IsOpinion(string name) =>
        name.StartsWith("note-", StringComparison.Ordinal) || name.StartsWith("star-", StringComparison.Ordinal);

    public string? this[string name] => _answers.GetValueOrDefault(name);

    public string Signs => string.Join(',', _signs);

    public string Care => string.Join(',', _care);

    public string Payers => string.Join(',', _payers);

    /// <summary>Picked to be compared.</summary>
    public IReadOnlyList<Guid> Places => _places;

    /// <summary>Everything but the buttons, to be sent on by the next form.</summary>
    public IEnumerable<KeyValuePair<string, string>> Kept =>
        _answers
            .Where(a => a.Key is not ("go" or "show" or "sheet" or "one" or "other" or "also") && !IsOpinion(a.Key))
            .Concat(_signs.Select(s => KeyValuePair.Create("sign", s)))
            .Concat(_care.Select(c => KeyValuePair.Create("care", c)))
            .Concat(_payers.Select(p => KeyValuePair.Create("payer", p)));

    /// <summary>How the place to start from was read; null where none was typed, or before <see cref="Needs"/>.</summary>
    public StartPoint? Start { get; private set; }

    /// <param name="near">Finds what was typed, a ZIP or a city.</param>
    /// <returns>Null when an answer was not understood.</returns>
    public CallerNeeds? Needs(Func<string, StartReading> near, FieldErrors errors)
    {
        if (this["near"] is { } typed && near(typed) is var read)
        {
            Start = read.Point;
            if (Start is null)
                errors.Add("near", FinderWords.Of(read, typed));
        }
        var within = Within(errors);
        if (within is not null && this["near"] is null)
            errors.Add("near", FacilitiesText.T["ToLookWithinANumberOfMilesTellUsWhereYou"]);
        var needs = new CallerNeeds
        {
            Near = Start?.At,
            WithinMiles = within,
            Musts = [.. Said("must"), .. Stay(errors)],
            AnyOf = [.. Said("any").GroupBy(c => c.Group).Select(g => g.ToList())],
            Not = Said("never"),
            Wishes =
            [
                .. Said("lot").Select(c => new Wish(c, Lot)),
                .. Said("some").Select(c => new Wish(c, Some)),
                .. Said("rather-not").Select(c => new Wish(c, Some, Wanted: false)),
            ],
            Payers = [.. CriterionTable.All.Where(c => IsPayer(c) && _payers.Contains(c.Id))],
            Pathway = this["pathway"] switch
            {
                "prescribed" => Pathway.Prescribed,
                "not-prescribed" => Pathway.NotPrescribed,
                _ => null,
            },
            DangerSigns = Words<DangerSign>(_signs, "sign", errors),
            CareFirst = Words<CautionSign>(_care, "care", errors),
        };
        foreach (var criterion in Choosable)
            if (this[Field(criterion)] is { } said && !Says.Contains(said))
                errors.Add(Field(criterion), SharedText.T["WeReadChooseOneOfTheAnswers", FormReader.Said(said)]);
        if (this["also"] is { } also && Choosable.All(c => c.Id != also))
            errors.Add("also", FacilitiesText.T["WeReadChooseOneOfTheList", also]);
        if (_places.Count > MostPlaces)
            errors.Add("place", FacilitiesText.T["PlacesArePickedUpToFitSideBySide", _places.Count, MostPlaces]);
        return errors.Any ? null : needs;
    }

    public static bool IsPayer(Criterion criterion) => criterion.Group is CriterionGroup.Payment;

    private IReadOnlyList<Criterion> Said(string word) => [.. Choosable.Where(c => this[Field(c)] == word)];

    private Criterion[] Stay(FieldErrors errors)
    {
        if (this["stay"] is not { } id)
            return [];
        if (CriterionTable.Find(id) is { Group: CriterionGroup.Setting } rung)
            return [rung];
        errors.Add("stay", SharedText.T["WeReadChooseOneOfTheAnswers", FormReader.Said(id)]);
        return [];
    }

    private double? Within(FieldErrors errors)
    {
        if (this["within"] is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var miles) && miles is > 0 and <= 3_000)
            return miles;
        errors.Add("within", FacilitiesText.T["WeReadWriteAWholeNumberOfMilesFrom1To", text]);
        return null;
    }

    private static IReadOnlyCollection<T> Words<T>(List<string> said, string field, FieldErrors errors)
        where T : struct, Enum
    {
        var read = new List<T>();
        foreach (var word in said)
            if (EnumWords.TryRead<T>(word, out var value))
                read.Add(value);
            else
                errors.Add(field, SharedText.T["WeReadChooseOneOfTheAnswers", FormReader.Said(word)]);
        return read;
    }

    private static IEnumerable<string> Many(FormReader sent, string name) => sent.Ticked(name).Take(200);
}
