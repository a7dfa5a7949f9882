// Draws the growth table of BenchmarkDotNet as an SVG: dotnet run bench/plot.cs -- Results/growth.md Results/growth.svg
using System.Globalization;
using System.Text;

var table = File.ReadLines(args[0])
    .Where(line => line.StartsWith('|'))
    .Select(line => line.Trim('|', ' ').Split('|').Select(cell => cell.Trim(' ', '*')).ToArray())
    .ToList();
int Column(string name) => Array.IndexOf(table[0], name);
var points = table
    .Skip(2)
    .Select(r =>
        (
            Start: int.Parse(r[Column("StartMg")], CultureInfo.InvariantCulture),
            Grid: r[Column("Grid")],
            Ms: Milliseconds(r[Column("Median")])
        )
    )
    .ToList();

const int Width = 760,
    Height = 420,
    Left = 70,
    Right = 20,
    Top = 30,
    Bottom = 50;
var most = points.Max(p => p.Ms);
double X(double mg) => Left + mg / 8 * (Width - Left - Right);
double Y(double ms) => Height - Bottom - Math.Log10(ms / 0.01) / Math.Log10(most * 1.5 / 0.01) * (Height - Top - Bottom);
var svg = new StringBuilder(
    $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"13\">\n"
);
svg.AppendLine(
    "<title>Median time of one plan in two doses a day, by starting dose and grid</title><rect width=\"100%\" height=\"100%\" "
        + "fill=\"#fff\"/>"
);
for (var ms = 0.01; ms <= most * 1.5; ms *= 10)
    svg.AppendLine(
        Invariant(
            $"<path d=\"M{Left} {Y(ms):0.#}H{Width - Right}\" stroke=\"#ddd\"/><text x=\"{Left - 8}\" y=\"{Y(ms) + 4:0.#}\" "
                + $"text-anchor=\"end\">{ms} ms</text>"
        )
    );
foreach (var mg in points.Select(p => p.Start).Distinct())
    svg.AppendLine(Invariant($"<text x=\"{X(mg):0.#}\" y=\"{Height - Bottom + 20}\" text-anchor=\"middle\">{mg} mg</text>"));
var dash = new Dictionary<string, string>
{
    ["tablets"] = "",
    ["odt"] = "6 4",
    ["suspension"] = "2 3",
};
foreach (var line in points.GroupBy(p => p.Grid))
{
    var path = string.Join(
        ' ',
        line.OrderBy(p => p.Start).Select((p, i) => Invariant($"{(i == 0 ? 'M' : 'L')}{X(p.Start):0.#} {Y(p.Ms):0.#}"))
    );
    var last = line.MaxBy(p => p.Start);
    svg.AppendLine(
        Invariant(
            $"<path d=\"{path}\" fill=\"none\" stroke=\"#0d4f4c\" stroke-width=\"2\" stroke-dasharray=\"{dash[line.Key]}\"/><text "
                + $"x=\"{X(last.Start) - 6:0.#}\" y=\"{Y(last.Ms) - 8:0.#}\" text-anchor=\"end\">{line.Key}</text>"
        )
    );
}
svg.AppendLine(
    $"<text x=\"{Width / 2}\" y=\"{Height - 10}\" text-anchor=\"middle\">starting dose a day, clonazepam in two doses</text></svg>"
);
File.WriteAllText(args[1], svg.ToString());

static string Invariant(FormattableString text) => FormattableString.Invariant(text);

static double Milliseconds(string text)
{
    var words = text.Split(' ');
    var value = double.Parse(words[0], NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
    return words[1] switch
    {
        "ns" => value / 1e6,
        "ms" => value,
        _ => value / 1e3,
    };
}
