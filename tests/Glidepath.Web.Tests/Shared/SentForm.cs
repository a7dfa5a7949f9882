using System.Net;
using System.Text.RegularExpressions;

namespace Glidepath.Web.Tests.Shared;

/// <summary>A form as it stands on a page: where it goes, and what a browser could send in each of its fields.</summary>
/// <param name="Fields">Each name with the values that the page offers; the first is what is sent unless told otherwise.</param>
internal sealed partial record SentForm(string Page, string Action, IReadOnlyList<(string Name, IReadOnlyList<string> Offered)> Fields)
{
    public string Mark =>
        $"{Places().Replace(Action, "ID")} {Value("_handler")} {Value("do").Split(':')[0]} {string.Join(',', Fields.Select(f => f.Name))}";

    public static IEnumerable<SentForm> On(string page, string html) =>
        GlidepathApp
            .FormIn()
            .Matches(html)
            .Select(m => m.Value)
            .Where(f => Head().Match(f).Value.Contains("method=\"post\"", StringComparison.OrdinalIgnoreCase))
            .Where(f => !f.Contains(" hidden></form>", StringComparison.Ordinal))
            .Select(f => new SentForm(page, Attribute(Head().Match(f).Value, "action") is { Length: > 0 } to ? to : page, Read(f)));

    public static IEnumerable<string> Links(string html) =>
        Link()
            .Matches(html)
            .Select(m => WebUtility.HtmlDecode(m.Groups[1].Value))
            .Where(a => a.StartsWith('/') && !a.StartsWith("//", StringComparison.Ordinal));

    /// <summary>An address without what stands for one row: the same page of another row is the same page.</summary>
    public static string Kind(string address) => Places().Replace(address.Split('?')[0], "ID");

    public async Task<HttpStatusCode> SendAsync(HttpClient client, string? poisoned = null, string poison = "")
    {
        using var content = new FormUrlEncodedContent(
            Fields.Select(f => KeyValuePair.Create(f.Name, f.Name == poisoned ? poison : f.Offered.FirstOrDefault(o => o.Length > 0) ?? ""))
        );
        using var answer = await client.PostAsync(new Uri(Action, UriKind.Relative), content, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private string Value(string field) => Fields.FirstOrDefault(f => f.Name == field).Offered is [var first, ..] ? first : "";

    private static List<(string, IReadOnlyList<string>)> Read(string form) =>
        [
            .. Control()
                .Matches(form)
                .Select(m => (Name: Attribute(m.Value, "name"), Values: Offered(m.Value)))
                .Where(c => c.Name.Length > 0)
                .GroupBy(c => c.Name)
                .Select(g => (g.Key, (IReadOnlyList<string>)[.. g.SelectMany(c => c.Values).Distinct()])),
        ];

    private static IEnumerable<string> Offered(string control) =>
        control.StartsWith("<select", StringComparison.Ordinal)
            ? Option().Matches(control).Select(o => WebUtility.HtmlDecode(o.Groups[1].Value))
            : [Attribute(control, "value")];

    private static string Attribute(string tag, string name) =>
        Regex.Match(tag, $"\\s{name}=\"([^\"]*)\"") is { Success: true } found ? WebUtility.HtmlDecode(found.Groups[1].Value) : "";

    [GeneratedRegex("^<form[^>]*>")]
    private static partial Regex Head();

    [GeneratedRegex("<select.*?</select>|<(?:input|textarea|button)[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Control();

    [GeneratedRegex("<option[^>]*value=\"([^\"]*)\"")]
    private static partial Regex Option();

    [GeneratedRegex("<a[^>]*\\shref=\"([^\"#]+)")]
    private static partial Regex Link();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Places();
}
