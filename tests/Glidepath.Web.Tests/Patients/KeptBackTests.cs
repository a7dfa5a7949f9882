using System.Net;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Tests.Shared;

namespace Glidepath.Web.Tests.Patients;

/// <summary>What a person has kept back from one colleague, that colleague finds on no page and in no answer.</summary>
public sealed class KeptBackTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    private const string Said = "wants to wait for the spring";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_talk_kept_back_as_progress_is_shown_by_no_page_and_no_answer()
    {
        var ana = await PersonInCare.MakeAsync(app);
        await WriteAsync(
            ana,
            db =>
                db.Add(
                    InpatientDiscussion.Record(
                        ana.Episode,
                        DateOnly.FromDateTime(DateTime.UtcNow),
                        InpatientOutcome.WantsTime,
                        Said,
                        null,
                        new Entry(Guid.CreateVersion7(), DateTime.UtcNow, ana.StaffAccount.Id)
                    )
                )
        );
        string[] ways = [$"/patients/{ana.Id}", $"/patients/{ana.Id}/door", $"/api/patients/{ana.Id}/door"];
        foreach (var way in ways)
            Assert.Contains(Said, await ana.GetAsync(way), StringComparison.Ordinal);
        await KeepBackAsync(ana, InformationCategory.Progress);
        foreach (var way in ways)
            Assert.DoesNotContain(Said, await ana.GetAsync(way), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_referral_kept_back_is_on_no_list_of_what_is_due()
    {
        var ana = await PersonInCare.MakeAsync(app);
        var (referral, move) = Glidepath.Treatment.Facilities.Referral.Draft(
            Guid.CreateVersion7(),
            ana.Episode,
            new Glidepath.Treatment.Facilities.Place
            {
                Id = Guid.CreateVersion7(),
                Name = "Harbor House (made up)",
                Street = "1 Made-up Way",
                City = "Nowhere",
                State = "KY",
                Zip = "00000",
                Programmes = [],
            },
            DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-1),
            new MoveEntry(Guid.CreateVersion7(), DateTime.UtcNow, ana.StaffAccount.Id)
        );
        await WriteAsync(ana, db => db.AddRange(referral, move));
        Assert.Contains("Harbor House", await ana.GetAsync("/referrals"), StringComparison.Ordinal);
        await KeepBackAsync(ana, InformationCategory.Referrals);
        Assert.DoesNotContain("Harbor House", await ana.GetAsync("/referrals"), StringComparison.Ordinal);
    }

    private Task KeepBackAsync(PersonInCare ana, InformationCategory what) =>
        WriteAsync(
            ana,
            db =>
            {
                var restriction = Restriction.Request(
                    Guid.CreateVersion7(),
                    ana.Id,
                    what,
                    DateTime.UtcNow,
                    recipientPartyId: ana.StaffAccount.Id
                );
                restriction.Agree(Guid.CreateVersion7(), DateTime.UtcNow);
                db.Add(restriction);
            }
        );

    private Task WriteAsync(PersonInCare ana, Action<Glidepath.Storage.GlidepathDbContext> write) =>
        app.Store.Records.RunWholeAsync(
            RequestActor.System("test"),
            new AuditEntry(AuditAction.Create, "Patient", ana.Id),
            db =>
            {
                write(db);
                return Task.FromResult(true);
            },
            Stop
        );
}
