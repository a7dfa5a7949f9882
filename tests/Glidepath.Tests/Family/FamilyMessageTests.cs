using Glidepath.Pharmacology.Safety;
using Glidepath.Treatment.Family;

namespace Glidepath.Tests.Family;

public sealed class FamilyMessageTests
{
    private static readonly FamilyMessage Kind = new()
    {
        Good = "you have been so patient with the kids this week",
        Happened = "when you fell asleep at dinner on Sunday",
        Feeling = "scared",
        OwnPart = "I know I have been short with you",
        Offer = "would you let me come along to your doctor?",
    };

    [Fact]
    public void Five_parts_make_four_sentences_in_the_words_of_who_says_them() =>
        Assert.Equal(
            "You have been so patient with the kids this week. I feel scared when you fell asleep at dinner on Sunday. I know I "
                + "have been short with you. Would you let me come along to your doctor?",
            Kind.Text
        );

    [Fact]
    public void A_short_kind_message_gets_no_advice() => Assert.Empty(Kind.Advice);

    [Theory]
    [InlineData("please stop taking it")]
    [InlineData("just go cold turkey")]
    [InlineData("I am throwing your pills away")]
    [InlineData("I will be hiding your pills")]
    [InlineData("let us flush them")]
    public void To_ask_for_a_sudden_stop_is_the_one_thing_that_must_not_be_said(string offer) =>
        Assert.Contains((Kind with { Offer = offer }).Advice, a => a is { Id: "family.message.stop", Severity: Severity.Breach });

    [Theory]
    [InlineData("you always do this", "family.message.always")]
    [InlineData("you are an addict", "family.message.label")]
    [InlineData("get help or else", "family.message.threat")]
    [InlineData("you should see someone", "family.message.you")]
    public void Words_that_shut_the_door_are_named(string happened, string advice)
    {
        var found = Assert.Single((Kind with { Happened = happened }).Advice, a => a.Id == advice);
        Assert.NotEmpty(found.Found);
        Assert.NotEqual(Severity.Breach, found.Severity);
    }

    [Fact]
    public void A_speech_is_told_its_length() =>
        Assert.Contains(
            (Kind with { OwnPart = string.Join(' ', Enumerable.Repeat("word", 50)) }).Advice,
            a => a.Id == "family.message.long"
        );

    [Fact]
    public void What_is_missing_is_said_and_an_empty_form_says_nothing()
    {
        Assert.Equal(
            ["family.message.good", "family.message.feeling"],
            new FamilyMessage { Offer = "I can drive" }.Advice.Select(a => a.Id)
        );
        Assert.Empty(new FamilyMessage().Advice);
    }
}
