using CsCheck;
using Glidepath.Paper;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Safety;
using Glidepath.Tests.Shared;
using Glidepath.Treatment.Therapy.Booklet;
using static Glidepath.Pharmacology.Drugs.BenzodiazepineTable;

namespace Glidepath.Tests.Therapy;

/// <summary>What is said to whom: by age, years, medicine, dose and reason.</summary>
public sealed class BookletTests
{
    private static BookletReader Of(int age, Benzodiazepine? drug = null, decimal years = 9, BookletReason reason = BookletReason.Sleep) =>
        new(age, drug ?? Clonazepam, 1.5m, years, reason);

    private static string[] Effects(BookletReader reader) =>
        [.. BookletEffect.For(reader).Select(f => f.Says.Id["booklet.effect.".Length..])];

    [Fact]
    public void An_effect_is_told_at_the_ages_that_were_studied_and_at_no_other()
    {
        Assert.Equal(["memory", "driving", "breathing", "used-to-it"], Effects(Of(60)));
        Assert.Equal(["falls", "memory", "driving", "breathing", "used-to-it"], Effects(Of(61)));
        Assert.Equal(["falls", "hip", "memory", "driving", "breathing", "used-to-it", "guideline"], Effects(Of(65)));
        Assert.Equal(["falls", "hip", "memory", "breathing", "used-to-it", "guideline"], Effects(Of(81)));
    }

    [Fact]
    public void Driving_has_the_figures_of_the_drivers_own_age()
    {
        Assert.Contains("1.2 to 2.1 times the odds of a crash", Said(49));
        Assert.Contains("1.2 to 1.4 times the odds of a crash", Said(50));

        static string Said(int age) => BookletEffect.For(Of(age)).Single(f => f.Says.Id is "booklet.effect.driving").Says.InWords();
    }

    [Fact]
    public void Memory_is_told_after_a_year_since_nobody_studied_less()
    {
        Assert.Contains("memory", Effects(Of(40, years: 1)));
        Assert.DoesNotContain("memory", Effects(Of(40, years: 0.9m)));
    }

    [Fact]
    public void That_it_is_cleared_more_slowly_is_told_where_the_kinetics_have_a_source_for_it()
    {
        Assert.Contains("slower", Effects(Of(61, Diazepam)));
        Assert.DoesNotContain("slower", Effects(Of(59, Diazepam)));
        // Nobody has published it for clonazepam, whatever the mock-up of this booklet said.
        Assert.DoesNotContain("slower", Effects(Of(90)));
        Assert.Contains("slower", Effects(Of(60, Lorazepam)));
    }

    [Fact]
    public void A_fact_that_no_source_confirms_is_never_shown() =>
        BookletMade.Any.Sample(reader =>
            Assert.All(
                BookletMade.Facts(reader),
                f => Assert.True(f is { IsShown: true, Source.Where.Length: > 0 } && f.Source != Sources.Memory, f.Says.Id)
            )
        );

    [Fact]
    public void Beliefs_are_seven_and_told_for_this_reader()
    {
        Assert.Equal(
            [
                "It must be safe. I've had it for 9 years.",
                "Without it, I'd never sleep.",
                "Being foggy or unsteady is just my age.",
                "It's too late for me to take less.",
                "If I want to quit, I can stop tonight.",
                "A glass of wine with it is fine.",
                "If I should take less, my doctor would have told me.",
            ],
            BookletBelief.For(BookletMade.Older).Select(b => b.Claim.InWords())
        );
        Assert.Contains("You're 71 now. In studies of people over 60", Answer(BookletMade.Older, "safe"));
        Assert.Contains("slept as well as those who stayed on it", Answer(BookletMade.Older, "needed"));
        Assert.Contains("days to weeks", Answer(BookletMade.Younger, "safe"));
        Assert.Contains("1.4 times as many people", Answer(BookletMade.Younger, "needed"));
        Assert.Contains("85 in 100", Answer(Of(40), "needed"));
    }

    [Fact]
    public void The_marks_that_travel_are_those_of_the_beliefs() =>
        BookletMade.Any.Sample(reader => Assert.Equal(BookletBelief.Ids, BookletBelief.For(reader).Select(b => b.Id)));

    [Fact]
    public void For_another_reason_nobody_can_say_from_here_whether_it_is_needed()
    {
        Assert.False(BookletBelief.For(Of(40, reason: BookletReason.Muscle)).Single(b => b.Id is "needed").IsFalse);
        Assert.Contains("help with tight muscles", Answer(Of(40, reason: BookletReason.Muscle), "needed"));
        Assert.All(BookletBelief.For(BookletMade.Older), b => Assert.True(b.IsFalse));
    }

    [Fact]
    public void A_story_is_of_someone_of_the_readers_age_and_reason_and_there_are_six()
    {
        Assert.Contains("Rosa is 73", Story(71, BookletReason.Sleep));
        Assert.Contains("Walter is 69", Story(65, BookletReason.Panic));
        Assert.Contains("June is 77", Story(90, BookletReason.Other));
        Assert.Contains("Dana is 46", Story(64, BookletReason.Sleep));
        Assert.Contains("Marcus is 34", Story(18, BookletReason.Worry));
        Assert.Contains("Tess is 52", Story(50, BookletReason.Muscle));
        Assert.Equal(6, BookletStory.All.Count);
        // A story names no dose: it is nobody's plan.
        Assert.All(BookletStory.All.SelectMany(s => s.Parts), p => Assert.DoesNotContain("mg", p.InWords()));

        static string Story(int age, BookletReason reason) => BookletStory.For(Of(age, reason: reason)).Parts[0].InWords();
    }

