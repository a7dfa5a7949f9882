using System.Globalization;
using System.Text.Json;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Paper.Tapering;

/// <summary>
/// Reads a FHIR R4 MedicationRequest whose dosage instructions follow one another: one amount in mg, so many times a day, within bounds of
/// whole days.
/// Whatever would change the dose and is not read here is refused by the name of its element.
/// </summary>
internal static class FhirSchedule
{
    /// <summary>Elements of a dosage that do not change how much is taken.</summary>
    private static readonly string[] Harmless =
    [
        "id",
        "extension",
        "sequence",
        "text",
        "patientInstruction",
        "additionalInstruction",
        "site",
        "route",
        "method",
        "timing",
        "doseAndRate",
        "asNeededBoolean",
    ];

    private static readonly string[] ReadOfRepeat = ["id", "boundsPeriod", "boundsDuration", "frequency", "period", "periodUnit"];

    /// <param name="error">Names the element, what was read and what is accepted; null on success.</param>
    public static DoseSchedule? Read(Benzodiazepine drug, JsonElement request, out string? error)
    {
        error = Head(drug, request);
        if (error is not null)
            return null;
        if (
            Member(request, "dosageInstruction") is not { ValueKind: JsonValueKind.Array } list
            || list.GetArrayLength() is 0 or > ScheduleReader.MaxRows
        )
        {
            error = $"dosageInstruction: read {Raw(request, "dosageInstruction")}; accepted: a list of 1 to {ScheduleReader.MaxRows}";
            return null;
        }
        var instructions = list.EnumerateArray()
            .Select((e, i) => (Element: e, Path: $"dosageInstruction[{i}]", Sequence: Sequence(e)))
            .ToList();
        if (
            instructions.Count > 1
            && (instructions.Any(i => i.Sequence is null) || instructions.DistinctBy(i => i.Sequence).Count() != instructions.Count)
        )
        {
            error =
                "dosageInstruction.sequence: missing or twice the same; accepted: each instruction its own number, in the order "
                + "of the days";
            return null;
        }
        var rows = new List<ScheduledDose>();
        // The day after the last one read; null before the first, and after an instruction without an end.
        DateOnly? next = null;
        var isOpen = false;
        foreach (var (element, path, _) in instructions.OrderBy(i => i.Sequence))
        {
            if (isOpen)
                error = $"{path}: follows an instruction without an end; accepted: only the last without one";
            else if (
                Dosage(element, path, out error) is { } dose
                && Bounds(request, element, path, next, rows.Count == 0, out error) is { } bounds
            )
            {
                rows.Add(dose with { Start = bounds.Start });
                (next, isOpen) = (bounds.Last?.AddDays(1), bounds.Last is null);
            }
            if (error is not null)
                return null;
        }
        return ScheduleReader.Schedule(drug, rows, out error) is { } schedule ? schedule with { LastKnownDay = next?.AddDays(-1) } : null;
    }

    private static string? Head(Benzodiazepine drug, JsonElement request)
    {
        if (Text(request, "resourceType") is not "MedicationRequest")
            return $"resourceType: read {Raw(request, "resourceType")}; accepted: MedicationRequest";
        if (Text(request, "status") is "cancelled" or "entered-in-error")
            return $"status: read {Raw(request, "status")}; accepted: a request that holds, such as active or completed";
        if (Member(request, "doNotPerform") is { ValueKind: JsonValueKind.True })
            return "doNotPerform: read true; accepted: a request to take the medicine";
        if (Member(request, "modifierExtension") is not null)
            return "modifierExtension: changes the meaning of the request; accepted: a request without it";
        if (Member(request, "medicationCodeableConcept") is not { } medicine)
            return "medicationCodeableConcept: missing; accepted: the medicine named in its text or coding.display";
        if (Named(medicine) is [var named] && named == drug)
            return null;
        var names = Displays(medicine).ToList();
        var read = names.Count == 0 ? "no text and no coding.display" : $"\"{ScheduleCells.Short(string.Join(", ", names))}\"";
        return $"medicationCodeableConcept: read {read}; accepted: {drug.Name}, as asked";
    }

