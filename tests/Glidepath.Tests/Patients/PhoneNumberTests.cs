using Glidepath.Treatment;

namespace Glidepath.Tests.Patients;

public class PhoneNumberTests
{
    [Theory]
    [InlineData("251-338-1780 x7052", "251-338-1780", "7052", "tel:+12513381780;ext=7052")]
    [InlineData("(251) 338-1780, ext. 7052", "251-338-1780", "7052", "tel:+12513381780;ext=7052")]
    [InlineData("251.338.1780 extension 7052", "251-338-1780", "7052", "tel:+12513381780;ext=7052")]
    [InlineData("251–338–1780#12", "251-338-1780", "12", "tel:+12513381780;ext=12")]
    [InlineData("tel:+12513381780;ext=7052", "251-338-1780", "7052", "tel:+12513381780;ext=7052")]
    [InlineData("1-800-662-4357", "800-662-4357", null, "tel:+18006624357")]
    [InlineData("888-PARNEXT", "888-727-6398", null, "tel:+18887276398")]
    [InlineData("813-630HOPE", "813-630-4673", null, "tel:+18136304673")]
    [InlineData("555-0142", "555-0142", null, "tel:5550142")]
    [InlineData("988", "988", null, "tel:988")]
    [InlineData("+44 (0)20 7946 0018", "+44 2079460018", null, "tel:+442079460018")]
    [InlineData("011 44 20 7946 0018", "+44 2079460018", null, "tel:+442079460018")]
    public void Every_spelling_of_a_number_is_its_number_and_its_extension(string text, string number, string? extension, string link)
    {
        var read = PhoneNumber.Read(text)!;
        Assert.Equal((number, extension, link), (read.Number, read.Extension, read.Link));
        Assert.Equal(read, PhoneNumber.Read(read.Link));
        Assert.Equal(read, PhoneNumber.Read(read.ToString()));
    }

    [Theory]
    [InlineData("680-488-4573", "PW", "+680 488-4573", "tel:+6804884573")]
    [InlineData("691-350-2115 x123", "FM", "+691 350-2115", "tel:+6913502115;ext=123")]
    [InlineData("692-625-3399", "MH", "+692 625-3399", "tel:+6926253399")]
    [InlineData("625-3399", "MH", "+692 625-3399", "tel:+6926253399")]
    [InlineData("+680 488 4573", null, "+680 488-4573", "tel:+6804884573")]
    [InlineData("680-488-4573", "NY", "680-488-4573", "tel:+16804884573")]
    [InlineData("671-777-4677", "GU", "671-777-4677", "tel:+16717774677")]
    public void Palau_Micronesia_and_the_Marshall_Islands_are_other_countries_and_a_New_York_680_is_not(
        string text,
        string? state,
        string number,
        string link
    ) => Assert.Equal((number, link), (PhoneNumber.Read(text, state)!.Number, PhoneNumber.Read(text, state)!.Link));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("call me")]
    [InlineData("12")]
    [InlineData("251-338-178")]
    [InlineData("888-146-4427")]
    [InlineData("151-338-1780")]
    [InlineData("251-338-1780 or 1781")]
    [InlineData("251-338-1780 7052")]
    [InlineData("2513381780 x")]
    [InlineData("251-338-17x80")]
    [InlineData("+1 251 338 178")]
    [InlineData("+680 488 457")]
    [InlineData("25+1-338-1780")]
    public void What_nobody_could_dial_is_no_number(string? text) => Assert.Null(PhoneNumber.Read(text));

    [Theory]
    [InlineData("ask for Sam")]
    [InlineData("988")]
    public void A_person_s_number_that_cannot_be_called_is_refused_in_words(string text)
    {
        var refused = Assert.Throws<RuleViolationException>(() => PhoneNumber.Checked(text, "patient.phone"));
        Assert.Equal("patient.phone.not-a-number", refused.Rule);
        Assert.Contains($"We read \"{text}\". Write a phone number like 555-555-0100", refused.Message, StringComparison.Ordinal);
    }
}
