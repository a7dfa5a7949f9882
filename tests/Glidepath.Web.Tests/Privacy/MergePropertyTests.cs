using CsCheck;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Medications;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Tests.Patients;
using Glidepath.Web.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Web.Tests.Privacy;

/// <summary>
/// Whatever is merged and taken apart, in whatever order: nothing is lost, and nobody sees what they could see by neither record.
/// </summary>
public sealed class MergePropertyTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    private const int Records = 5;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_merge_loses_an_entry_or_shows_it_to_somebody_who_could_see_neither_record()
    {
        var people = new List<PersonInCare>();
        for (var i = 0; i < Records; i++)
            people.Add(await PersonInCare.MakeAsync(app));
        await WholeAsync(db =>
        {
            foreach (var person in people)
                db.Add(
                    MedicationStatement.Record(
                        Guid.CreateVersion7(),
                        person.Episode,
                        new MedicationDetails("clonazepam", "1 mg bedtime", false, MedicationSource.Person),
                        DateOnly.FromDateTime(DateTime.UtcNow),
                        DateTime.UtcNow,
                        person.StaffAccount.Id
                    )
                );
            return Task.FromResult(true);
        });
        // 0 to 4 with themselves and each other, joined or not; 5 takes a merge apart.
        var step = Gen.Select(Gen.Int[0, Records], Gen.Int[0, Records - 1], Gen.Bool);
        await step.Array[1, 8].SampleAsync(steps => HoldsAsync(people, steps), iter: 15, threads: 1);
    }

    private async Task<bool> HoldsAsync(List<PersonInCare> people, (int From, int To, bool Joined)[] steps)
    {
        // Also where the case before failed.
        foreach (var left in people)
        foreach (
            var link in PatientLink
                .Standing(await PersonInCare.StoredAsync<PatientLink>(app, left.Id))
                .Where(l => l.Kind is PatientLinkKind.ReplacedBy)
        )
            await ApartAsync(link.MergeId);
        var standing = new List<(int From, int To, bool Joined, Guid Merge)>();
        foreach (var (from, to, joined) in steps)
            if (from == Records)
            {
                if (standing.Count == 0)
                    continue;
                await ApartAsync(standing[to % standing.Count].Merge);
                standing.RemoveAt(to % standing.Count);
            }
            else
            {
                var mayBe = from != to && !standing.Exists(s => s.From == from || s.From == to);
                Assert.Equal(mayBe, await TryMergeAsync(people[from].Id, people[to].Id, joined) is { } merge);
                if (mayBe)
                    standing.Add((from, to, joined, await LastMergeAsync(people[from].Id)));
            }
        await WholeAsync(async db =>
        {
            var now = DateTime.UtcNow;
            var ids = people.ConvertAll(p => p.Id);
            var relations = await RecordAccess.RelationsAsync(db, ids, now, Stop);
            for (var record = 0; record < Records; record++)
            {
                var sees = Reached(standing, record);
                for (var who = 0; who < Records; who++)
                {
                    var actor = new Actor(people[who].StaffAccount.Id, Role.Nurse);
                    Assert.Equal(
                        sees.Contains(who),
                        AccessPolicy.Decide(actor, relations[ids[record]], AccessAction.Read, DataClass.Medications, now).IsAllowed
                    );
                }
                // Shown on exactly one record: the one that goes on.
                Assert.Single(ids, id => relations[id].GoesOn is null && db.RecordsOf(id).Contains(ids[record]));
            }
            Assert.Equal(Records, await db.Of<MedicationStatement>(ids).CountAsync(Stop));
            return true;
        });
        return true;
    }

    /// <summary>By hand: from a record along merges that joined the teams, either way.</summary>
    private static HashSet<int> Reached(List<(int From, int To, bool Joined, Guid Merge)> standing, int record)
    {
        var reached = new HashSet<int> { record };
        for (var before = 0; before != reached.Count; )
        {
            before = reached.Count;
            foreach (var (from, to, _, _) in standing.Where(s => s.Joined))
                if (reached.Contains(from) || reached.Contains(to))
                    reached.UnionWith([from, to]);
        }
        return reached;
    }

    private async Task<Guid?> TryMergeAsync(Guid replaced, Guid goesOn, bool joined)
    {
        try
        {
            await WholeAsync(async db =>
            {
                var links = await db.Set<PatientLink>()
                    .AsNoTracking()
                    .Where(l => l.PatientId == replaced || l.PatientId == goesOn)
                    .ToListAsync(Stop);
                db.AddRange(
                    PatientLink.Merge(
                        replaced,
                        goesOn,
                        joined,
                        "one person",
                        [.. PatientLink.Standing(links)],
                        DateTime.UtcNow,
                        Guid.CreateVersion7()
                    )
                );
                return true;
            });
            return replaced;
        }
        catch (RuleViolationException)
        {
            return null;
        }
    }

    private async Task<Guid> LastMergeAsync(Guid replaced) =>
        PatientLink
            .Standing(await PersonInCare.StoredAsync<PatientLink>(app, replaced))
            .Single(l => l.Kind is PatientLinkKind.ReplacedBy)
            .MergeId;

    private Task<bool> ApartAsync(Guid merge) =>
        WholeAsync(async db =>
        {
            var links = await db.Set<PatientLink>().AsNoTracking().Where(l => l.MergeId == merge).ToListAsync(Stop);
            db.AddRange(PatientLink.Standing(links).Select(l => l.TakeApart("two people", DateTime.UtcNow, Guid.CreateVersion7())));
            return true;
        });

    private Task<bool> WholeAsync(Func<GlidepathDbContext, Task<bool>> work) =>
        app.Store.Records.RunWholeAsync(RequestActor.System("test"), new AuditEntry(AuditAction.Create, "test"), work, Stop);
}
