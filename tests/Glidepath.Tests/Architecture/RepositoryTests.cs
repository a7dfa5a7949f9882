using System.Text.RegularExpressions;
using System.Xml.Linq;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Architecture;

/// <summary>What the compiler cannot hold. Each was made to fail once when written.</summary>
public class RepositoryTests
{
    private const int MaxLines = 500,
        MaxFiles = 40;

    private static readonly string Root = Repository.Root;

    private static readonly Dictionary<string, string[]> MayRefer = new()
    {
        ["Glidepath.Pharmacology"] = [],
        ["Glidepath.Treatment"] = ["Glidepath.Pharmacology"],
        ["Glidepath.Paper"] = ["Glidepath.Pharmacology", "Glidepath.Treatment"],
        ["Glidepath.Storage"] = ["Glidepath.Pharmacology", "Glidepath.Treatment"],
        ["Glidepath.Application"] = ["Glidepath.Pharmacology", "Glidepath.Treatment", "Glidepath.Paper", "Glidepath.Storage"],
        ["Glidepath.Fhir"] = ["Glidepath.Pharmacology", "Glidepath.Treatment", "Glidepath.Application"],
        ["Glidepath.Web"] =
        [
            "Glidepath.Pharmacology",
            "Glidepath.Treatment",
            "Glidepath.Paper",
            "Glidepath.Storage",
            "Glidepath.Application",
            "Glidepath.Fhir",
        ],
        ["Glidepath.Cli"] = ["Glidepath.Pharmacology", "Glidepath.Treatment", "Glidepath.Paper", "Glidepath.Storage"],
    };

    private static readonly string[] Areas =
    [
        "Patients",
        "Assessments",
        "Medications",
        "Visits",
        "Tapering",
        "Monitoring",
        "Therapy",
        "CarePlans",
        "Tasks",
        "Messages",
        "Documents",
        "Outcomes",
        "Facilities",
        "Family",
        "Privacy",
        "Accounts",
        "Administration",
    ];

    private static readonly Dictionary<string, string[]> Folders = new()
    {
        ["Glidepath.Pharmacology"] = ["Units", "Drugs", "Products", "Equivalence", "Kinetics", "Tapering", "Safety"],
        ["Glidepath.Treatment"] = Areas,
        ["Glidepath.Paper"] = [.. Areas, "Shared"],
        ["Glidepath.Storage"] = [.. Areas, "Migrations"],
        ["Glidepath.Application"] = [.. Areas, "Shared"],
        ["Glidepath.Fhir"] = [.. Areas, "Codes"],
        ["Glidepath.Web"] = [.. Areas, "Shared", "Layout", "wwwroot", "Properties", "ui"],
        ["Glidepath.Cli"] = [.. Areas, "Shared"],
    };

    public static TheoryData<string> Projects() =>
        [.. Directory.GetDirectories(Path.Combine(Root, "src")).Select(d => Path.GetFileName(d)!)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_refers_only_to_those_below_it(string project)
    {
        var file = XDocument.Load(Path.Combine(Root, "src", project, project + ".csproj"));
        var references = file.Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')));
        Assert.Subset(MayRefer[project].ToHashSet(), references.ToHashSet());
    }

    [Fact]
    public void The_engine_refers_to_no_package_that_ships()
    {
        var file = XDocument.Load(Path.Combine(Root, "src/Glidepath.Pharmacology/Glidepath.Pharmacology.csproj"));
        Assert.All(file.Descendants("PackageReference"), p => Assert.Equal("all", p.Attribute("PrivateAssets")?.Value));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_has_only_folders_of_the_house(string project) =>
        Assert.Subset(
            Folders[project].ToHashSet(),
            Directory
                .GetDirectories(Path.Combine(Root, "src", project))
                .Select(d => Path.GetFileName(d)!)
                .Where(d => d is not ("bin" or "obj"))
                .ToHashSet()
        );

    [Fact]
    public void No_file_written_by_hand_is_longer_than_500_lines() =>
        Assert.DoesNotContain(SourceFiles(), f => File.ReadLines(f).Count() > MaxLines);

    [Fact]
    public void No_folder_holds_more_than_40_files() =>
        Assert.DoesNotContain(SourceFiles().GroupBy(Path.GetDirectoryName), folder => folder.Count() > MaxFiles);

    [Fact]
    public void No_type_is_named_for_managing_or_helping() =>
        Assert.DoesNotContain(
            SourceFiles(),
            f => new[] { "Manager", "Helper", "Util", "Utils", "Processor" }.Any(Path.GetFileNameWithoutExtension(f)!.EndsWith)
        );

    [Fact]
    public void No_word_that_person_first_language_avoids_is_shown()
    {
        var avoided = new Regex(@"\b(addicts?|abusers?|junkies?|in denial|clean time|dirty|non-compliant)\b", RegexOptions.IgnoreCase);
        var shown = new[] { "*.cs", "*.razor", "*.resx", "*.js" }.SelectMany(kind => Written("src", kind));
        // One file holds such words to find them in what a family member wrote, and to advise against them; FamilyTextTests reads what it
        // shows.
        Assert.DoesNotContain(shown.Where(f => Path.GetFileName(f) is not "MessageAdvice.cs"), f => avoided.IsMatch(File.ReadAllText(f)));
    }

    [Fact]
    public void Every_document_linked_from_the_docs_exists()
    {
        var documents = Directory
            .GetFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Append(Path.Combine(Root, "README.md"))
            .Append(Path.Combine(Root, "CONTRIBUTING.md"))
            .Append(Path.Combine(Root, "SECURITY.md"));
        var missing =
            from document in documents
            from Match link in Regex.Matches(File.ReadAllText(document), @"\]\((?!https?:|#|mailto:)([^)#]+)")
            let target = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(document)!, link.Groups[1].Value))
            where !File.Exists(target) && !Directory.Exists(target)
            select $"{Path.GetFileName(document)}: {link.Groups[1].Value}";
        Assert.Empty(missing);
    }

