using CsCheck;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Tapering;

public class RegimenReaderTests
{
    /// <summary>The plain form: nothing to show back.</summary>
    [Theory]
    [InlineData("1 mg morning", "1 mg morning")]
    [InlineData("1 morning", "1 mg morning")]
    [InlineData("1mg Morning", "1 mg morning")]
    [InlineData("1 mg in the morning", "1 mg morning")]
    [InlineData("0.5 mg 08:30", "0.5 mg 08:30")]
    [InlineData("0.5 mg at 8:30 pm", "0.5 mg 20:30")]
    [InlineData("0.5 mg at 12 noon, 1 mg at 12 midnight", "1 mg 00:00, 0.5 mg 12:00")]
    [InlineData("1 mg morning, 0.5 mg bedtime", "1 mg morning, 0.5 mg bedtime")]
    [InlineData("1 mg morning; 0.5 mg bedtime", "1 mg morning, 0.5 mg bedtime")]
    [InlineData("1 mg morning\n0.5 mg bedtime", "1 mg morning, 0.5 mg bedtime")]
    [InlineData("1 mg in the morning and 0.5 mg at bedtime", "1 mg morning, 0.5 mg bedtime")]
    public void The_plain_form_is_read_without_a_word(string text, string regimen)
    {
        var read = Read(text);
        Assert.Equal(regimen, read.Regimen.ToString());
        Assert.Empty(read.Readings);
    }

