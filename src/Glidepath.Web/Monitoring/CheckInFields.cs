using System.Globalization;
using Glidepath.Application.Shared;
using Glidepath.Treatment;
using Glidepath.Treatment.Monitoring;
using Glidepath.Web.Shared;
using static Glidepath.Web.Monitoring.MonitoringText;

namespace Glidepath.Web.Monitoring;

/// <summary>A check-in as it stands in its form: what was typed, or what an entry says that is corrected. Nothing is chosen
/// beforehand.</summary>
public sealed class CheckInFields
{
    public const string None = "none",
        Same = "same",
        Some = "some";

    private readonly Dictionary<string, string?> _values = [];

    public IReadOnlySet<string> Since { get; private init; } = new HashSet<string>();

    public IReadOnlySet<string> Flags { get; private init; } = new HashSet<string>();

    public string? this[string name] => _values.GetValueOrDefault(name);

    public static string Field(Symptom symptom) => $"s-{symptom.Id}";

    /// <summary>The list of symptoms is open where one of them was answered.</summary>
    public bool HasSymptoms => Symptom.All.Any(s => this[Field(s)] is not null);

    public static CheckInFields Empty { get; } = new();

    public static CheckInFields Of(CheckInAnswers answers)
    {
        var fields = new CheckInFields
        {
            Since = answers.Since.Select(s => s.ToString()).ToHashSet(),
            Flags = answers.Flags.Select(f => f.ToString()).ToHashSet(),
        };
        fields._values["dose"] = answers.Dose is DoseAnswer.NotAsked ? null : answers.Dose.ToString();
        fields._values["sleep-hours"] = answers.SleepHours?.ToString("0.##", CultureInfo.InvariantCulture);
        fields._values["sleep-quality"] = Text(answers.SleepQuality);
        fields._values["anxiety"] = Text(answers.Anxiety);
        fields._values["craving"] = Text(answers.Craving);
        fields._values["note"] = answers.Note;
        fields._values["symptoms"] = answers.Symptoms.Count == 0 ? null : Some;
        foreach (var symptom in Symptom.All)
            fields._values[Field(symptom)] = answers.Symptoms.TryGetValue(symptom.Id, out var strength) ? Text(strength) : null;
        return fields;
    }

    public static CheckInFields Of(FormReader sent)
    {
        var fields = new CheckInFields { Since = sent.Ticked("since"), Flags = sent.Ticked("flags") };
        foreach (var name in Names)
            fields._values[name] = sent[name];
        return fields;
    }

    /// <param name="last">Whose symptoms "the same as last time" stands for; null where there is none.</param>
    public CheckInAnswers Read(FormReader sent, CheckInAnswers? last)
    {
        // A danger sign is never refused over another answer: what does not fit beside it is left unanswered, and nothing is said of it.
        var isDanger = Flags.Any(f => EnumWords.Read<RedSign>(f) is not null);
        if (isDanger)
            sent = FormReader.Of(_values.Where(v => v.Value is not null).ToDictionary(v => v.Key, v => v.Value!), new FieldErrors());
        var symptoms = new Dictionary<string, int>();
        foreach (var symptom in Symptom.All)
            if (sent.Number(Field(symptom), 0, Symptom.Strongest, T["StrengthWord"]) is { } strength)
                symptoms[symptom.Id] = strength;
        var which = sent.OneOf("symptoms", None, Same, Some);
        if (which is None && symptoms.Values.Any(v => v > 0) || which is Same && symptoms.Count > 0)
        {
            sent.Errors.Add("symptoms", T["YouTappedAnAnswerAndAlsoTheList"]);
            symptoms = [];
        }
        else if (which is None)
            symptoms = Symptom.All.ToDictionary(s => s.Id, _ => 0);
        else if (which is Same && last is not null)
            symptoms = last.Symptoms.ToDictionary();
        var since = Known<SinceLast>(sent, "since", Since);
        if (since.Contains(SinceLast.Nothing) && Since.Count > 1)
        {
            sent.Errors.Add("since", T["YouTappedNoneAndSomethingElse"]);
            since.Remove(SinceLast.Nothing);
        }
        return new CheckInAnswers
        {
            Dose = sent["dose"] is null ? DoseAnswer.NotAsked : sent.Needed<DoseAnswer>("dose", T["ChooseOneOfTheAnswers"]),
            SleepHours = Hours(sent),
            SleepQuality = sent.Number("sleep-quality", 0, CheckInAnswers.BestQuality, T["SleepQualityWord"]),
            Anxiety = sent.Number("anxiety", 0, CheckInAnswers.WorstFelt, T["StrengthWord"]),
            Craving = sent.Number("craving", 0, CheckInAnswers.WorstFelt, T["StrengthWord"]),
            Symptoms = symptoms,
            Note = isDanger && !IsNote(sent["note"]) ? null : sent.Words("note", 300),
            Since = since,
            Flags = Known<RedSign>(sent, "flags", Flags),
        };
    }

    /// <summary>The field that a refusal speaks of.</summary>
    public static string FieldOf(string rule) =>
        rule switch
        {
            "check-in.day" => "on",
            "entry.amendment-reason" => "reason",
            "check-in.since.nothing-and-more" => "since",
            _ when rule.StartsWith("check-in.note", StringComparison.Ordinal) => "note",
            _ => "dose",
        };

    private static IEnumerable<string> Names =>
        ["dose", "sleep-hours", "sleep-quality", "anxiety", "craving", "symptoms", "note", .. Symptom.All.Select(Field)];

    private static bool IsNote(string? text) => text is null or { Length: <= 300 } && PlainText.Forbidden(text) is null;

    private static decimal? Hours(FormReader sent)
    {
        if (sent["sleep-hours"] is not { } text)
            return null;
        if (FormReader.IsNumber(text, out var hours) && hours <= 24)
            return hours;
        sent.Errors.Add("sleep-hours", T["WeReadEnterHoursFrom0To24", FormReader.Said(text)]);
        return null;
    }

    private static List<TEnum> Known<TEnum>(FormReader sent, string field, IReadOnlySet<string> ticked)
        where TEnum : struct, Enum
    {
        List<TEnum> known = [];
        foreach (var word in ticked)
            if (EnumWords.Read<TEnum>(word) is { } value)
                known.Add(value);
            else
                sent.Errors.Add(field, T["WeReadChooseFromTheList", FormReader.Said(word)]);
        return known;
    }

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
