using Glidepath.Treatment;
using Glidepath.Treatment.Facilities;
using Glidepath.Treatment.Family;

namespace Glidepath.Tests.Facilities;

public sealed class HelplineCallTests
{
    private static readonly DateTime At = new(2026, 11, 2, 3, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Staff = Guid.Parse("00000000-0000-0000-0000-0000000000aa");

    private static MatchItem Item(int position, int band, bool own) =>
        new(
            position,
            new Place
            {
                Id = new Guid(position, 0, 0, new byte[8]),
                Name = $"Made-up place {position}",
                Street = "",
                City = "",
                State = "CA",
                Zip = "00000",
                Programmes = [],
                IsOwn = own,
            },
            Standing.Fits,
            100 - band,
            band,
            null,
            false,
            [],
            [],
            [],
            null
        );

    private static MatchResult List(params MatchItem[] items) =>
        new()
        {
            Items = items,
            Seed = 7,
            Count = items.Length,
        };

    [Fact]
    public void Our_own_place_over_a_better_fit_needs_a_reason_and_is_listed()
    {
        var list = List(Item(1, 0, own: false), Item(2, 3, own: true));
        var own = list.Items[1].Place.Id;
        Assert.Equal(
            "call.why-own.missing",
            Assert
                .Throws<RuleViolationException>(() =>
                    HelplineCall.End(Staff, At, CallOutcome.NumbersGiven, "92262", list, own, " ", At, Staff)
                )
                .Rule
        );
        var call = HelplineCall.End(Staff, At, CallOutcome.NumbersGiven, "92262", list, own, "The caller asked for us.", At, Staff);
        var report = FairnessReport.Of([call]);
        Assert.Equal((1, 1, 1, 1), (report.Calls, report.WithOffer, report.OwnOffered, report.OwnOverBetter));
        Assert.Equal("The caller asked for us.", Assert.Single(report.Cases).WhyOwn);
        Assert.Equal(2, report.MedianOwnPosition);
    }

    [Fact]
    public void Our_own_place_in_the_same_band_is_no_case()
    {
        var list = List(Item(1, 0, own: false), Item(2, 0, own: true));
        Assert.False(
            HelplineCall.End(Staff, At, CallOutcome.NumbersGiven, null, list, list.Items[1].Place.Id, null, At, Staff).OfferedOwnOverBetter
        );
    }

    [Fact]
    public void Of_a_caller_only_an_area_too_large_to_name_anybody_is_kept()
    {
        Assert.Equal("922", HelplineCall.End(Staff, At, CallOutcome.OnlyTalked, "92262", List(), null, null, At, Staff).ZipArea);
        Assert.Null(HelplineCall.End(Staff, At, CallOutcome.OnlyTalked, "Springvale, CA", List(), null, null, At, Staff).ZipArea);
    }

    [Fact]
    public void A_place_that_is_not_in_the_list_cannot_have_been_offered() =>
        Assert.Throws<RuleViolationException>(() =>
            HelplineCall.End(Staff, At, CallOutcome.NumbersGiven, null, List(Item(1, 0, false)), Staff, null, At, Staff)
        );

    [Theory]
    [InlineData("call me", false)]
    [InlineData("12", false)]
    [InlineData("(555) 555-0100", true)]
    public void A_call_back_has_a_number_that_can_be_called(string phone, bool fits)
    {
        var ask = () => CallBackRequest.Ask(Staff, null, phone, null, false, At);
        if (fits)
            Assert.True(ask().IsOpen);
        else
            Assert.Equal("call-back.phone.not-a-number", Assert.Throws<RuleViolationException>(ask).Rule);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, CallBackRequest.MostTries)]
    public void Name_and_number_are_wiped_once_it_is_done(bool reached, int tries)
    {
        var asked = CallBackRequest.Ask(Staff, "Made Up", "(555) 555-0100", "evening", true, At);
        for (var i = 0; i < tries; i++)
        {
            Assert.NotEqual("", asked.Phone);
            asked.Tried(reached, At, Staff);
        }
        Assert.Equal((null, "", null), (asked.Name, asked.Phone, asked.GoodTime));
        Assert.False(asked.IsOpen);
        Assert.Throws<RuleViolationException>(() => asked.Tried(true, At, Staff));
    }
}
