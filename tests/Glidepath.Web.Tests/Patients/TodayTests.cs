using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Assessments;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Tests.Shared;

namespace Glidepath.Web.Tests.Patients;

/// <summary>The page of today of somebody with more people than it looks through.</summary>
public sealed class TodayTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    [Fact]
    public async Task Every_open_safety_step_is_there_however_many_people_one_has()
    {
        var (client, account) = await app.SignedInAsync(Role.Nurse);
        // The two oldest records have no step: they are what the page cuts off.
        await FillAsync(account.Id, people: 204, withStep: i => i >= 2);
        var page = await client.GetStringAsync(new Uri("/today", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("202 people need you now.", page, StringComparison.Ordinal);
        Assert.Contains("It shows what waits for 202 of them", page, StringComparison.Ordinal);
        Assert.Contains("Every safety step that you may see is here", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_did_not_look_at_everybody_does_not_say_that_nobody_waits()
    {
        var (client, account) = await app.SignedInAsync(Role.Nurse);
        await FillAsync(account.Id, people: 201, withStep: _ => false);
        var page = await client.GetStringAsync(new Uri("/today", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("It shows what waits for 200 of them", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody waits for you right now", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing waits for you.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing is due today.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_few_people_is_told_of_no_cut()
    {
        var ana = await PersonInCare.MakeAsync(app);
        Assert.DoesNotContain("more people than this page", await ana.GetAsync("/today"), StringComparison.Ordinal);
    }

    /// <summary>People in treatment since today, of whom nothing but a step is asked; the first is the oldest record.</summary>
    private Task FillAsync(Guid nurse, int people, Func<int, bool> withStep) =>
        app.Store.Records.RunWholeAsync(
            RequestActor.System("test"),
            new AuditEntry(AuditAction.Create, "Patient"),
            db =>
            {
                var now = DateTime.UtcNow;
                var today = DateOnly.FromDateTime(now);
                for (var i = 0; i < people; i++)
                {
                    var id = Guid.CreateVersion7(new DateTimeOffset(now).AddMinutes(i - people));
                    var (episode, opened) = EpisodeOfCare.Open(Guid.CreateVersion7(), id, today, Entry());
                    db.AddRange(
                        Patient.Register(
                            id,
                            new PatientDetails
                            {
                                GivenName = "Ana",
                                FamilyName = $"Sample {i}",
                                DateOfBirth = today.AddYears(-41),
                            },
                            now,
                            nurse
                        ),
                        episode,
                        opened,
                        episode.Move(EpisodePhase.Intake, today, Entry(), readiness: CareReadiness.Ready),
                        episode.Move(EpisodePhase.Treatment, today, Entry(), readiness: CareReadiness.Ready),
                        CareTeamMember.Join(Guid.CreateVersion7(), episode, nurse, CareTeamRole.Nurse, today)
                    );
                    if (withStep(i))
                        db.Add(
                            SafetyStep.OpenForPatient(Guid.CreateVersion7(), episode, SafetyTrigger.InstrumentItem, "phq-9: 9", now, null)
                        );
                }
                return Task.FromResult(true);

                MoveEntry Entry() => new(Guid.CreateVersion7(), now, nurse, TimeZoneInfo.Utc);
            },
            TestContext.Current.CancellationToken
        );
}
