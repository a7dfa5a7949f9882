using System.Reflection;
using Glidepath.Application.Patients;
using Glidepath.Application.Shared;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Patients;
using Glidepath.Web.Shared;
using Glidepath.Web.Tests.Storage;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Glidepath.Web.Tests.Patients;

/// <summary>Every record type has a row in each list of the record, or a written reason why not.</summary>
public sealed class ContributionTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    private static readonly IReadOnlyList<Type> Records =
    [
        .. typeof(Patient).Assembly.GetTypes().Where(t => t.IsDefined(typeof(RecordOfAttribute))).OrderBy(t => t.Name),
    ];

    public static TheoryData<RecordList> Lists() => [.. Enum.GetValues<RecordList>()];

    [Theory]
    [MemberData(nameof(Lists))]
    public void Every_record_type_is_on_the_list_or_says_why_not(RecordList list)
    {
        var shown = Shown(list).Distinct().ToList();
        var reasons = Rows<LeftOut>().Where(l => l.List == list).ToList();
        var left = reasons.SelectMany(l => l.Records).ToList();
        Assert.True(Records.Count >= 30, $"{Records.Count} record types");
        Assert.Equal([], Names(Records.Except(shown).Except(left)));
        Assert.Equal([], Names(shown.Intersect(left)));
        Assert.Equal([], Names(left.GroupBy(t => t).Where(g => g.Count() > 1).Select(g => g.Key)));
        Assert.Equal([], Names(shown.Concat(left).Except(Records)));
        Assert.All(reasons, r => Assert.True(r.Why.Split(' ').Length >= 3 && r.Why.EndsWith('.'), r.Why));
    }

    [Fact]
    public async Task The_demo_holds_what_the_areas_hand_over_and_they_name_nobody_else()
    {
        using var demo = new GlidepathApp { Demo = true };
        var entries = demo.Services.GetServices<DemoEntries>().ToList();
        var recipes = DemoRecipes.All.Select(p => p.Recipe).ToList();
        Assert.Equal([], entries.SelectMany(e => e.Recipes).Except(recipes));
        await using var db = demo.Store.CreateDbContext();
        foreach (var type in entries.Select(e => e.Makes))
        {
            var table = db.Model.FindEntityType(type)!.GetTableName();
            Assert.True(
                Convert.ToInt64(
                    await RecordSamples.SqlAsync(demo.Store, $"SELECT COUNT(*) FROM \"{table}\""),
                    System.Globalization.CultureInfo.InvariantCulture
                ) > 0,
                type.Name
            );
        }
    }

    [Fact]
    public void A_link_leads_to_a_page_that_there_is()
    {
        var pages = app
            .Services.GetServices<EndpointDataSource>()
            .SelectMany(s => s.Endpoints)
            .OfType<RouteEndpoint>()
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        Assert.Equal([], Rows<StaffLink>().Select(l => l.Href).Except(pages));
        Assert.Equal([], Rows<RecordLink>().Select(l => $"/patients/{{PatientId:guid}}{l.Path}").Where(p => !pages.Contains(p)));
        Assert.Distinct(Rows<RecordLink>().Select(l => (l.Tab, l.Place)));
        foreach (var role in Enum.GetValues<Role>())
            Assert.Distinct(Rows<StaffLink>().Where(l => l.Roles.Contains(role)).Select(l => l.Place));
    }

    private IEnumerable<Type> Shown(RecordList list) =>
        list switch
        {
            RecordList.Timeline => Rows<TimelineRows>().Select(r => r.Part.Holds),
            RecordList.Today =>
            [
                .. Rows<TodayRows>().SelectMany(r => r.Parts).Concat(Rows<DueRows>().SelectMany(r => r.Parts)).Select(p => p.Holds),
                .. Rows<TodayRegister>().Select(r => r.Holds).OfType<Type>(),
            ],
            RecordList.Copy => Rows<CopySection>().SelectMany(s => s.Rows).Select(r => r.Part.Holds),
            RecordList.Pages => Rows<RecordLink>().SelectMany(l => l.Shows),
            RecordList.Names => Rows<RecordName>().Select(n => n.Record),
            // A person is made with the way through care; all else is added.
            RecordList.Demo => [typeof(Patient), typeof(EpisodeOfCare), typeof(EpisodeMove), .. Rows<DemoEntries>().Select(d => d.Makes)],
            _ => throw new ArgumentOutOfRangeException(nameof(list), list, null),
        };

    private IEnumerable<T> Rows<T>() => app.Services.GetServices<T>();

    private static IEnumerable<string> Names(IEnumerable<Type> types) => types.Select(t => t.Name);
}
