using BenchmarkDotNet.Running;
using Glidepath.Benchmarks;

if (args is ["population"])
    PopulationRuns.Write(Console.Out);
else
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
