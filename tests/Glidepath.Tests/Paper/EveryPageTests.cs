using CsCheck;
using Glidepath.Paper;
using Glidepath.Paper.Shared;
using Glidepath.Paper.Tapering;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Paper;

/// <summary>What holds for every page of both papers.</summary>
public class EveryPageTests
{
    public static TheoryData<string> Kinds => Printed.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_page_says_draft_not_to_stop_and_whom_to_call(string kind) =>
        Assert.All(
            Printed.Both(Printed.Plan(kind)).SelectMany(d => d.Pages),
            page =>
            {
                Assert.Contains(SafetyText.Default.DraftMark, page.Words(), StringComparison.Ordinal);
                Assert.Contains(SafetyText.Default.DraftMeaning, page.Words(), StringComparison.OrdinalIgnoreCase);
                Assert.Contains(SafetyText.Default.DoNotStop, page.Words(), StringComparison.Ordinal);
                Assert.Contains(SafetyText.Default.WhoToCall, page.Words(), StringComparison.Ordinal);
            }
        );

    [Fact]
    public void The_numbers_to_call_come_from_the_one_place()
    {
        var safety = SafetyText.Default with { Emergency = "112", CrisisLine = "116 123", Helpline = "0800 1111", PoisonHelp = "0344 892" };
        var words = PatientCalendar.Lay(Printed.Plan("capsules"), safety).Words();
        Assert.All(
            new[] { "112: a seizure", "racing heart: 112.", "116 123, call or text", "SAMHSA helpline 0800 1111", "0344 892, Poison Help" },
            w => Assert.Contains(w, words, StringComparison.Ordinal)
        );
        Assert.All(new[] { "911", "988", "1-800" }, w => Assert.DoesNotContain(w, words, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_word_of_the_engine_or_the_command_line_reaches_a_paper(string kind) =>
        Assert.All(
            Printed.Both(Printed.Plan(kind)),
            document =>
            {
                var words = document.Words();
                Assert.All(
                    new[]
                    {
                        "Know:",
                        "Look at this",
                        "for receptors",
                        "drug's own mg",
                        "[",
                        "--",
                        "glidepath",
                        "keeps every step smaller",
                        "unverified",
                        "second-hand",
                        "asam.",
                        "plan.",
                    },
                    banned =>
                        Assert.DoesNotContain(
                            banned,
                            words.Replace("the plan.", "", StringComparison.Ordinal),
                            StringComparison.OrdinalIgnoreCase
                        )
                );
            }
        );

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Pages_are_numbered_of_how_many(string kind) =>
        Assert.All(
            Printed.Both(Printed.Plan(kind)),
            document =>
                Assert.All(
                    document.Pages.Index(),
                    p => Assert.Contains($"Page {p.Index + 1} of {document.Pages.Count}", p.Item.Words(), StringComparison.Ordinal)
                )
        );

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Nothing_is_ticked_and_nothing_reminds_before_approval(string kind) =>
        Assert.All(
            Printed.Both(Printed.Plan(kind)),
            document =>
            {
                Assert.Equal(0, document.Ticks());
                Assert.DoesNotContain("tick the", document.Words(), StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("remind", document.Words(), StringComparison.OrdinalIgnoreCase);
            }
        );

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_approved_version_is_no_draft_and_names_who_approved_it(string kind) =>
        Assert.All(
            Printed.Both(Printed.Plan(kind), Printed.Approved).SelectMany(d => d.Pages),
            page =>
            {
                Assert.DoesNotContain("DRAFT", page.Words(), StringComparison.Ordinal);
                Assert.Contains("Plan version 3, approved Nov 23, 2026 by Dr. Example.", page.Words(), StringComparison.Ordinal);
            }
        );

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_number_someone_acts_on_is_never_set_in_the_face_of_headings(string kind) =>
        Assert.DoesNotContain(Texts(Printed.Both(Printed.Plan(kind))), t => t.Face is Face.Heading && t.Text.Any(char.IsDigit));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_number_and_its_unit_stand_on_one_line(string kind) =>
        Assert.DoesNotContain(
            Texts(Printed.Both(Printed.Plan(kind))),
            t =>
                t.Text.StartsWith("mg", StringComparison.Ordinal)
                || t.Text.StartsWith("mL", StringComparison.Ordinal)
                || t.Text.StartsWith('%')
        );

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_letter_can_be_shown(string kind) =>
        // A letter without a glyph is printed as a question mark; a question ends a word.
        Assert.All(Texts(Printed.Both(Printed.Plan(kind))), t => Assert.DoesNotMatch(@"(^|\W)\?|\?[^ ]", t.Text));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Nothing_is_too_small_runs_off_the_page_or_lies_over_other_words(string kind) => Fits(Printed.Plan(kind));

    [Fact]
    public void A_plan_of_tablets_and_then_a_liquid_fits_its_pages() => Fits(TwoPhases.Plan);

    [Fact]
    public void Any_plan_fits_its_pages() =>
        Gens.Small(BenzodiazepineTable.Clonazepam, times: 4, mostDoses: 40)
            .Sample(
                request =>
                {
                    if (TaperPlanner.Plan(request).Plan is { } plan)
                        Fits(plan);
                },
                iter: Gate.Cases(60)
            );

    [Fact]
    public void The_longest_reason_in_any_letters_fits()
    {
        var plan = A.Plan(
            Printed.Faster with
            {
                OverrideReason = new string('W', 150) + " " + string.Concat(Enumerable.Repeat("Łódź 薬 ", 18)),
            }
        );
        Fits(plan);
        Assert.Contains("Łódź ? ", Printed.Calendar(plan).Words(), StringComparison.Ordinal);
    }

    private static void Fits(TaperPlan plan)
    {
        foreach (var page in Printed.Both(plan).Concat(Printed.Both(plan, Printed.Approved)).SelectMany(d => d.Pages))
        {
            var texts = page.Texts.ToList();
            Assert.DoesNotContain(
                texts,
                t =>
                    t.Size < (page.Size == PageSize.LetterLandscape ? 12 : 10)
                    || t.X < 18
                    || t.Top < 18
                    || t.Right > page.Size.Width - 18
                    || t.Bottom > page.Size.Height - 18
            );
            for (var i = 0; i < texts.Count; i++)
            for (var j = i + 1; j < texts.Count; j++)
                if (Overlap(texts[i], texts[j]))
                    Assert.Fail($"{texts[i]} lies over {texts[j]}");
        }
    }

    /// <summary>By more than a hair: lines of one paragraph may touch.</summary>
    private static bool Overlap(TextMark a, TextMark b) =>
        Math.Min(a.Right, b.Right) - Math.Max(a.X, b.X) > 1 && Math.Min(a.Bottom, b.Bottom) - Math.Max(a.Top, b.Top) > 1;

    private static IEnumerable<TextMark> Texts(IEnumerable<PrintedDocument> documents) =>
        documents.SelectMany(d => d.Pages).SelectMany(p => p.Texts);
}
