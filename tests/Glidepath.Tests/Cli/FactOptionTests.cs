using System.CommandLine;
using Glidepath.Cli.Shared;
using Glidepath.Cli.Tapering;
using Glidepath.Pharmacology.Safety;

namespace Glidepath.Tests.Cli;

public class FactOptionTests
{
    [Fact]
    public void The_facts_of_the_person_are_read()
    {
        var facts = Read("--indication movement --sleep-apnea yes --falls no --suicidal-thoughts unknown --breastfeeding y --driving n");
        Assert.Equal(
            (Indication.MovementDisorder, Answer.Yes, Answer.No, Answer.Unknown),
            (facts.Indication, facts.SleepApneaOrLungDisease, facts.FallsOrConfusion, facts.SuicidalThoughts)
        );
        Assert.Equal((Answer.Yes, Answer.No), (facts.Breastfeeding, facts.SafetyCriticalDriving));
    }

    [Fact]
    public void What_is_left_out_stays_unknown()
    {
        var facts = Read("");
        Assert.Equal(
            (Indication.NotAsked, Answer.Unknown, Answer.Unknown),
            (facts.Indication, facts.SuicidalThoughts, facts.SafetyCriticalDriving)
        );
    }

    [Theory]
    [InlineData("anxiety", Indication.Anxiety)]
    [InlineData("Panic", Indication.Panic)]
    [InlineData("sleep", Indication.Sleep)]
    [InlineData("muscle-spasm", Indication.MuscleSpasm)]
    [InlineData("seizures", Indication.Seizures)]
    [InlineData("spasticity", Indication.Spasticity)]
    [InlineData("catatonia", Indication.Catatonia)]
    [InlineData("alcohol-withdrawal", Indication.AlcoholWithdrawal)]
    [InlineData("other", Indication.Other)]
    [InlineData("unknown", Indication.NotKnown)]
    public void Every_indication_has_its_word(string word, Indication indication) =>
        Assert.Equal(indication, Read($"--indication {word}").Indication);

    [Theory]
    [InlineData("--indication epilepsia", "--indication: read \"epilepsia\"; accepted: anxiety, panic, sleep")]
    [InlineData("--falls often", "--falls: read \"often\"; accepted: yes, no, unknown")]
    public void A_word_that_is_not_one_is_refused_by_name(string options, string says) =>
        Assert.StartsWith(says, Assert.Throws<InputException>(() => Read(options)).Message, StringComparison.Ordinal);

    private static PatientFacts Read(string options)
    {
        var facts = new FactOptions();
        var command = new RootCommand();
        facts.AddTo(command);
        return facts.Read(command.Parse(options));
    }
}
