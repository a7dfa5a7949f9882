using System.Net;
using Glidepath.Treatment.Messages;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Therapy;
using Glidepath.Web.Tests.Patients;
using Glidepath.Web.Tests.Therapy;

namespace Glidepath.Web.Tests.Privacy;

/// <summary>What a person wrote for themselves in a record that was merged.</summary>
public sealed partial class MergeTests
{
    private static readonly Type[] Work = [typeof(CravingEpisode), typeof(ThoughtRecord), typeof(OwnReason)];

    [Fact]
    public async Task Own_work_of_a_record_that_was_merged_opens_to_no_other_account()
    {
        var (old, ana) = (await PersonInCare.MakeAsync(app, Role.Therapist), await PersonInCare.MakeAsync(app, Role.Therapist));
        await SaveAsync(Written(old));
        await MergeAsync(old, ana);
        var (own, _) = await app.SignedInAsync(Role.Patient, ana.Id);
        foreach (var page in new[] { "/me/hard-moments", "/me/thoughts", "/me/reasons", "/me/record" })
        {
            var body = (await own.PlainAsync(page)).Body;
            Assert.DoesNotContain("hidden word", body);
            Assert.DoesNotContain("given word", body);
        }
        // The team reads what was shared, and nothing else.
        var team = (await ana.Staff.PlainAsync($"/patients/{ana.Id}/therapy")).Body;
        Assert.Contains("given word", team);
        Assert.DoesNotContain("hidden word", team);
    }

    [Fact]
    public async Task What_a_person_shared_is_taken_back_in_all_of_their_records_and_shared_again_in_their_own_alone()
    {
        var (old, ana) = (await PersonInCare.MakeAsync(app, Role.Therapist), await PersonInCare.MakeAsync(app, Role.Therapist));
        var choice = TherapySharing.Begin(Guid.CreateVersion7(), old.Id, DateTime.UtcNow);
        choice.Choose(WorkKind.HardMoments, true, DateTime.UtcNow);
        await SaveAsync([.. Written(old), choice]);
        await MergeAsync(old, ana);
        var (own, _) = await app.SignedInAsync(Role.Patient, ana.Id);
        Assert.Contains("sees something shared in an earlier record", (await own.PlainAsync("/me/sharing")).Body);
        await ChooseAsync(own, "none");
        Assert.DoesNotContain(await PersonInCare.StoredAsync<CravingEpisode>(app, old.Id), m => m.IsShared);
        Assert.False(Assert.Single(await PersonInCare.StoredAsync<TherapySharing>(app, old.Id)).Shares(WorkKind.HardMoments));
        foreach (var record in new[] { old.Id, ana.Id })
            Assert.DoesNotContain("given word CravingEpisode", (await ana.Staff.PlainAsync($"/patients/{record}/therapy")).Body);
        // Kind by kind.
        Assert.Contains(await PersonInCare.StoredAsync<ThoughtRecord>(app, old.Id), t => t.IsShared);
        await ChooseAsync(own, "all");
        Assert.DoesNotContain(await PersonInCare.StoredAsync<CravingEpisode>(app, old.Id), m => m.IsShared);
    }

    [Fact]
    public async Task The_register_of_merges_tells_no_day_on_which_a_person_wrote_for_themselves()
    {
        var (old, ana) = (await PersonInCare.MakeAsync(app), await PersonInCare.MakeAsync(app));
        var officer = await MergeAsync(old, ana);
        var (own, _) = await app.SignedInAsync(Role.Patient, ana.Id);
        using var moment = await GlidepathApp.Send(own, "/me/hard-moment", ("strength", "3"));
        Assert.Equal(HttpStatusCode.Redirect, moment.StatusCode);
        Assert.Single(await PersonInCare.StoredAsync<CravingEpisode>(app, ana.Id));
        // Of this merge: others stand in the register too.
        var entered = $"<summary>[^<]*{RecordNumber.Of(ana.Id)}[^<]*</summary>\\s*<ul>\\s*<li>[^<]*Test Patient";
        Assert.DoesNotMatch(entered, (await officer.PlainAsync(Page)).Body);
        using var sent = await GlidepathApp.Send(own, "/me/check-in", ("flags", "ThoughtsOfSuicide"));
        Assert.Matches(entered, (await officer.PlainAsync(Page)).Body);
    }

    [Fact]
    public async Task Of_two_messages_that_wait_the_earlier_promise_holds()
    {
        var (old, ana) = (await PersonInCare.MakeAsync(app), await PersonInCare.MakeAsync(app));
        var (first, later) = (Turn(old, 9), Turn(ana, 1));
        await SaveAsync(first, later);
        await MergeAsync(old, ana);
        var goesOn = Assert.Single(await PersonInCare.StoredAsync<MessageTurn>(app, ana.Id));
        Assert.True(first.PromisedFor < later.PromisedFor);
        Assert.Equal((later.Id, first.PromisedFor, first.AlertsAt), (goesOn.Id, goesOn.PromisedFor, goesOn.AlertsAt));
        Assert.Equal((first.OpenedAt, later.LastAt), (goesOn.OpenedAt, goesOn.LastAt));
    }

    [Fact]
    public async Task Of_roots_pages_drafts_and_open_sessions_the_store_takes_one()
    {
        var ana = await PersonInCare.MakeAsync(app, Role.Therapist);
        var (now, by) = (DateTime.UtcNow, ana.StaffAccount.Id);
        IPatientRecord[] Pair(Func<IPatientRecord> make) => [make(), make()];
        foreach (
            var two in new[]
            {
                Pair(() => OwnWorkSamples.Of[typeof(RootsSheet)](ana.Episode, "a", false, now, by)),
                Pair(() => ProgressDraft.Begin(Guid.CreateVersion7(), ana.Id, NoteBody.Empty with { Text = "a" }, now, by)),
                Pair(() =>
                    TherapySession.Start(
                        Guid.CreateVersion7(),
                        ana.Episode,
                        new SessionAsked(TherapyModality.Cbt, SessionWay.InPerson, 50),
                        [],
                        [],
                        now,
                        by
                    )
                ),
            }
        )
        {
            await SaveAsync(two[0]);
            var refused = await Record.ExceptionAsync(() => SaveAsync(two[1]));
            Assert.True(refused is not null, $"Two of {two[0].GetType().Name} were taken.");
        }
    }

    private static MessageTurn Turn(PersonInCare of, int daysAgo) =>
        MessageTurn.Open(
            of.Episode,
            ReadingHours.Default,
            TimeZoneInfo.Utc,
            new Entry(Guid.CreateVersion7(), DateTime.UtcNow.AddDays(-daysAgo), of.StaffAccount.Id)
        );

    /// <summary>One that is shared and one that is not, of each.</summary>
    private static IPatientRecord[] Written(PersonInCare of) =>
        [
            .. Work.SelectMany(type =>
                new[] { true, false }.Select(isShared =>
                    OwnWorkSamples.Of[type](
                        of.Episode,
                        $"{(isShared ? "given" : "hidden")} word {type.Name}",
                        isShared,
                        DateTime.UtcNow,
                        of.StaffAccount.Id
                    )
                )
            ),
        ];

    private static async Task ChooseAsync(HttpClient own, string how)
    {
        var page = await own.GetStringAsync(new Uri("/me/sharing", UriKind.Relative), Stop);
        using var chosen = await GlidepathApp.Submit(own, "/me/sharing", Form(page, "value=\"HardMoments\""), ("share", how));
        Assert.Equal(HttpStatusCode.Redirect, chosen.StatusCode);
    }
}