    [Theory]
    // Frequencies: the amount is that of each time.
    [InlineData("1 mg BID", "1 mg morning, 1 mg bedtime")]
    [InlineData("1 mg b.i.d.", "1 mg morning, 1 mg bedtime")]
    [InlineData("1 mg PO BID", "1 mg morning, 1 mg bedtime")]
    [InlineData("1 mg twice a day", "1 mg morning, 1 mg bedtime")]
    [InlineData("Take 1 mg by mouth twice daily", "1 mg morning, 1 mg bedtime")]
    [InlineData("1 mg 2x/day", "1 mg morning, 1 mg bedtime")]
    [InlineData("0.5mg TID", "0.5 mg morning, 0.5 mg midday, 0.5 mg bedtime")]
    [InlineData("1 mg three times a day", "1 mg morning, 1 mg midday, 1 mg bedtime")]
    [InlineData("1 mg 3 times daily", "1 mg morning, 1 mg midday, 1 mg bedtime")]
    [InlineData("1 mg QID", "1 mg morning, 1 mg midday, 1 mg evening, 1 mg bedtime")]
    [InlineData("1 mg four times a day", "1 mg morning, 1 mg midday, 1 mg evening, 1 mg bedtime")]
    [InlineData("1 mg q12h", "1 mg morning, 1 mg 20:00")]
    [InlineData("1 mg q8h", "1 mg 06:00, 1 mg midday, 1 mg bedtime")]
    [InlineData("1 mg every 8 hours", "1 mg 06:00, 1 mg midday, 1 mg bedtime")]
    [InlineData("1 mg q6h", "1 mg 00:00, 1 mg 06:00, 1 mg 12:00, 1 mg evening")]
    [InlineData("1 mg q4h", "1 mg 02:00, 1 mg 06:00, 1 mg 10:00, 1 mg midday, 1 mg evening, 1 mg bedtime")]
    // One time.
    [InlineData("1 mg QHS", "1 mg bedtime")]
    [InlineData("1 mg qhs.", "1 mg bedtime")]
    [InlineData("1 mg HS", "1 mg bedtime")]
    [InlineData("1 mg h.s.", "1 mg bedtime")]
    [InlineData("1 mg at night", "1 mg bedtime")]
    [InlineData("1 mg nightly", "1 mg bedtime")]
    [InlineData("1 mg every night", "1 mg bedtime")]
    [InlineData("1 mg daily at bedtime", "1 mg bedtime")]
    [InlineData("1 mg once a day at bedtime", "1 mg bedtime")]
    [InlineData("1 mg before bed", "1 mg bedtime")]
    [InlineData("1 mg qAM", "1 mg morning")]
    [InlineData("1 mg q a.m.", "1 mg morning")]
    [InlineData("1 mg am", "1 mg morning")]
    [InlineData("1 mg every morning", "1 mg morning")]
    [InlineData("1 mg pm", "1 mg evening")]
    [InlineData("1 mg with dinner", "1 mg evening")]
    [InlineData("1 mg noon", "1 mg midday")]
    [InlineData("1 mg at noon", "1 mg midday")]
    [InlineData("1 mg in the afternoon", "1 mg midday")]
    // By the clock.
    [InlineData("1 mg 8am", "1 mg morning")]
    [InlineData("1 mg 8 a.m.", "1 mg morning")]
    [InlineData("1 mg 08:00", "1 mg morning")]
    [InlineData("1 mg 8:30", "1 mg 08:30")]
    [InlineData("1 mg at 8:30pm", "1 mg 20:30")]
    [InlineData("1 mg 12 am", "1 mg 00:00")]
    [InlineData("1 mg 12pm", "1 mg 12:00")]
    [InlineData("1 mg midnight", "1 mg 00:00")]
    [InlineData("1 mg 0830", "1 mg 08:30")]
    [InlineData("1 8 am", "1 mg morning")]
    // The time first.
    [InlineData("morning 1 mg", "1 mg morning")]
    [InlineData("morning: 1 mg, night: 2 mg", "1 mg morning, 2 mg bedtime")]
    [InlineData("at 8:30 pm 1 mg", "1 mg 20:30")]
    // Amounts.
    [InlineData(".5 mg morning", "0.5 mg morning")]
    [InlineData("1.0 mg morning", "1 mg morning")]
    [InlineData("½ mg morning", "0.5 mg morning")]
    [InlineData("1½ mg morning", "1.5 mg morning")]
    [InlineData("1 ½ mg morning", "1.5 mg morning")]
    [InlineData("1 1/2 mg morning", "1.5 mg morning")]
    [InlineData("1/4 mg morning", "0.25 mg morning")]
    [InlineData("500 mcg morning", "0.5 mg morning")]
    [InlineData("62.5 µg morning", "0.0625 mg morning")]
    [InlineData("500 micrograms bedtime", "0.5 mg bedtime")]
    [InlineData("0,5 mg morning", "0.5 mg morning")]
    [InlineData(",25 mg morning", "0.25 mg morning")]
    [InlineData("0,125 mg morning", "0.125 mg morning")]
    [InlineData("1,5 mg morning", "1.5 mg morning")]
    [InlineData("0,5 mg morning, 1 mg bedtime", "0.5 mg morning, 1 mg bedtime")]
    [InlineData("0,5 mg morning, ,25 mg bedtime", "0.5 mg morning, 0.25 mg bedtime")]
    // Pieces.
    [InlineData("1 tablet of 0.5 mg morning", "0.5 mg morning")]
    [InlineData("2 tablets of 0.5 mg BID", "1 mg morning, 1 mg bedtime")]
    [InlineData("two 0.5 mg tablets at bedtime", "1 mg bedtime")]
    [InlineData("2 0.5 mg tablets at bedtime", "1 mg bedtime")]
    [InlineData("2 x 0.5 mg bedtime", "1 mg bedtime")]
    [InlineData("2x0.5mg tabs bedtime", "1 mg bedtime")]
    [InlineData("half a 1 mg tablet at night", "0.5 mg bedtime")]
    [InlineData("half of a 1 mg tablet at night", "0.5 mg bedtime")]
    [InlineData("½ tablet of 1 mg at night", "0.5 mg bedtime")]
    [InlineData("one and a half 1 mg tablets at night", "1.5 mg bedtime")]
    [InlineData("three quarters of a 2 mg tablet in the morning and a 1 mg tablet at night", "1.5 mg morning, 1 mg bedtime")]
    [InlineData("1 tablet (0.5 mg) BID", "0.5 mg morning, 0.5 mg bedtime")]
    [InlineData("a 500 mcg tablet at noon", "0.5 mg midday")]
    [InlineData("0.5 mg tablet qhs", "0.5 mg bedtime")]
    public void The_words_of_prescriptions_and_people_are_read_and_shown_back(string text, string regimen)
    {
        var read = Read(text);
        Assert.Equal(regimen, read.Regimen.ToString());
        Assert.Contains(read.Readings, r => r.InWords().StartsWith("read \"", StringComparison.Ordinal));
        Assert.All(read.Readings, r => Assert.Contains("\" as ", r.InWords(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("0,5 mg morning, 1 mg bedtime", "read \"0,5 mg morning\" as 0.5 mg morning")]
    [InlineData("1 mg BID", "read \"1 mg BID\" as 1 mg morning, 1 mg bedtime")]
    [InlineData("1 mg 12pm", "read \"1 mg 12pm\" as 1 mg at 12 noon")]
    [InlineData("1 mg morning,25 mg bedtime", "read \"1 mg morning,25 mg bedtime\" as 1 mg morning, 25 mg bedtime")]
    public void Only_what_was_put_in_other_words_is_shown_back(string text, string reading) =>
        Assert.Equal(reading, Assert.Single(Read(text).Readings).InWords());

    [Theory]
    [InlineData("1,000 mg morning", "\"1,000\" could be 1 or 1000")]
    [InlineData("1,125 mg morning", "\"1,125\" could be 1.125 or 1125")]
    [InlineData("1.000,5 mg morning", "\"1.000,5\" could be 1000.5")]
    [InlineData("1,000.5 mg morning", "\"1,000.5\" could be 1000.5")]
    [InlineData("1,5,2 mg morning", "could be")]
    [InlineData("1 mg morning ,25 mg bedtime", "could end a dose or begin a number")]
    [InlineData("0,5 mg morning,1 mg bedtime", "stand for decimals and end doses")]
    [InlineData("1 mg morning,,25 mg bedtime", "read \"\"")]
    [InlineData("2 tablets (1 mg) morning", "read in two ways; accepted: such as \"2 tablets of 1 mg\"")]
    [InlineData("2 tablets 1 mg morning", "read in two ways")]
    [InlineData("2 1/2 mg tablets morning", "read in two ways")]
    [InlineData("11/2 mg morning", "not a number")]
    [InlineData("1 am", "a time without an amount, or an amount without its unit")]
    [InlineData("20 pm", "a time without an amount, or an amount without its unit")]
    [InlineData("1 mg morning and night", "read \"night\", which has no amount")]
    [InlineData("1 mg am & pm", "read \"pm\", which has no amount")]
    public void What_could_mean_two_things_is_asked_back(string text, string fragment) => Refused(text, fragment);

    [Theory]
    [InlineData("1 mg daily", "names no time of day; accepted: \"1 mg morning\"")]
    [InlineData("1 mg QD", "names no time of day; accepted: \"1 mg morning\", \"… bedtime\" or \"… 08:30\" (four times a day is QID)")]
    [InlineData("1 mg q.d.", "names no time of day")]
    [InlineData("1 mg OD", "names no time of day")]
    [InlineData("1 mg once a day", "names no time of day; accepted: \"1 mg morning\"")]
    [InlineData("1 mg every day", "names no time of day")]
    [InlineData("1 mg/day", "names no time of day")]
    [InlineData("1 mg", "has no time of day")]
    [InlineData("1000 mcg", "has no time of day")]
    [InlineData("1 mg five times a day", "regimen: read")]
    [InlineData("1 mg prn", "not taken every day")]
    [InlineData("1 mg at night as needed", "not taken every day")]
    [InlineData("1 mg every other day at night", "not taken every day")]
    [InlineData("1 mg twice a week", "not taken every day")]
    [InlineData("1 mg Mondays at night", "not taken every day")]
    [InlineData("1 mg 8", "the time \"8\"")]
    [InlineData("1 mg 25:00", "the time \"25:00\"")]
    [InlineData("1 mg teatime", "the time \"teatime\"")]
    [InlineData("bedtime", "has no amount")]
    [InlineData("8:30 am", "has no amount")]
    [InlineData("1 tablet bedtime", "how strong is one piece?")]
    [InlineData("two tablets bedtime", "how strong is one piece?")]
    [InlineData("0.5 mg tablets bedtime", "how many pieces?")]
    [InlineData("some 0.5 mg tablets bedtime", "how many pieces?")]
    [InlineData("1 U bedtime", "the amount \"1 u\"")]
    [InlineData("1 g bedtime", "the amount \"1 g\"")]
    [InlineData("0 mg bedtime", "above 0 and up to 300 mg")]
    [InlineData("301 mg bedtime", "above 0 and up to 300 mg")]
    [InlineData("0.0000001 mg bedtime", "finer than a millionth")]
    [InlineData("1 mg BID, 1 mg bedtime", "bedtime stands twice")]
    [InlineData("1 mg q4h, 1 mg 08:00", "more than 6 times")]
    [InlineData("1 mg twice a day at 8 am", "the amount \"1 mg twice\"")]
    public void What_is_no_regimen_is_named(string text, string fragment) => Refused(text, fragment);

    [Fact]
    public void Every_regimen_is_read_back_from_its_words() =>
        (
            from times in Gen.Int[0, 1439].HashSet[1, 6]
            from millionths in Gen.Int[1, 300_000_000].Array[6]
            select (times, millionths)
        ).Sample(
            (times, millionths) =>
            {
                var regimen = times
                    .Select((t, i) => (Time: new TimeOfDay(t), Dose: A.Mg(millionths[i] / 1_000_000m)))
                    .Aggregate(Regimen.Empty, (r, d) => r.With(d.Time, d.Dose));
                var read = Read(regimen.ToString());
                Assert.Equal(regimen, read.Regimen);
                Assert.Empty(read.Readings);
                Assert.Equal(regimen, Read(string.Join(" and ", regimen.Times.Select(t => $"{regimen[t]} {t.Phrase()}"))).Regimen);
            }
        );

    [Fact]
    public void No_text_whatever_breaks_the_reader() =>
        (
            from words in Gens.Of(
                "1",
                "0,5",
                ",",
                ", ",
                " ",
                "mg",
                "mcg",
                "½",
                "/",
                "and",
                "tablet",
                "tablets",
                "of",
                "x",
                "bid",
                "am",
                "8",
                ":",
                "08:30",
                "a",
                "half",
                "daily",
                "(",
                "night",
                "٣",
                "\n",
                "."
            ).Array[0, 12]
            select string.Join("", words) + "|" + string.Join(" ", words)
        ).Sample(both =>
        {
            foreach (var text in both.Split('|'))
            {
                var read = RegimenReader.Read(text, out var error);
                Assert.Equal(read is null, error is not null);
                if (read is not null)
                    Assert.Equal(read.Regimen, Read(read.Regimen.ToString()).Regimen);
            }
        });

    [Fact]
    public void A_long_text_is_refused_at_once() => Refused(new string('1', 100_000), "100000 characters");

    private static ReadRegimen Read(string text)
    {
        var read = RegimenReader.Read(text, out var error);
        Assert.True(read is not null, error?.InWords());
        return read;
    }

    private static void Refused(string text, string fragment)
    {
        Assert.Null(RegimenReader.Read(text, out var error));
        Assert.StartsWith("regimen: ", error!.InWords(), StringComparison.Ordinal);
        Assert.Contains(fragment, error!.InWords(), StringComparison.Ordinal);
    }
}
