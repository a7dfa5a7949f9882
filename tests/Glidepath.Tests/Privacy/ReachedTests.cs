using Glidepath.Treatment;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Tests.Privacy;

/// <summary>Who must hear that a consent has ended.</summary>
public class ReachedTests
{
    [Fact]
    public void Everybody_who_got_something_on_it_is_listed_once_with_all_they_got()
    {
        var consent = Filed.Given();
        var end = Filed.Ended(consent);
        var (first, again) = (Sent(consent, InformationCategory.Medications), Sent(consent, InformationCategory.Diagnoses));
        var reached = Assert.Single(Reached.By(end, [first, again], []));
        Assert.Equal((InformationCategory.Medications | InformationCategory.Diagnoses, 2), (reached.Categories, reached.Times));
        Assert.Null(reached.Told);
    }

    [Fact]
    public void What_rested_on_another_consent_is_not_among_it()
    {
        var (consent, other) = (Filed.Given(), Filed.Given(id: 11));
        var end = Filed.Ended(consent);
        Assert.Empty(Reached.By(end, [Sent(other, InformationCategory.Medications)], []));
        Assert.Equal(
            "recipient-told.other-consent",
            Assert
                .Throws<RuleViolationException>(() =>
                    RecipientTold.Of(
                        Guid.CreateVersion7(),
                        end,
                        Sent(other, InformationCategory.Medications),
                        "by telephone",
                        Filed.Now,
                        Filed.Officer
                    )
                )
                .Rule
        );
    }

    [Fact]
    public void Whoever_was_told_is_not_open_any_more()
    {
        var consent = Filed.Given();
        var end = Filed.Ended(consent);
        var sent = Sent(consent, InformationCategory.Medications);
        var told = RecipientTold.Of(Guid.CreateVersion7(), end, sent, "by telephone", Filed.Now, Filed.Officer);
        Assert.Same(told, Assert.Single(Reached.By(end, [sent], [told])).Told);
        Assert.Equal(
            "recipient-told.how",
            Assert
                .Throws<RuleViolationException>(() => RecipientTold.Of(Guid.CreateVersion7(), end, sent, "  ", Filed.Now, Filed.Officer))
                .Rule
        );
    }

    [Fact]
    public void An_event_that_the_form_named_comes_as_no_news()
    {
        var consent = Filed.Given();
        var end = Filed.Ended(consent, ConsentEndKind.ExpiryEvent);
        Assert.Empty(Reached.By(end, [Sent(consent, InformationCategory.Medications)], []));
    }

    private static DisclosureRecord Sent(Consent consent, InformationCategory categories) =>
        Filed
            .Permit(
                DisclosureGate.Decide(
                    Filed.Request(Filed.File(consent), consent.Id) with
                    {
                        RecordId = Guid.CreateVersion7(),
                        Channel = DisclosureChannel.Print,
                        Categories = categories,
                    }
                )
            )
            .Accounting!;
}
