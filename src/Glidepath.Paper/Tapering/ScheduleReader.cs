using System.Globalization;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Paper.Tapering;

/// <summary>
/// Reads anybody's schedule from CSV, from the JSON of a plan or from a FHIR MedicationRequest. An error names the row, the field, what was
/// read and what is accepted.
/// </summary>
public static class ScheduleReader
{
    /// <summary>Daily rows for ten years.</summary>
    public const int MaxRows = 4_000;

    internal const decimal MaxDailyMg = 1_000;

    private const int FirstYear = ScheduleCells.FirstYear;

    /// <summary>A column that only the CSV of a plan has: its doses are exact, not rounded to the decimals written.</summary>
    private const string ColumnOfPlan = "reduction_percent_of_current";

    private static readonly string[] TimeColumns = [.. TimesOfDay.All.Select(PlanSheet.Column)];

    /// <param name="error">Null on success.</param>
    public static DoseSchedule? ReadCsv(Benzodiazepine drug, string text, out string? error)
    {
        var table = Records(text, out error);
        if (table is null)
            return null;
        var (header, records, cells) = table.Value;
        var rows = new List<ScheduledDose>();
        foreach (var (fields, line) in records)
        {
            if (fields.All(string.IsNullOrWhiteSpace))
                error = $"row {line} is empty and doses come after it; accepted: empty rows at the end only";
            else if (fields.Length != header.Length)
                error =
                    $"row {line}: {(fields.Length == 1 ? "1 field" : $"{fields.Length} fields")}; accepted: {header.Length}, as in the "
                    + $"header";
            else if (Row(header, fields, line, cells, out error) is { } row)
                rows.Add(row);
            if (error is not null)
                return null;
        }
        return Schedule(drug, rows, out error);
    }