    /// <summary>The drug of the request; as written where it is none of the table, null where more than one is named.</summary>
    public static string? DrugNamed(JsonElement request) =>
        Member(request, "medicationCodeableConcept") is not { } medicine ? null
        : Named(medicine) is [var drug] ? drug.Name
        : Named(medicine).Count == 0 ? Displays(medicine).FirstOrDefault()
        : null;

    private static IReadOnlyList<Benzodiazepine> Named(JsonElement medicine) =>
        [
            .. Displays(medicine)
                .SelectMany(n => n.Split([' ', ',', '/', '(', ')'], StringSplitOptions.RemoveEmptyEntries))
                .Select(BenzodiazepineTable.Find)
                .OfType<Benzodiazepine>()
                .Distinct(),
        ];

    private static IEnumerable<string> Displays(JsonElement concept)
    {
        if (Text(concept, "text") is { } text)
            yield return text;
        if (Member(concept, "coding") is { ValueKind: JsonValueKind.Array } codings)
            foreach (var coding in codings.EnumerateArray())
                if (Text(coding, "display") is { } display)
                    yield return display;
    }

    private static int? Sequence(JsonElement dosage) =>
        Member(dosage, "sequence") is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var sequence) ? sequence : null;

    /// <summary>The daily dose, of no day yet.</summary>
    private static ScheduledDose? Dosage(JsonElement dosage, string path, out string? error)
    {
        error = dosage.ValueKind is not JsonValueKind.Object
            ? $"{path}: read {ScheduleCells.Short(dosage.GetRawText())}; accepted: a dosage"
            : Unknown(dosage, path, Harmless)
                ?? (
                    Member(dosage, "asNeededBoolean") is { ValueKind: JsonValueKind.True }
                        ? $"{path}.asNeededBoolean: read true; accepted: a dose taken every day"
                        : null
                )
                ?? (Member(dosage, "timing") is { } timing ? Unknown(timing, $"{path}.timing", ["id", "repeat"]) : null)
                ?? (
                    Repeat(dosage) is { } rule
                        ? Unknown(rule, $"{path}.timing.repeat", ReadOfRepeat)
                        : $"{path}.timing.repeat: missing; accepted: bounds, frequency, period and periodUnit"
                );
        if (error is not null)
            return null;
        var repeat = Repeat(dosage)!.Value;
        var at = $"{path}.timing.repeat";
        var times = 1;
        if (
            Member(repeat, "frequency") is { } frequency
            && (frequency.ValueKind is not JsonValueKind.Number || !frequency.TryGetInt32(out times) || times is < 1 or > 24)
        )
            error = $"{at}.frequency: read {Raw(repeat, "frequency")}; accepted: 1 to 24 times";
        else if (
            Member(repeat, "period") is not { ValueKind: JsonValueKind.Number } period
            || !period.TryGetDecimal(out var days)
            || days != 1
        )
            error = $"{at}.period: read {Raw(repeat, "period")}; accepted: 1";
        else if (Text(repeat, "periodUnit") is not "d")
            error = $"{at}.periodUnit: read {Raw(repeat, "periodUnit")}; accepted: \"d\"";
        else if (Member(dosage, "doseAndRate") is not { ValueKind: JsonValueKind.Array } amounts || amounts.GetArrayLength() != 1)
            error = $"{path}.doseAndRate: read {Raw(dosage, "doseAndRate")}; accepted: one, with a doseQuantity in mg";
        else
            error = Unknown(amounts[0], $"{path}.doseAndRate[0]", ["id", "type", "doseQuantity"]);
        if (error is not null)
            return null;
        var quantity = Member(dosage, "doseAndRate")!.Value[0];
        if (
            Member(quantity, "doseQuantity") is { } dose
            && Member(dose, "value") is { ValueKind: JsonValueKind.Number } value
            && value.TryGetDecimal(out var mg)
            && mg >= 0
            && mg * times <= ScheduleReader.MaxDailyMg
            && (Text(dose, "code") ?? Text(dose, "unit")) is "mg"
        )
            return new ScheduledDose(default, new Dose(mg * times)) { Decimals = ScheduleCells.DecimalsOf(value.GetRawText()) };
        error =
            $"{path}.doseAndRate[0].doseQuantity: read {Raw(quantity, "doseQuantity")}; accepted: a value in mg, up to "
            + $"{ScheduleReader.MaxDailyMg:0} mg a day";
        return null;
    }

    /// <param name="next">The day after the instruction before; null for the first.</param>
    /// <returns>The first and the last day, inclusive; no last day where it goes on.</returns>
    private static (DateOnly Start, DateOnly? Last)? Bounds(
        JsonElement request,
        JsonElement dosage,
        string path,
        DateOnly? next,
        bool isFirst,
        out string? error
    )
    {
        var repeat = Repeat(dosage)!.Value;
        var at = $"{path}.timing.repeat";
        error = null;
        if (Member(repeat, "boundsPeriod") is { } period)
        {
            if (Day(period, "start") is not { } start || (!isFirst && start != next))
            {
                var accepted = isFirst ? "a date as \"2026-12-01\"" : $"\"{next:yyyy-MM-dd}\", the day after the instruction before";
                error = $"{at}.boundsPeriod.start: read {Raw(period, "start")}; accepted: {accepted}";
                return null;
            }
            if (Member(period, "end") is null)
                return (start, null);
            if (Day(period, "end") is { } end && end >= start)
                return (start, end);
            error = $"{at}.boundsPeriod.end: read {Raw(period, "end")}; accepted: a date from {start:yyyy-MM-dd} on";
            return null;
        }
        if (Member(repeat, "boundsDuration") is not { } duration)
        {
            error = $"{at}: no bounds; accepted: boundsPeriod, or boundsDuration in days or weeks";
            return null;
        }
        var unit = Text(duration, "code") ?? Text(duration, "unit");
        if (
            Member(duration, "value") is { ValueKind: JsonValueKind.Number } value
            && value.TryGetInt32(out var count)
            && count is >= 1 and <= ScheduleReader.MaxRows
            && unit is "d" or "wk" or "day" or "days" or "week" or "weeks"
        )
        {
            if ((isFirst ? Day(request, "authoredOn") : next) is { } start)
                return (start, start.AddDays(count * (unit[0] == 'w' ? 7 : 1) - 1));
            error = $"{at}.boundsDuration: has no first day; accepted: boundsPeriod in the first instruction, or authoredOn in the request";
            return null;
        }
        error = $"{at}.boundsDuration: read {Raw(repeat, "boundsDuration")}; accepted: a whole number of \"d\" or \"wk\"";
        return null;
    }

    private static JsonElement? Repeat(JsonElement dosage) =>
        Member(dosage, "timing") is { } timing && Member(timing, "repeat") is { ValueKind: JsonValueKind.Object } repeat ? repeat : null;

    private static string? Unknown(JsonElement element, string path, string[] known) =>
        element.ValueKind is not JsonValueKind.Object ? $"{path}: read {ScheduleCells.Short(element.GetRawText())}; accepted: an object"
        : element.EnumerateObject().Select(p => p.Name).FirstOrDefault(n => !known.Contains(n)) is not { } name ? null
        : $"{path}.{ScheduleCells.Short(name)}: not read, and it may change the dose; "
            + $"accepted: {string.Join(", ", known.Where(k => k is not ("id" or "extension")))}";

    /// <summary>A date, or the day of a date and time as it is written there.</summary>
    private static DateOnly? Day(JsonElement element, string name) =>
        Text(element, name) is { Length: >= 10 } text
        && (text.Length == 10 || text[10] == 'T')
        && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year >= ScheduleCells.FirstYear
            ? day
            : null;

    private static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;

    private static string? Text(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    private static string Raw(JsonElement element, string name) =>
        Member(element, name) is { } value ? ScheduleCells.Short(value.GetRawText()) : "nothing";
}
