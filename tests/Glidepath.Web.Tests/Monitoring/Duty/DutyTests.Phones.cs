using System.Net;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Tests.Patients;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Web.Tests.Monitoring.Duty;

/// <summary>The number at work that an account has, which colleagues see where it is on duty.</summary>
public sealed partial class DutyTests
{
    [Fact]
    public async Task Someone_on_duty_gives_their_own_number_and_colleagues_see_it()
    {
        await using var app = App();
        var (director, _) = await app.SignedInAsync(Role.Director);
        var (nurse, ann) = await app.SignedInAsync(Role.Nurse);
        await Done(director, Rotation("Nurse", "Day", "7:00 AM", "7 pm", ann));
        using (var set = await GlidepathApp.Send(nurse, "/account", ("phone", "(541) 555-0131 ext. 12")))
            Assert.Equal(HttpStatusCode.Redirect, set.StatusCode);
        Assert.Equal("+15415550131 x12", await PhoneOfAsync(app, ann));
        Assert.Contains("tel:+15415550131;ext=12", WebUtility.HtmlDecode((await director.PlainAsync("/duty")).Body));
        Assert.Contains("value=\"541-555-0131 x12\"", (await nurse.PlainAsync("/account")).Body);
        await using var db = app.Store.CreateDbContext();
        var row = Assert.Single(await db.AuditEvents.Where(e => e.ActorId == ann.Id && e.Reason == "phone.set").ToListAsync(Stop));
        Assert.Equal(AuditAction.Account, row.Action);
        Assert.DoesNotContain("555", $"{row.Target} {row.Reason}");
        using (var none = await GlidepathApp.Send(nurse, "/account", ("phone", "")))
            Assert.Equal(HttpStatusCode.Redirect, none.StatusCode);
        Assert.Null(await PhoneOfAsync(app, ann));
    }

    [Theory]
    [InlineData("12")]
    [InlineData("555-0131")]
    [InlineData("ask at the desk")]
    public async Task A_number_that_cannot_be_dialed_from_anywhere_is_refused_and_stays_as_it_was_typed(string typed)
    {
        await using var app = App();
        var (nurse, ann) = await app.SignedInAsync(Role.Nurse);
        using var refused = await GlidepathApp.Send(nurse, "/account", ("phone", typed));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var says = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Stop));
        Assert.Contains($"We read “{typed}”. Write a phone number with its area code", says);
        Assert.Contains($"value=\"{typed}\"", says);
        Assert.Null(await PhoneOfAsync(app, ann));
    }

    [Fact]
    public async Task A_person_in_care_has_no_number_at_work()
    {
        await using var app = App();
        var (own, account) = await app.SignedInAsync(Role.Patient);
        Assert.DoesNotContain("name=\"phone\"", (await own.PlainAsync("/account")).Body);
        using var sent = await GlidepathApp.Send(own, "/account", ("do", "phone"), ("phone", "541-555-0131"));
        Assert.Null(await PhoneOfAsync(app, account));
    }

    private static async Task<string?> PhoneOfAsync(GlidepathApp app, UserAccount account)
    {
        await using var db = app.Store.CreateDbContext();
        return await db.Users.Where(u => u.Id == account.Id).Select(u => u.PhoneNumber).SingleAsync(Stop);
    }
}
