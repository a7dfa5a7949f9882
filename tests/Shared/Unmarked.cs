using System.Net;
using System.Text.RegularExpressions;

namespace Glidepath.Tests.Shared;

/// <summary>
/// The English of a page in the pseudo-language that stands in no resource: what a person reads or hears, outside the marks.
/// </summary>
internal static partial class Unmarked
{
    /// <summary>What needs no translation, each kind with its reason.</summary>
    private static readonly (string Reason, Regex Form)[] Exceptions =
    [
        ("the name of the product", Product()),
        ("a date or a time: written the same in every language", Moment()),
        ("a made-up person, place or account of the demo: data", Demo()),
        ("a unit, a code of a list, a kind of file", Code()),
        ("the name of an instrument, of its bands, of a medicine or of an authority", Names()),
        ("what someone wrote, in their own words or cut short", Quoted()),
    ];

    /// <summary>What the people of the demo wrote and are called: data.</summary>
    private static readonly IReadOnlyList<string> Typed =
    [
        .. Directory
            .EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => f.Contains("Demo", StringComparison.Ordinal) && !f.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(f => Literal().Matches(Joint().Replace(File.ReadAllText(f), "")).Select(m => m.Groups[1].Value))
            .Where(text => text.Contains(' ', StringComparison.Ordinal))
            .OrderByDescending(text => text.Length),
    ];

    public static IReadOnlyList<string> In(string html)
    {
        return
        [
            .. Read(html)
                .Select(text => Space().Replace(WithoutMarks(text), " ").Trim())
                .Where(text => Word().IsMatch(text) && Word().IsMatch(WithoutExceptions(text)))
                .Distinct(),
        ];
    }

    private static string WithoutExceptions(string text)
    {
        var rest = Typed.Aggregate(text, (left, written) => left.Replace(written, " ", StringComparison.Ordinal));
        return Exceptions.Aggregate(rest, (left, exception) => exception.Form.Replace(left, " "));
    }

    /// <summary>Texts, and what a screen reader says; nothing of an element that is not to be translated.</summary>
    private static IEnumerable<string> Read(string html)
    {
        var (skip, depth) = ("", 0);
        foreach (var part in Parts().Matches(html).AsEnumerable())
        {
            var (tag, text) = (part.Groups["tag"], part.Groups["text"].Value);
            if (skip.Length > 0)
            {
                if (tag.Value == skip && !part.Value.EndsWith("/>", StringComparison.Ordinal))
                    depth += part.Value[1] is '/' ? -1 : 1;
                if (depth is 0)
                    skip = "";
                continue;
            }
            if (!tag.Success)
            {
                yield return WebUtility.HtmlDecode(text);
                continue;
            }
            foreach (var spoken in Spoken().Matches(part.Value).AsEnumerable())
                yield return WebUtility.HtmlDecode(spoken.Groups[1].Value);
            if (part.Value[1] is not '/' && IsLeftOut(tag.Value, part.Value))
                (skip, depth) = (tag.Value, 1);
        }
    }

    /// <summary>Besides what says so itself: code, and the titles of sources, which are names of documents.</summary>
    private static bool IsLeftOut(string tag, string opening) =>
        tag is "script" or "style" or "code" or "time"
        || opening.Contains("translate=\"no\"", StringComparison.Ordinal)
        || Source().IsMatch(opening);

    private static string WithoutMarks(string text)
    {
        for (var rest = Marked().Replace(text, " "); rest != text; rest = Marked().Replace(text, " "))
            text = rest;
        return text;
    }

    [GeneratedRegex("<!--.*?-->|<!doctype[^>]*>|</?(?<tag>[a-z][\\w-]*)(?:\"[^\"]*\"|[^>\"])*>|(?<text>[^<]+)", RegexOptions.Singleline)]
    private static partial Regex Parts();

    [GeneratedRegex("\\s(?:aria-label|alt|placeholder|title|data-label)=\"([^\"]*)\"")]
    private static partial Regex Spoken();

    [GeneratedRegex("class=\"[^\"]*\\bgp-source\\b")]
    private static partial Regex Source();

    [GeneratedRegex("⟦[^⟦⟧]*⟧")]
    private static partial Regex Marked();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex("[A-Za-z]{2}")]
    private static partial Regex Word();

    [GeneratedRegex(@"\bGlidepath\b")]
    private static partial Regex Product();

    [GeneratedRegex(
        @"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* "
            + @"\d{1,2}(?:, \d{4})?(?:,? (?:at )?\d{1,2}:\d\d(?: [AP]M)?)?(?: UTC)?|\b\d\d:\d\d UTC|\b\d{1,2}:\d\d [AP]M"
    )]
    private static partial Regex Moment();

    [GeneratedRegex(
        @"\b\w+ (?:Sample|Pretend|Madeup|Fictional|Invented|Example)\b|\b(?:Dr )?\w+(?: \w+){1,2} \(demo\)(?: \(\))?|\b\w+\.(?:nurse|therapist|counsellor|prescriber|helpline|frontdesk|officer|director|admin|patient|family)\b|\b(?:Springvale|Lakemont|Mill Creek|Sandford)\b(?:, CA)?"
    )]
    private static partial Regex Demo();

    [GeneratedRegex(
        @"\b(?:mg|mcg|mL|PDF|CSV|JSON|CFR|UTC|HIPAA|TOTP|ZIP|USD)\b|\b[0-9A-F]{5}-[0-9A-F]{5}\b|^(?:notes|audit)$|, CA\b|https?://\S+|\b[A-Z]\d\d(?:\.\w+)?\b|\b(?=\w*\d)[0-9A-Za-z]{4,}(?:[- ](?=\w*)[0-9A-Z]{4,})*\b"
    )]
    private static partial Regex Code();

    [GeneratedRegex(
        @"\b(?:GAD-7|PHQ-9|CORE-10|PCL-5|AUDIT-C|CIWA-B|ISI|Severity of Dependence Scale|Withdrawal tracker|sertraline|\w+(?:azepam|azolam|azepate|azepoxide|azam|idem|clone|plon))\b(?: \([\w, ]+\))?|\bSAMHSA\b|\b(?:mild|moderate|severe)\b"
    )]
    private static partial Regex Names();

    [GeneratedRegex("“[^”]*”|.*…$")]
    private static partial Regex Quoted();

    private static string Root
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
                if (File.Exists(Path.Combine(folder.FullName, "Glidepath.slnx")))
                    return folder.FullName;
            throw new FileNotFoundException("Glidepath.slnx");
        }
    }

    [GeneratedRegex("\"((?:[^\"\\\\\\n]|\\\\.)*)\"")]
    private static partial Regex Literal();

    [GeneratedRegex("\"\\s*\\+\\s*\"")]
    private static partial Regex Joint();
}
