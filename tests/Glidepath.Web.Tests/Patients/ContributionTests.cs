using System.Reflection;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Patients;
using Glidepath.Web.Shared.Contributions;
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

    private IEnumerable<Type> Shown(RecordList list) =>
        list switch
        {
            RecordList.Timeline => Rows<TimelineRows>().Select(r => r.Part.Holds),
            RecordList.Today =>
            [
                .. Rows<TodayRows>().SelectMany(r => r.Parts).Concat(Rows<DueRows>().SelectMany(r => r.Parts)).Select(p => p.Holds),
                .. Rows<TodayRegister>().Select(r => r.Holds),
            ],
            RecordList.Copy => Rows<CopySection>().SelectMany(s => s.Rows).Select(r => r.Part.Holds),
            _ => throw new ArgumentOutOfRangeException(nameof(list), list, null),
        };

    private IEnumerable<T> Rows<T>() => app.Services.GetServices<T>();

    private static IEnumerable<string> Names(IEnumerable<Type> types) => types.Select(t => t.Name);
}
