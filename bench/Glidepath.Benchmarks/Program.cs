using System.Globalization;
using BenchmarkDotNet.Running;
using Glidepath.Benchmarks;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["population"]:
        PopulationRuns.Write(Console.Out);
        return 0;
    case ["signed"]:
        return SignedRuns.Write(Console.Out) == 0 ? 0 : 1;
    case ["match", var workbook]:
        await MatchRuns.WriteAsync(Console.Out, workbook, Environment.GetEnvironmentVariable("GLIDEPATH_TEST_POSTGRES"));
        return 0;
    case ["import", var file, .. var kinds]:
        await ImportRuns.WriteAsync(Console.Out, file, kinds is [] ? ["sqlite"] : kinds);
        return 0;
    case ["storage", "sqlite" or "postgres", var patients]:
        await StorageRuns.WriteAsync(Console.Out, args[1], int.Parse(patients, System.Globalization.CultureInfo.InvariantCulture));
        return 0;
    case ["kill", "sqlite" or "postgres" or "server", var kills, var seed]:
        return await KillRuns.RunAsync(
            Console.Out,
            args[1],
            int.Parse(kills, System.Globalization.CultureInfo.InvariantCulture),
            int.Parse(seed, System.Globalization.CultureInfo.InvariantCulture)
        );
    case ["alert-kill", "sqlite" or "postgres", var kills, var seed]:
        return await AlertKillRuns.RunAsync(
            Console.Out,
            args[1],
            int.Parse(kills, CultureInfo.InvariantCulture),
            int.Parse(seed, CultureInfo.InvariantCulture)
        );
    case ["alert-writer", var folder, var point, var times]:
        return await AlertKillWriter.RunAsync(
            folder,
            Enum.TryParse<AlertKillPoint>(point, out var at) ? at : null,
            int.Parse(times, CultureInfo.InvariantCulture)
        );
    case ["load", .. var kinds]:
        await LoadRuns.WriteAsync(Console.Out, kinds is [] ? ["sqlite", "postgres"] : kinds, seconds: 20);
        return 0;
    case ["check-ins", var seconds, .. var kinds]:
        await CheckInRuns.WriteAsync(
            Console.Out,
            kinds is [] ? ["sqlite", "postgres"] : kinds,
            int.Parse(seconds, CultureInfo.InvariantCulture)
        );
        return 0;
    case ["routes", .. var kinds]:
        await RouteRuns.WriteAsync(Console.Out, kinds is [] ? ["sqlite", "postgres"] : kinds);
        return 0;
    case ["growth"]:
        await GrowthRuns.WriteAsync(Console.Out, [2_000, 20_000], rows: 1_000_000);
        return 0;
    case ["growth", var patients, var rows]:
        await GrowthRuns.WriteAsync(
            Console.Out,
            [int.Parse(patients, CultureInfo.InvariantCulture)],
            int.Parse(rows, CultureInfo.InvariantCulture)
        );
        return 0;
    case ["sign-in"]:
        await SignInRuns.WriteAsync(Console.Out);
        return 0;
    case ["writer", var folder]:
        return await KillWriter.RunAsync(folder);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        return 0;
}
