using System.Text.RegularExpressions;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Safety;
using Spectre.Console;

namespace Glidepath.Cli.Shared;

/// <summary>
/// Plain text in the terminal: one voice for every command. Works without colour; a signal is a mark and a word before it is a colour.
/// </summary>
internal sealed partial class Screen
{
    private const int WidthWhenNoTerminal = 130;

    /// <summary>A column of dates, numbers or names is never broken; one of sentences is.</summary>
    private const int LongestUnbroken = 19;

    /// <summary>Under this a table would lose columns without a word; a terminal that wraps loses none.</summary>
    private const int LeastWidth = 72;

    /// <summary>Under this, sentences do not fit into a table beside its numbers.</summary>
    private const int WideEnough = 100;

    private readonly IAnsiConsole _console;

    public Screen(TextWriter output)
    {
        var isTerminal = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;
        // What the terminal can do is asked of the real writer; the one that joins numbers to units stands before it.
        var terminal = AnsiConsole
            .Create(
                new AnsiConsoleSettings
                {
                    Out = new AnsiConsoleOutput(output),
                    Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
                    ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
                    Interactive = InteractionSupport.No,
                }
            )
            .Profile;
        _console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(new KeepTogetherWriter(output)),
                Ansi = terminal.Capabilities.Ansi ? AnsiSupport.Yes : AnsiSupport.No,
                ColorSystem = (ColorSystemSupport)terminal.Capabilities.ColorSystem,
                Interactive = InteractionSupport.No,
            }
        );
        _console.Profile.Width = isTerminal ? Math.Max(terminal.Width, LeastWidth) : WidthWhenNoTerminal;
        _console.Profile.Capabilities.Unicode = true;
    }

    public bool IsNarrow => _console.Profile.Width < WideEnough;

    public void Line(string text = "", string style = "") =>
        _console.Write(new Paragraph(text + "\n", style.Length > 0 ? Style.Parse(style) : Style.Plain));

    public void Heading(string text)
    {
        Line();
        Line(text, "bold");
    }

    public void Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows, params int[] rightAligned)
    {
        var table = new Table { Border = TableBorder.Simple, ShowRowSeparators = false };
        var cells = rows.ToList();
        for (var i = 0; i < columns.Count; i++)
        {
            var isShort = cells.All(row => row[i].Length <= LongestUnbroken);
            table.AddColumn(
                new TableColumn(new Text(columns[i]))
                {
                    Alignment = rightAligned.Contains(i) ? Justify.Right : Justify.Left,
                    NoWrap = isShort,
                }
            );
        }
        foreach (var row in cells)
            table.AddRow(row.Select(cell => new Text(Unbroken(cell))));
        _console.Write(table);
    }

    /// <summary>A number keeps its unit on its line: "two 0.5" at the end of one and "mg tablets" on the next can be misread.</summary>
    private static string Unbroken(string text) => NumberAndUnit().Replace(text, $"$1{KeepTogetherWriter.Space}$2");

    [GeneratedRegex(@"(\d) (mg|mL|%)")]
    private static partial Regex NumberAndUnit();

    public void Finding(Severity severity, string subject, string message, Source source, Confidence confidence = Confidence.Primary)
    {
        var (mark, style) = severity switch
        {
            Severity.CareFirst => ("‼ CARE FIRST", "bold red"),
            Severity.Breach => ("▲ Exceeds limit", "bold red"),
            Severity.Finding => ("▪ Review", "yellow"),
            Severity.Note => ("· Note", ""),
        };
        Indented($"{mark}{(subject.Length > 0 ? $", {subject}" : "")}: {message} {Cite(source, confidence)}", style);
    }

    /// <summary>Behind what it is the source of, by its title and how far it can be trusted.</summary>
    public static string Cite(Source source, Confidence confidence) =>
        confidence switch
        {
            Confidence.Unverified => $"(Source not confirmed: {source.Title})",
            Confidence.Secondary => $"(Source, second-hand: {source.Title})",
            Confidence.Derived when source != Sources.OwnRule => $"(Derived from: {source.Title})",
            Confidence.Derived or Confidence.Primary => $"(Source: {source.Title})",
        };

    public void Indented(string text, string style = "") =>
        _console.Write(
            new Padder(new Paragraph(Unbroken(text), style.Length > 0 ? Style.Parse(style) : Style.Plain), new Padding(2, 0, 0, 0))
        );
}
