using System.Text.RegularExpressions;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Architecture;

/// <summary>A name means one thing in all of the product: who reads <c>Band</c> need not ask of which project.</summary>
public partial class TypeNameTests
{
    /// <summary>Names that stand twice, and why.</summary>
    private static readonly Dictionary<string, string> Twice = new() { ["Program"] = "each host's entry point; the compiler's own name" };

    private static readonly string Source = Path.Combine(Repository.Root, "src");

    private static readonly ILookup<string, string> Places = Directory
        .EnumerateFiles(Source, "*.*", SearchOption.AllDirectories)
        .Where(f => Path.GetExtension(f) is ".cs" or ".razor" && !NotOurs().IsMatch(f))
        .SelectMany(f =>
        {
            var text = File.ReadAllText(f);
            return Names(Path.GetExtension(f), Path.GetFileNameWithoutExtension(f), text).Select(n => (Name: n, Place: Place(f, text)));
        })
        .Distinct()
        .ToLookup(n => n.Name, n => n.Place);

    [Fact]
    public void A_name_means_one_thing()
    {
        Assert.True(Places.Count > 800, $"{Places.Count} names found");
        Assert.Empty(Places.Where(n => n.Count() > 1 && !Twice.ContainsKey(n.Key)).Select(n => $"{n.Key}: {string.Join(", ", n)}"));
    }

    [Fact]
    public void Every_exception_is_still_needed() => Assert.DoesNotContain(Twice.Keys, name => Places[name].Count() < 2);

    [Theory]
    [InlineData("public sealed record Band(int From);", "Band")]
    [InlineData("internal abstract partial class Sink<T>", "Sink")]
    [InlineData("public readonly record struct Dose", "Dose")]
    [InlineData("public enum Way\n{", "Way")]
    [InlineData("    private sealed class Inner;", null)]
    [InlineData("/// <summary>public class Said</summary>", null)]
    public void It_reads_types_of_the_top_level(string code, string? name) => Assert.Equal(name, Names(".cs", "x", code).FirstOrDefault());

    private static IEnumerable<string> Names(string kind, string file, string text) =>
        kind is ".razor" ? (file is "_Imports" ? [] : [file]) : TopLevel().Matches(text).Select(m => m.Groups["name"].Value);

    /// <summary>Its namespace, which is that of the folder for a component.</summary>
    private static string Place(string file, string text) =>
        Namespace().Match(text) is { Success: true } named
            ? named.Groups["name"].Value
            : Path.GetDirectoryName(Path.GetRelativePath(Source, file))!.Replace(Path.DirectorySeparatorChar, '.');

    [GeneratedRegex(@"^@?namespace (?<name>[\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"[\\/](Migrations|obj|bin|node_modules)[\\/]")]
    private static partial Regex NotOurs();

    [GeneratedRegex(
        @"^(?:public |internal )(?:static |sealed |abstract |partial |readonly |ref |unsafe )*(?:class|record struct|record|struct|enum|interface) (?<name>\w+)",
        RegexOptions.Multiline
    )]
    private static partial Regex TopLevel();
}
