using System.Text;
using Glidepath.Paper.Tapering;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Safety;

namespace Glidepath.Cli.Shared;

/// <summary>Reads a schedule from a file: CSV, or the JSON of <c>plan</c>.</summary>
internal static class ScheduleFile
{
    /// <summary>Room for the largest accepted schedule many times over.</summary>
    private const int MaxCharacters = 4_000_000;

    /// <summary>Whether a word names a file rather than a drug or a regimen: by its ending, or because it is there.</summary>
    public static bool IsFile(string word) =>
        word.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
        || word.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)
        || File.Exists(word);

    /// <exception cref="InputException">It cannot be read, is too long or is not understood.</exception>
    public static DoseSchedule Read(Benzodiazepine drug, string path)
    {
        var text = Text(path);
        var schedule = IsJson(text) ? ScheduleReader.ReadJson(drug, text, out var error) : ScheduleReader.ReadCsv(drug, text, out error);
        return schedule ?? throw new InputException($"FILE {Shared.Read.Short(Path.GetFileName(path))}: {error}");
    }

    /// <summary>The drug that the JSON of a plan or a FHIR MedicationRequest names; null where it names none, as CSV does.</summary>
    /// <exception cref="InputException">It cannot be read, or names a drug that is not in the table.</exception>
    public static Benzodiazepine? FindDrug(string path) =>
        Text(path) is var text && IsJson(text) && ScheduleReader.DrugNamed(text) is { } name ? Shared.Read.Drug(name) : null;

    /// <exception cref="InputException">It names none.</exception>
    public static Benzodiazepine DrugOf(string path) =>
        FindDrug(path)
        ?? throw new InputException(
            $"FILE {Shared.Read.Short(Path.GetFileName(path))}: names no drug; accepted: the drug before the file, such as "
                + $"simulate clonazepam {Shared.Read.Short(Path.GetFileName(path))}"
        );

    private static bool IsJson(string text) => text.AsSpan().TrimStart().StartsWith("{");

    private static string Text(string path)
    {
        string text;
        try
        {
            text = ReadUpTo(MaxCharacters, path);
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException($"FILE: cannot read \"{Shared.Read.Short(path)}\"; accepted: a CSV or JSON file that exists");
        }
        return text.Length <= MaxCharacters
            ? text
            : throw new InputException(
                $"FILE: {Shared.Read.Short(path)} is longer than {MaxCharacters:N0} characters; accepted: at most "
                    + $"{ScheduleReader.MaxRows} rows"
            );
    }

    /// <returns>One character more than <paramref name="most"/> where the file goes on: a device may never end and has no length to ask
    /// for.</returns>
    private static string ReadUpTo(int most, string path)
    {
        using var reader = new StreamReader(path);
        var text = new StringBuilder();
        var block = new char[16_384];
        while (text.Length <= most && reader.Read(block, 0, Math.Min(block.Length, most + 1 - text.Length)) is > 0 and var read)
            text.Append(block, 0, read);
        return text.ToString();
    }
}