    /// <summary>The header and the rows with their place in the file, without the empty ones at its end.</summary>
    private static (string[] Header, IReadOnlyList<(string[] Fields, int Line)> Records, ScheduleCells Cells)? Records(
        string text,
        out string? error
    )
    {
        var records = new List<(string[] Fields, int Line)>();
        var line = 1;
        try
        {
            var content = text.TrimStart('\uFEFF');
            // Spreadsheets of countries with a decimal comma part their columns with semicolons.
            var isSemicolon = content.TrimStart().Split('\n')[0].Contains(';');
            using var csv = new CsvParser(
                new StringReader(content),
                new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = isSemicolon ? ";" : ",", IgnoreBlankLines = false }
            );
            string[]? header = null;
            for (; csv.Read(); line++)
            {
                if (csv.Record is [] or [""])
                    continue;
                if (header is null)
                    header = [.. csv.Record!.Select(h => h.Trim().ToLowerInvariant())];
                else
                    records.Add((csv.Record!, line));
            }
            error = header is null ? "the file is empty; accepted: a header line start,daily_mg and one row a dose" : HeaderError(header);
            if (error is not null)
                return null;
            while (records is [.., var (last, _)] && last.All(string.IsNullOrWhiteSpace))
                records.RemoveAt(records.Count - 1);
            if (records.Count > MaxRows)
            {
                error = $"row {records[MaxRows].Line}: more than {MaxRows} rows; accepted: at most {MaxRows}";
                return null;
            }
            var cells = new ScheduleCells(decimalComma: isSemicolon);
            var start = Array.IndexOf(header!, "start");
            cells.LearnDates(records.Where(r => r.Fields.Length > start).Select(r => r.Fields[start].Trim()));
            return (header!, records, cells);
        }
        catch (CsvHelperException exception)
        {
            error = $"row {line}: not readable as CSV ({exception.GetType().Name}); accepted: comma-separated fields, quoted with \"";
            return null;
        }
    }

    /// <param name="error">Null on success.</param>
    public static DoseSchedule? ReadJson(Benzodiazepine drug, string text, out string? error)
    {
        const string Accepted = "accepted: the JSON of plan, with steps that have start and dailyDoseMg, or a FHIR MedicationRequest";
        try
        {
            using var document = JsonDocument.Parse(text);
            if (document.RootElement.ValueKind is JsonValueKind.Object && document.RootElement.TryGetProperty("resourceType", out _))
                return FhirSchedule.Read(drug, document.RootElement, out error);
            if (
                document.RootElement.ValueKind is not JsonValueKind.Object
                || !document.RootElement.TryGetProperty("steps", out var steps)
                || steps.ValueKind is not JsonValueKind.Array
            )
            {
                error = $"no list named steps; {Accepted}";
                return null;
            }
            if (
                document.RootElement.TryGetProperty("drug", out var named)
                && (Text(named) is not { } name || BenzodiazepineTable.Find(name) != drug)
            )
            {
                error = $"drug: the file says {Short(named.GetRawText())}; accepted: {drug.Name}, as asked";
                return null;
            }
            if (steps.GetArrayLength() > MaxRows)
            {
                error = $"steps: more than {MaxRows}; accepted: at most {MaxRows}";
                return null;
            }
            var rows = new List<ScheduledDose>();
            var number = 0;
            foreach (var step in steps.EnumerateArray())
            {
                if (Step(step, out error) is not { } row)
                {
                    error = $"steps[{number}]{error}";
                    return null;
                }
                number++;
                rows.Add(row);
            }
            if (rows.Count > 0 && ShortenedBy(document.RootElement) is { } days)
                rows[0] = rows[0] with { Start = rows[0].Start.AddDays(-days) };
            return Schedule(drug, rows, out error);
        }
        // Half of a surrogate pair, written out or as \u escape, passes as JSON and is no text.
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException)
        {
            error = $"not readable as JSON; {Accepted}";
            return null;
        }
    }

    /// <summary>The drug as the JSON of a plan or a FHIR MedicationRequest names it; null where it names none.</summary>
    public static string? DrugNamed(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Property(document.RootElement, "resourceType") is not null ? FhirSchedule.DrugNamed(document.RootElement)
                : Property(document.RootElement, "drug") is { } drug ? Text(drug)
                : null;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? HeaderError(string[] header)
    {
        const string Accepted = "accepted: start,daily_mg or start,morning_mg,midday_mg,evening_mg,bedtime_mg";
        if (header.Distinct().Count() != header.Length || header.Select(TimeOf).OfType<TimeOfDay>().GroupBy(t => t).Any(g => g.Count() > 1))
            return $"header: a column stands twice; {Accepted}";
        if (!header.Contains("start") || (!header.Contains("daily_mg") && !TimeColumns.All(header.Contains)))
            return $"header: read {string.Join(',', header.Select(h => h.Length > 40 ? h[..40] : h).Take(12))}; {Accepted}";
        return null;
    }

    private static ScheduledDose? Row(string[] header, string[] fields, int line, ScheduleCells cells, out string? error)
    {
        string Field(string column) => fields[Array.IndexOf(header, column)].Trim();
        if (cells.Date(Field("start"), out error) is not { } start)
        {
            error = $"row {line}, start: {error}";
            return null;
        }
        var byTime = TimeColumns.All(header.Contains);
        string[] columns = byTime ? [.. header.Where(h => TimeOf(h) is not null)] : ["daily_mg"];
        var mg = new decimal[columns.Length];
        var decimals = 0;
        for (var i = 0; i < columns.Length; i++)
        {
            if (!cells.TryReadMg(Field(columns[i]), out mg[i], out var written) || mg[i] > MaxDailyMg)
            {
                error =
                    $"row {line}, {columns[i]}: read \"{Short(Field(columns[i]))}\"; accepted: 0 to {MaxDailyMg:0}, "
                    + $"{cells.AcceptedNumbers}";
                return null;
            }
            decimals = Math.Max(decimals, written);
        }
        if (byTime && mg.Count(m => m > 0) > Regimen.MaxTimes)
        {
            error = $"row {line}: doses at {mg.Count(m => m > 0)} times of day; accepted: up to {Regimen.MaxTimes}";
            return null;
        }
        var regimen = byTime
            ? Regimen.From(columns.Select(c => TimeOf(c)!.Value), t => new(mg[Array.FindIndex(columns, c => TimeOf(c) == t)]))
            : null;
        var daily = new Dose(mg.Sum());
        if (byTime && header.Contains("daily_mg") && cells.TryReadMg(Field("daily_mg"), out var said, out _) && new Dose(said) != daily)
        {
            error = $"row {line}, daily_mg: read \"{Short(Field("daily_mg"))}\" but the times of day add up to {daily}; accepted: the sum";
            return null;
        }
        return new ScheduledDose(start, daily, regimen) { Decimals = header.Contains(ColumnOfPlan) ? null : decimals };
    }

    private static TimeOfDay? TimeOf(string column) =>
        column.EndsWith("_mg", StringComparison.Ordinal) && TimesOfDay.TryRead(column[..^3], out var time) ? time : null;

    private static ScheduledDose? Step(JsonElement step, out string? error)
    {
        error = null;
        if (
            Property(step, "start") is not { } start
            || Text(start) is not { } date
            || !DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || day.Year < FirstYear
        )
        {
            error = $".start: read {Raw(step, "start")}; accepted: a date as \"2026-12-01\", from {FirstYear} on";
            return null;
        }
        if (
            Property(step, "dailyDoseMg") is not { ValueKind: JsonValueKind.Number } daily
            || !daily.TryGetDecimal(out var mg)
            || mg is < 0 or > MaxDailyMg
        )
        {
            error = $".dailyDoseMg: read {Raw(step, "dailyDoseMg")}; accepted: a number from 0 to {MaxDailyMg:0}";
            return null;
        }
        // A plan's own doses are exact: it is known what each is made of.
        return ByTime(step) is { } byTime && byTime.DailyDose == new Dose(mg)
            ? new ScheduledDose(day, new Dose(mg), byTime)
            : new ScheduledDose(day, new Dose(mg)) { Decimals = ScheduleCells.DecimalsOf(daily.GetRawText()) };
    }

    private static JsonElement? Property(JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;

    private static string Raw(JsonElement element, string name) =>
        Property(element, name) is { } value ? Short(value.GetRawText()) : "nothing";

    private static string? Text(JsonElement element) => element.ValueKind is JsonValueKind.String ? element.GetString() : null;

    /// <returns>Null where the times of day are not all there to be read.</returns>
    private static Regimen? ByTime(JsonElement step)
    {
        if (Property(step, "doses") is not { ValueKind: JsonValueKind.Array } doses)
            return null;
        var regimen = Regimen.Empty;
        foreach (var dose in doses.EnumerateArray())
        {
            if (
                Property(dose, "time") is not { } word
                || Text(word) is not { } name
                || !TimesOfDay.TryRead(name, out var time)
                || Property(dose, "doseMg") is not { ValueKind: JsonValueKind.Number } amount
                || !amount.TryGetDecimal(out var mg)
                || mg is < 0 or > MaxDailyMg
            )
                return null;
            if (regimen.Times.Count == Regimen.MaxTimes && regimen[time].IsZero)
                return null;
            regimen = regimen.With(time, new Dose(mg));
        }
        return regimen;
    }

    /// <summary>With cutNow the days already spent on the starting regimen are one interval, before the first date.</summary>
    private static int? ShortenedBy(JsonElement plan) =>
        Property(plan, "cutNow") is { ValueKind: JsonValueKind.True }
        && Property(plan, "intervalDays") is { ValueKind: JsonValueKind.Number } interval
        && interval.TryGetInt32(out var days)
        && days is >= 1 and <= TaperPace.MaxIntervalDays
            ? days
            : null;

    internal static DoseSchedule? Schedule(Benzodiazepine drug, List<ScheduledDose> rows, out string? error)
    {
        error =
            rows.Count == 0 ? "no dose rows; accepted: at least one"
            : rows[0].DailyDose.IsZero ? "the first dose is 0; accepted: a schedule starts from a dose above 0"
            : null;
        for (var i = 1; i < rows.Count && error is null; i++)
            if (rows[i].Start <= rows[i - 1].Start)
                error =
                    $"dose {i + 1}: starts on {rows[i].Start:yyyy-MM-dd}, not after {rows[i - 1].Start:yyyy-MM-dd}; accepted: "
                    + $"dates that rise";
        return error is null ? new DoseSchedule(drug, rows) : null;
    }

    private static string Short(string text) => ScheduleCells.Short(text);
}