    [Fact]
    public void An_id_sorts_by_its_time_and_a_secret_comes_from_the_generator_of_secrets() =>
        Assert.DoesNotContain(
            Written("src", "*.cs").Concat(Written("src", "*.razor")),
            f => File.ReadAllText(f).Contains("Guid.NewGuid", StringComparison.Ordinal)
        );

    [Fact]
    public void Every_form_that_is_sent_says_which_it_is_or_why_it_need_not()
    {
        // File and why sending it twice does no harm.
        var need = new Dictionary<string, string>
        {
            ["AssessmentFillPage.razor"] = "its own key stands in the same form",
            ["MyAssessmentPage.razor"] = "its own key stands in the same form",
            ["PatientForm.razor"] = "its own key stands in the same form",
            ["IntakePartPage.razor"] = "answers under a version: the second changes nothing",
            ["IntakeCheckPage.razor"] = "checked is checked",
            ["InstrumentFilesPage.razor"] = "the same file again is known by its hash",
            ["MyDocumentsPage.razor"] = "each file taken is a disclosure of its own",
            ["MyRecordPage.razor"] = "each file taken is a disclosure of its own",
            ["LetOut.razor"] = "each file taken is a disclosure of its own",
            ["SharePage.razor"] = "shows what would go; nothing goes yet",
            ["PasskeyPart.razor"] = "a challenge is used once",
            ["BreakGlassBanner.razor"] = "closed is closed",
            ["ConfirmPage.razor"] = "sends on the form that was held up, with its key",
            ["FormTarget.razor"] = "never sent: it gives the others their handler",
            ["FindBox.razor"] = "a search changes nothing",
            ["OfflineCheckInPage.razor"] = "never sent: its answers are sealed, and have an id of their own",
            ["OfflineHardMomentPage.razor"] = "never sent: what is in it is sealed, and has an id of its own",
            ["BookletFields.razor"] = "nothing is written: the same answers, the same booklet",
            ["ExitButton.razor"] = "leaving twice is leaving",
            ["SiteFooter.razor"] = "a cookie set twice",
        };
        var form = new Regex("<form\\b[^>]*method=\"post\"", RegexOptions.Singleline);
        var without = Written("src", "*.razor")
            .Select(f => (Name: Path.GetFileName(f), Text: File.ReadAllText(f)))
            .Where(f => form.IsMatch(f.Text) && !f.Text.Contains("@SentForm.Once", StringComparison.Ordinal))
            .Select(f => f.Name)
            .ToHashSet();
        Assert.Empty(without.Except(need.Keys));
        Assert.Empty(need.Keys.Except(without));
    }

    [Fact]
    public void Nothing_but_the_fetch_of_a_directory_and_word_of_an_alert_calls_an_address()
    {
        var caller = new Regex(
            @"\b(I?HttpClient\w*|SocketsHttpHandler|HttpMessageInvoker|WebRequest|TcpClient|UdpClient|SmtpClient|Dns)\b"
        );
        // A host that warms itself asks itself, on its own machine. Word of an alert goes where the operator says, and says nothing of
        // anybody (AlertsTests).
        Assert.Equal(
            [
                "FetchCommand.cs",
                "LocatorAccess.cs",
                "LocatorConnector.cs",
                "MailChannel.cs",
                "MonitoringArea.cs",
                "WarmUp.cs",
                "WebhookChannel.cs",
            ],
            Written("src", "*.cs")
                .Concat(Written("src", "*.razor"))
                .Where(f => caller.IsMatch(File.ReadAllText(f)))
                .Select(Path.GetFileName)
                .Order(StringComparer.Ordinal)
        );
    }

    private static IEnumerable<string> SourceFiles() =>
        from folder in new[] { "src", "tests", "bench", "eng" }
        from kind in new[] { "*.cs", "*.razor", "*.js", "*.scss" }
        from file in Written(folder, kind)
        select file;

    /// <summary>What people wrote: not what the compiler, the migrations or npm made.</summary>
    private static IEnumerable<string> Written(string folder, string kind) =>
        Directory
            .GetFiles(Path.Combine(Root, folder), kind, SearchOption.AllDirectories)
            .Where(f =>
                !new[] { "obj", "Migrations", "node_modules", "noble-hashes" }.Any(made =>
                    f.Contains($"{Path.DirectorySeparatorChar}{made}{Path.DirectorySeparatorChar}")
                )
            );
}
