using Glidepath.Cli.Shared;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering;

namespace Glidepath.Cli.Tapering;

/// <summary>
/// The plain words of <c>simulate</c>: a drug, and a regimen or a file. The JSON of a plan names its drug, so it may stand alone.
/// </summary>
internal sealed record SimulateWords(Benzodiazepine Drug, Regimen? Regimen, DoseSchedule? Schedule, IReadOnlyList<string> Readings)
{
    public static SimulateWords Read(string[] words, string? regimen, string? file)
    {
        if (words.Length == 1 && ScheduleFile.IsFile(words[0]))
        {
            if (file is not null)
                throw new InputException($"--plan: read beside the file \"{Shared.Read.Short(words[0])}\"; accepted: one of the two");
            return Of(ScheduleFile.DrugOf(words[0]), regimen, words[0]);
        }
        var drug = Shared.Read.Drug(words[0]);
        if (words.Length < 2)
            return Of(drug, regimen, file);
        if (ScheduleFile.IsFile(words[1]))
            return file is null
                ? Of(drug, regimen, words[1])
                : throw new InputException($"--plan: read beside the file \"{Shared.Read.Short(words[1])}\"; accepted: one of the two");
        return regimen is null
            ? Of(drug, words[1], file)
            : throw new InputException($"--regimen: read beside \"{Shared.Read.Short(words[1])}\"; accepted: one of the two");
    }

    private static SimulateWords Of(Benzodiazepine drug, string? regimen, string? file)
    {
        if (regimen is not null && file is not null)
            throw new InputException("--regimen: read beside a plan; accepted: one of the two");
        if (file is not null)
            return new SimulateWords(drug, null, ScheduleFile.Read(drug, file), []);
        if (regimen is null)
            return new SimulateWords(drug, null, null, []);
        var read = RegimenReader.Read(OneLine.Of(regimen), out var error) ?? throw new InputException("--" + error!.InWords());
        return new SimulateWords(drug, read.Regimen, null, [.. read.Readings.Select(r => r.InWords())]);
    }
}
