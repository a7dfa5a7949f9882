using Glidepath.Application.Facilities;
using Glidepath.Application.Patients;
using Glidepath.Application.Shared;
using Glidepath.Treatment.Assessments;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Patients;
using Glidepath.Web.Shared;

namespace Glidepath.Web.Tests.Patients;

/// <summary>Stored names keep the spelling they were stored with; what is shown is American.</summary>
public class ShownWordsTests
{
    [Fact]
    public void No_stored_name_is_shown_in_British_spelling()
    {
        var words = typeof(ShownWords).GetMethods().Single(m => m is { Name: nameof(ShownWords.Words), IsGenericMethodDefinition: true });
        var shown = typeof(Role)
            .Assembly.GetExportedTypes()
            .Where(t => t.IsEnum)
            .SelectMany(t => Enum.GetValues(t).Cast<object>().Select(v => (string)words.MakeGenericMethod(t).Invoke(null, [v])!))
            .Concat(Enum.GetValues<Role>().Select(RoleWords.Of))
            .ToList();
        Assert.Contains("Inquiry", shown);
        Assert.All(
            (string[])["Enqu", "enqu", "ounsell", "rganis", "rogramme", "ehaviour", "olour", "icence", "udgement"],
            british => Assert.DoesNotContain(shown, w => w.Contains(british, StringComparison.Ordinal))
        );
    }

    [Fact]
    public void Each_is_said_in_the_words_of_the_field()
    {
        Assert.Equal("Inquiry", EpisodePhase.Enquiry.Words());
        Assert.Equal("Counselor", CareTeamRole.Counsellor.Words());
        Assert.Equal("Counselor", RoleWords.Of(Role.Counsellor));
        Assert.Equal("Care team notified", SafetyState.OpenAlerted.Words());
        Assert.Equal("Open unwatched", SafetyState.OpenUnwatched.Words());
    }
}
