using ArchUnitNET.Fluent;
using ArchUnitNET.Loader;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Glidepath.Tests.Architecture;

/// <summary>
/// The engine's folders point one way, and its assembly knows nothing of files, networks, clocks or tasks. Each was made to fail once.
/// </summary>
public class EngineTests
{
    private static readonly ArchUnitNET.Domain.Architecture Engine = new ArchLoader()
        .LoadAssemblies(typeof(Pharmacology.Units.Dose).Assembly)
        .Build();

    [Theory]
    [InlineData("Units", "Drugs|Products|Equivalence|Tapering|Safety|Kinetics")]
    [InlineData("Drugs", "Products|Equivalence|Tapering|Safety|Kinetics")]
    [InlineData("Products", "Equivalence|Tapering|Safety|Kinetics")]
    [InlineData("Equivalence", "Products|Tapering|Safety|Kinetics")]
    [InlineData("Kinetics", "Products|Equivalence|Tapering|Safety")]
    public void A_folder_depends_only_on_those_below_it(string folder, string above)
    {
        IArchRule rule = Types()
            .That()
            .ResideInNamespaceMatching($@"^Glidepath\.Pharmacology\.{folder}(\.|$)")
            .Should()
            .NotDependOnAnyTypesThat()
            .ResideInNamespaceMatching($@"^Glidepath\.Pharmacology\.({above})(\.|$)");
        Assert.True(
            rule.HasNoViolations(Engine),
            string.Join("; ", rule.Evaluate(Engine).Where(r => !r.Passed).Select(r => r.Description))
        );
    }

    [Fact]
    public void The_engine_touches_no_file_network_clock_chance_or_task()
    {
        string[] banned =
        [
            "System.IO.",
            "System.Net.",
            "System.Threading.Tasks.",
            "System.Random",
            "System.TimeProvider",
            "System.Console",
            "System.Environment",
        ];
        var used = Engine.Types.SelectMany(t => t.Dependencies.Select(d => (From: t.FullName, To: d.Target.FullName))).Distinct();
        var broken = used.Where(u => banned.Any(b => u.To.StartsWith(b, StringComparison.Ordinal))).ToList();
        Assert.DoesNotContain(broken, u => !SharesOutWork(u));
        Assert.Contains(broken, SharesOutWork);
    }

    /// <summary>The one place that may start tasks (docs/architecture.md): it waits for them, and they change no result.</summary>
    private static bool SharesOutWork((string From, string To) use) =>
        use.From == "Glidepath.Pharmacology.Kinetics.Workers"
        && use.To.StartsWith("System.Threading.Tasks.Parallel", StringComparison.Ordinal);

    [Fact]
    public void Every_ban_is_stated_to_the_compiler()
    {
        var bans = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "BannedSymbols.txt"));
        Assert.All(
            new[]
            {
                "N:System.IO",
                "N:System.Threading.Tasks",
                "T:System.Random",
                "P:System.DateTime.UtcNow",
                "P:System.DateTime.Now",
                "T:System.Console",
            },
            ban => Assert.Contains(bans, line => line.StartsWith(ban + ";", StringComparison.Ordinal))
        );
    }
}
