using Glidepath.Treatment;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Tests.Privacy;

public class PlainTextTests
{
    [Theory]
    [InlineData("Dr Ash\u202Ehsa", "U+202E")]
    [InlineData("Dr\u0000Ash", "U+0000")]
    [InlineData("\u2066Dr Ash", "U+2066")]
    [InlineData("Dr Ash\u009B", "U+009B")]
    public void A_sign_that_nobody_sees_is_named(string text, string sign)
    {
        Assert.Equal(sign, PlainText.Forbidden(text));
        Assert.Equal(sign, PlainText.ForbiddenInJson(System.Text.Json.JsonSerializer.Serialize(new { text })));
        Assert.Contains(
            sign,
            Assert.Throws<RuleViolationException>(() => Recorded.Optional(text, "field")).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("two\nlines\tand a tab\r\n")]
    [InlineData("Zoë Ó Néill, \u05E9\u05DC\u05D5\u05DD, 👩‍⚕️")]
    [InlineData("a backslash \\u0000 that somebody typed")]
    public void What_people_write_may_stand(string text)
    {
        Assert.Null(PlainText.Forbidden(text));
        Assert.Null(PlainText.ForbiddenInJson(System.Text.Json.JsonSerializer.Serialize(new { text })));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("--")]
    [InlineData("Dr Ash\u202E")]
    [InlineData("Dr Ash\r\nDr Elm")]
    public void Nothing_goes_to_nobody(string name) =>
        Assert.Equal(
            "recipient.nameless",
            Assert
                .IsType<DisclosureDecision.Refuse>(
                    DisclosureGate.Decide(Filed.Request() with { Recipient = Filed.Request().Recipient with { Name = name } })
                )
                .Reason
        );
}
