using CsCheck;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Tests.Units;

public class AmountReaderTests
{
    [Theory]
    [InlineData("0", 0, null)]
    [InlineData("1", 1, null)]
    [InlineData("0.5 mg", 0.5, null)]
    [InlineData(" 0.5mg ", 0.5, null)]
    [InlineData("1.0", 1, "read 1.0 as 1 mg")]
    [InlineData("1.000", 1, "read 1.000 as 1 mg")]
    [InlineData(".5", 0.5, "read .5 as 0.5 mg")]
    [InlineData("0,5", 0.5, "read 0,5 as 0.5 mg")]
    [InlineData("0,500", 0.5, "read 0,500 as 0.5 mg")]
    [InlineData(",25", 0.25, "read ,25 as 0.25 mg")]
    [InlineData(",125", 0.125, "read ,125 as 0.125 mg")]
    [InlineData("1,25", 1.25, "read 1,25 as 1.25 mg")]
    [InlineData("12,5 mg", 12.5, "read 12,5 mg as 12.5 mg")]
    [InlineData("½", 0.5, "read ½ as 0.5 mg")]
    [InlineData("1⅛ mg", 1.125, "read 1⅛ mg as 1.125 mg")]
    [InlineData("3/4", 0.75, "read 3/4 as 0.75 mg")]
    [InlineData("500 mcg", 0.5, "read 500 mcg as 0.5 mg")]
    [InlineData("62,5 µg", 0.0625, "read 62,5 µg as 0.0625 mg")]
    public void An_amount_is_read_and_shown_back_where_it_was_put_otherwise(string text, double mg, string? readAs)
    {
        Assert.True(AmountReader.TryRead(text, out var dose, out var shown, out var error), error?.InWords());
        Assert.Equal(((decimal)mg, readAs), (dose.Milligrams, shown?.InWords()));
        Assert.Null(error);
    }

    [Theory]
    [InlineData("1,000", "could be 1 or 1000;")]
    [InlineData("12,500 mcg", "could be 12.5 or 12500;")]
    [InlineData("00,125", "could be 0.125 or 125;")]
    [InlineData("1.000,5", "could be 1000.5;")]
    [InlineData("1,000.5", "could be 1000.5;")]
    [InlineData("1.000.000", "could be 1000000;")]
    [InlineData("1,2,3", "could be 12.3;")]
    [InlineData("1,", "is not a number")]
    [InlineData("1.", "is not a number")]
    [InlineData("1..5", "is not a number")]
    [InlineData("-1", "is not a number")]
    [InlineData("+1", "is not a number")]
    [InlineData("1e3", "is not a number")]
    [InlineData("1 000", "is not a number")]
    [InlineData("٣", "is not a number")]
    [InlineData("⅓", "is not a number")]
    [InlineData("1/3", "is not a number")]
    [InlineData("4/2", "is not a number")]
    [InlineData("1 ml", "is not a number")]
    [InlineData("mg", "is not a number")]
    [InlineData("", "is not a number")]
    [InlineData("0.1 mcg", null)]
    [InlineData("0.0001 mcg", "finer than a millionth")]
    public void What_is_not_one_number_is_asked_back(string text, string? fragment)
    {
        Assert.Equal(fragment is null, AmountReader.TryRead(text, out _, out _, out var error));
        if (fragment is not null)
            Assert.Contains(fragment, error!.InWords(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_dose_is_read_back_from_its_words_and_with_a_comma_only_as_itself() =>
        Gen.Int[0, 300_000_000]
            .Sample(millionths =>
            {
                var dose = new Dose(millionths / 1_000_000m);
                Assert.True(AmountReader.TryRead($"{dose}", out var read, out var readAs, out _));
                Assert.Equal(dose, read);
                Assert.Null(readAs);
                var comma = $"{dose}".Replace('.', ',');
                if (AmountReader.TryRead(comma, out read, out readAs, out _))
                    Assert.Equal(dose, read);
                else
                    Assert.Matches("^[1-9][0-9]*,[0-9]{3} mg$", comma);
            });
}