    [Fact]
    public void The_first_thing_to_say_holds_what_was_answered()
    {
        var said = BookletAdvice.ToSay(BookletMade.Older).Select(s => s.InWords()).ToList();
        Assert.Equal("\"I'm 71. I take 1.5 mg of clonazepam a day, for sleep. I have for 9 years.\"", said[0]);
        Assert.Contains("\"Could it be why I fall, or feel foggy?\"", said);
        Assert.DoesNotContain(BookletAdvice.ToSay(Of(60)), s => s.Id is "booklet.say.falls");
        Assert.Contains("for panic. I have for half a year.", BookletAdvice.ToSay(BookletMade.Younger)[0].InWords());
        Assert.Contains("I have for 1 year.", BookletAdvice.ToSay(Of(40, years: 1))[0].InWords());
    }

    [Fact]
    public void What_to_do_instead_begins_with_what_it_is_taken_for()
    {
        Assert.Equal("For sleep", BookletAdvice.Instead(BookletMade.Older)[0].Heading.InWords());
        Assert.Equal("For worry", BookletAdvice.Instead(BookletMade.Younger)[0].Heading.InWords());
        Assert.All(BookletAdvice.Instead(BookletMade.Older), l => Assert.Equal(5, l.Ways.Count));
    }

    [Fact]
    public void The_evidence_is_as_wide_as_it_was_found()
    {
        var older = string.Join(' ', BookletEvidence.For(BookletMade.Older).Select(f => f.Says.InWords()));
        Assert.Contains("303 people aged 65 to 95, 27 in 100", older);
        Assert.Contains("Without it, 5 in 100 did.", older);
        Assert.Contains("161 veterans", older);
        Assert.Contains("5.31 times", older);
        Assert.Contains("1.12 to 25.12", older);
        Assert.Contains("did not clearly help people to cut by a quarter or more", older);
        Assert.Contains("All of them were 65 or over.", BookletEvidence.For(BookletMade.Younger)[0].Says.InWords());
        Assert.Contains("No one has tested it yet", EngineWords.Find("booklet.evidence.ours"));
    }

    [Fact]
    public void The_highest_dose_is_that_of_the_label_and_no_z_drug_is_listed()
    {
        Assert.Equal(20, BookletReader.MostMg(Clonazepam));
        Assert.Equal(10, BookletReader.MostMg(Alprazolam));
        Assert.DoesNotContain(Zolpidem, BookletReader.Drugs);
        Assert.All(BookletReader.Drugs, d => Assert.NotNull(UsualDose.For(d)));
    }

    [Fact]
    public void An_example_is_the_planners_own_plan_from_the_dose_that_was_given()
    {
        var plan = BookletMade.Plan(BookletMade.Older)!;
        Assert.Equal(1.5m, plan.Steps[0].DailyDose.Milligrams);
        var said = BookletExample.Of(plan).Select(s => s.InWords()).ToList();
        Assert.Matches(@"^From 1\.5 mg a day, \d+ steps down, in about \d+ weeks\.", said[0]);
        Assert.Matches(@"^The first step here is 0\.\d+ mg less\. That is \d+(\.\d)? % of current, \d+(\.\d)? % of original\.$", said[1]);
        Assert.Equal(Indication.Sleep, plan.Request.Facts.Indication);
        Assert.Equal(71, plan.Request.Facts.Age);
    }

    [Fact]
    public void A_plan_that_only_stops_is_no_example()
    {
        var least = new BookletReader(40, Temazepam, 7.5m, 2, BookletReason.Sleep);
        Assert.Contains(least.Examples(A.Day), r => Pharmacology.Tapering.TaperPlanner.Plan(r).Plan is { StepsDown: 0 });
        Assert.Null(BookletMade.Plan(least));
    }

    [Fact]
    public void An_example_never_raises_a_dose() =>
        BookletMade.Any.Sample(
            reader =>
            {
                if (BookletMade.Plan(reader) is { } plan)
                    Assert.All(plan.Steps.Zip(plan.Steps.Skip(1)), s => Assert.True(s.Second.DailyDose < s.First.DailyDose));
            },
            iter: Gate.Cases(60)
        );

    /// <summary>All that one reader may read, by grade: the words of a resource as a page shows them.</summary>
    [Fact]
    public void All_of_it_reads_at_sixth_grade()
    {
        foreach (var reader in (BookletReader[])[BookletMade.Older, BookletMade.Younger, Of(50, years: 3, reason: BookletReason.Muscle)])
        {
            string[] parts =
            [
                .. BookletBelief.For(reader).SelectMany(b => (string[])[b.Claim.InWords(), b.Answer.Says.InWords()]),
                .. BookletEffect.For(reader).Select(f => f.Says.InWords()),
                .. BookletStory.For(reader).Parts.Select(p => p.InWords()),
                .. BookletAdvice.ToSay(reader).Select(s => s.InWords()),
                .. BookletAdvice.Instead(reader).SelectMany(l => l.Ways.Select(w => w.InWords()).Append(l.Found.Says.InWords())),
                .. BookletEvidence.For(reader).Select(f => f.Says.InWords()),
            ];
            var words = string.Join(' ', parts).Replace("\"", "", StringComparison.Ordinal);
            Assert.True(words.Split(' ').Length > 400, words);
            Assert.True(Reading.Grade(words) <= 6, $"grade {Reading.Grade(words):0.0}");
            Assert.True(Reading.Smog(words) < 7, $"SMOG {Reading.Smog(words):0.0}");
        }
    }

    private static string Answer(BookletReader reader, string id) =>
        BookletBelief.For(reader).Single(b => b.Id == id).Answer.Says.InWords();
}
