using System.Net;
using Glidepath.Application.Facilities;
using Glidepath.Treatment.Facilities;
using Glidepath.Web.Facilities;
using Microsoft.Extensions.DependencyInjection;

namespace Glidepath.Web.Tests.Facilities;

/// <summary>What everybody may see of how the list is used, and where lists do not agree.</summary>
public sealed class FairnessAndConflictTests
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(9, 3, 1, null, null, null)]
    [InlineData(40, 9, 0, 40, null, null)]
    [InlineData(40, 31, 12, 40, null, null)]
    [InlineData(60, 30, 12, 60, 30, 12)]
    [InlineData(60, 30, 9, 60, 30, null)]
    [InlineData(60, 30, 21, 60, 30, null)]
    public void A_count_below_ten_is_told_neither_by_itself_nor_by_what_is_left(
        int offered,
        int own,
        int over,
        int? offeredShown,
        int? ownShown,
        int? overShown
    ) => Assert.Equal(new PublicRates(offeredShown, ownShown, overShown), PublicRates.Of(offered, own, over));

    [Fact]
    public async Task The_public_page_has_the_rate_or_says_that_there_are_too_few()
    {
        await using var app = new GlidepathApp();
        var html = await app.Stranger().GetStringAsync("/how-we-order", Now);
        Assert.Contains("How often our own place is offered", html);
        Assert.Equal(3, html.Split("too few to show").Length - 1);
    }

    [Fact]
    public async Task A_call_sheet_shows_each_field_in_which_lists_do_not_agree_with_source_and_day()
    {
        await using var app = new GlidepathApp();
        _ = app.Stranger();
        await app.Services.GetRequiredService<DirectoryRefresh>().RefreshAsync(Now);
        var (now, before) = (
            new FactOrigin("FindTreatment.gov export", new DateOnly(2025, 8, 19)),
            new FactOrigin("SAMHSA National Directory 2022", new DateOnly(2022, 1, 1))
        );
        var place = new Place
        {
            Id = Guid.CreateVersion7(),
            Name = "Oak House",
            Street = "1 Oak Street",
            City = "Palm Springs",
            State = "CA",
            Zip = "92262",
            Coordinates = new(33.83, -116.54, CoordinateSource.Address),
            Programmes =
            [
                new()
                {
                    Id = Guid.CreateVersion7(),
                    Kind = ProgrammeKind.SubstanceUse,
                    Name = "Oak House",
                    Phone = "760-555-0100",
                    Origin = now,
                    Services = [new("BDTX", Listing.Listed, now, now.AsOf)],
                    Statements = [new(DirectoryField.Phone, "760-555-0199", before, IsShown: false)],
                },
            ],
        };
        app.Services.GetRequiredService<LoadedDirectory>().Swap([place], CodeTable.Empty, "test", Gazetteer.Empty);
        using var answer = await GlidepathApp.Send(
            app.Stranger(),
            "/find-care",
            ("near", "Palm Springs, CA"),
            ("pathway", "prescribed"),
            ("need-benzodiazepine-withdrawal", "must"),
            ("sheet", place.Id.ToString())
        );
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Now));
        Assert.Contains("The lists do not agree", html);
        Assert.Matches(
            "760-555-0100<[^/]*FindTreatment.gov export, Aug 19, 2025</span></td>\\s*<td>760-555-0199<[^/]*SAMHSA National Directory 2022, Jan 1, 2022",
            html
        );
    }
}
