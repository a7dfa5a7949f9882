using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Storage.Privacy.Seals;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Glidepath.Web.Tests.Storage;

public sealed class SqliteSealTests : SealContract
{
    protected override string Provider => "SQLite";
}

public sealed class PostgresSealTests : SealContract
{
    protected override string Provider => "PostgreSQL";
}

/// <summary>Somebody who can write the database and has no key changes what decides access.</summary>
public abstract class SealContract : IAsyncLifetime
{
    private static readonly DateTime At = new(2026, 12, 1, 9, 30, 0, DateTimeKind.Utc);

    private static readonly Guid Doctor = Guid.CreateVersion7(),
        Thief = Guid.CreateVersion7();

    private TestStore _test = null!;
    private Guid _patient;

    protected abstract string Provider { get; }

    private Store Store => _test.Store;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _test = await TestStore.OpenAsync(Provider);
        _patient = await RecordSamples.RegisterAsync(Store, "Testperson");
        await ChangeAsync(async db =>
        {
            var episode = await db.Set<EpisodeOfCare>().SingleAsync(e => e.PatientId == _patient, Stop);
            db.Add(CareTeamMember.Join(Guid.CreateVersion7(), episode, Doctor, CareTeamRole.Prescriber, new(2026, 12, 1)));
            var restriction = Restriction.Request(Guid.CreateVersion7(), _patient, InformationCategory.TaperPlan, At);
            restriction.Agree(Doctor, At);
            db.Add(restriction);
            db.Add(new StoreFact { Name = OrganisationFacts.State, Value = "OR" });
        });
        await using var db = Store.CreateDbContext();
        db.Add(
            new UserAccount
            {
                Id = Doctor,
                UserName = "dora",
                NormalizedUserName = "DORA",
                Role = "Nurse",
                CreatedAt = At,
            }
        );
        await db.SaveChangesAsync(Stop);
    }

    public async ValueTask DisposeAsync()
    {
        await _test.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_nobody_touched_fits_and_goes_on_to_fit_when_it_is_changed_by_the_program()
    {
        Assert.Equal([Doctor], (await RelationAsync()).File.CareTeam);
        Assert.Equal("OR", (await RelationAsync()).File.State);
        await ChangeAsync(async db => (await db.Set<Restriction>().SingleAsync(Stop)).End(Doctor, "the patient wishes it", At));
        await ChangeAsync(async db => db.Remove(await db.Set<CareTeamMember>().SingleAsync(Stop)));
        await ChangeAsync(async db => (await db.StoreFacts.SingleAsync(f => f.Name == OrganisationFacts.State, Stop)).Value = "WA");
        var now = await RelationAsync();
        Assert.Equal((0, "WA"), (now.File.CareTeam.Count, now.File.State));
        Assert.NotNull(Assert.Single(now.File.Restrictions).EndedAt);
        await using (var db = Store.CreateDbContext())
        {
            (await db.Users.SingleAsync(u => u.Id == Doctor, Stop)).Role = "Prescriber";
            await db.SaveChangesAsync(Stop);
        }
        await AccountAsync();
        Assert.Null(await FaultAsync());
        Assert.Empty(Store.Seals.Findings);
    }

    public static TheoryData<string, string> OfThePatient() =>
        new()
        {
            { "Restriction", "DELETE FROM \"Restriction\"" },
            { "Restriction", "UPDATE \"Restriction\" SET \"Status\" = 'Declined'" },
            { "Restriction", "UPDATE \"Restriction\" SET \"EndedAt\" = \"RequestedAt\"" },
            { "CareTeamMember", $"UPDATE \"CareTeamMember\" SET \"AccountId\" = '{Text(Thief)}'" },
            {
                "CareTeamMember",
                $"""
                    CREATE TEMP TABLE extra AS SELECT * FROM "CareTeamMember";
                    UPDATE extra SET "Id" = '{Text(Guid.CreateVersion7())}', "AccountId" = '{Text(Thief)}';
                    INSERT INTO "CareTeamMember" SELECT * FROM extra
                    """
            },
            { "EpisodeOfCare", "DELETE FROM \"EpisodeOfCare\"" },
            { "StoreFact", "UPDATE \"StoreFacts\" SET \"Value\" = 'TX' WHERE \"Name\" = 'organisation.state'" },
            { "a head is missing", "DELETE FROM \"AccessHeads\"" },
            { "a head is altered", "UPDATE \"AccessHeads\" SET \"Tables\" = ''" },
            { "a head is altered", "UPDATE \"AccessHeads\" SET \"Version\" = \"Version\" + 1" },
        };

    [Theory]
    [MemberData(nameof(OfThePatient))]
    public async Task What_was_changed_from_outside_opens_nothing_is_found_and_is_told(string what, string sql)
    {
        await OutsideAsync(sql);
        Assert.Equal(what, (await Assert.ThrowsAsync<AccessSealException>(RelationAsync)).What);
        Assert.Contains(what, Store.Seals.Findings.Keys);
        Assert.Contains(what, await FaultAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_changed_from_outside_decides_nothing_while_the_rows_before_it_are_kept_and_is_found_when_they_are_read_anew()
    {
        Assert.Single((await RelationAsync()).File.Restrictions);
        await OutsideAsync("DELETE FROM \"Restriction\"", isOld: false);
        Assert.Single((await RelationAsync()).File.Restrictions);
        Store.Seals.Kept.Clear();
        Assert.Equal("Restriction", (await Assert.ThrowsAsync<AccessSealException>(RelationAsync)).What);
    }

    [Fact]
    public async Task Rows_are_kept_for_half_a_minute_and_only_under_the_head_that_they_were_read_under()
    {
        var clock = new FakeTimeProvider();
        var kept = new KeptAccess(clock);
        await using var db = Store.CreateDbContext();
        var head = await db.AccessHeads.AsNoTracking().SingleAsync(h => h.SubjectId == _patient, Stop);
        kept.Keep(head, clock.GetTimestamp(), new Dictionary<Type, IReadOnlyList<object>>());
        clock.Advance(KeptAccess.Longest - TimeSpan.FromTicks(1));
        Assert.NotNull(kept.Find(head));
        await ChangeAsync(async other => (await other.Set<Restriction>().SingleAsync(Stop)).End(Doctor, "the patient wishes it", At));
        Assert.Null(kept.Find(await db.AccessHeads.AsNoTracking().SingleAsync(h => h.SubjectId == _patient, Stop)));
        clock.Advance(TimeSpan.FromTicks(1));
        Assert.Null(kept.Find(head));
    }

    [Fact]
    public async Task Of_several_people_the_one_who_no_longer_fits_is_left_out_and_the_others_are_seen()
    {
        var other = await RecordSamples.RegisterAsync(Store, "Sampleperson");
        await OutsideAsync("DELETE FROM \"Restriction\"");
        var seen = await Store.Records.RunWholeAsync(
            RecordSamples.Actor,
            new AuditEntry(AuditAction.Read, "Patient"),
            db => RecordAccess.RelationsAsync(db, [_patient, other], At, Stop),
            Stop
        );
        Assert.Equal([other], seen.Keys);
        Assert.Contains("Restriction", Store.Seals.Findings.Keys);
    }

    [Theory]
    [InlineData("UPDATE \"AspNetUsers\" SET \"Role\" = 'Prescriber'")]
    [InlineData("UPDATE \"AspNetUsers\" SET \"PasswordHash\" = 'known to the thief'")]
    [InlineData("UPDATE \"AspNetUsers\" SET \"IsEnrolled\" = NOT \"IsEnrolled\"")]
    [InlineData("UPDATE \"AspNetUsers\" SET \"DisabledAt\" = \"CreatedAt\"")]
    public async Task An_account_that_was_changed_from_outside_lets_nobody_in(string sql)
    {
        await AccountAsync();
        await OutsideAsync(sql);
        await Assert.ThrowsAsync<AccessSealException>(AccountAsync);
        Assert.Contains(nameof(UserAccount), await FaultAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_was_made_from_outside_lets_nobody_in()
    {
        await OutsideAsync(
            $"""
            CREATE TEMP TABLE extra AS SELECT * FROM "AspNetUsers";
            UPDATE extra SET "Id" = '{Text(Thief)}', "UserName" = 'thief', "NormalizedUserName" = 'THIEF';
            INSERT INTO "AspNetUsers" SELECT * FROM extra
            """
        );
        await using var db = Store.CreateDbContext();
        await Assert.ThrowsAsync<AccessSealException>(() => AccountSeals.RequireAsync(db, Thief, Stop));
        Assert.Contains("a head is missing", await FaultAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_that_was_changed_from_outside_is_no_session()
    {
        byte[] key = [.. Enumerable.Repeat((byte)7, 32)];
        await using (var db = Store.CreateDbContext())
        {
            db.Add(
                new UserSession
                {
                    Id = Guid.CreateVersion7(),
                    AccountId = Doctor,
                    KeyHash = key,
                    Ticket = [1, 2, 3],
                    CreatedAt = At,
                    LastSeenAt = At,
                    ConfirmedAt = At,
                    ExpiresAt = At.AddHours(1),
                }
            );
            await db.SaveChangesAsync(Stop);
        }
        Assert.NotNull(await FindAsync());
        await OutsideAsync("UPDATE \"UserSessions\" SET \"ExpiresAt\" = '2099-01-01 00:00:00'");
        await Assert.ThrowsAsync<AccessSealException>(FindAsync);

        async Task<object?> FindAsync()
        {
            await using var db = Store.CreateDbContext();
            return await AccountSeals.FindSessionAsync(db, key, Stop);
        }
    }

    [Fact]
    public async Task A_head_put_back_from_an_older_day_with_its_rows_is_found_by_what_the_trail_says()
    {
        await OutsideAsync(
            """
            CREATE TABLE old_heads AS SELECT * FROM "AccessHeads";
            CREATE TABLE old_rows AS SELECT * FROM "Restriction"
            """
        );
        await ChangeAsync(async db => (await db.Set<Restriction>().SingleAsync(Stop)).End(Doctor, "the patient wishes it", At));
        Assert.Null(await FaultAsync());
        await OutsideAsync(
            """
            DELETE FROM "AccessHeads"; INSERT INTO "AccessHeads" SELECT * FROM old_heads;
            DELETE FROM "Restriction"; INSERT INTO "Restriction" SELECT * FROM old_rows
            """
        );
        Assert.Null(Assert.Single((await RelationAsync()).File.Restrictions).EndedAt);
        Assert.Contains("an older head was put back", await FaultAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Heads_that_are_all_gone_are_not_made_anew_at_the_next_start()
    {
        await OutsideAsync("DELETE FROM \"AccessHeads\"");
        var refused = await Assert.ThrowsAsync<StoreRefusedException>(() => StoreStart.OpenAsync(Store, demo: false, Stop));
        Assert.Equal("access.heads", refused.Rule);
    }

    [Fact]
    public async Task Many_who_change_and_read_at_once_raise_no_false_alarm()
    {
        var work = new List<Task>();
        for (var n = 0; n < 12; n++)
        {
            work.Add(
                ChangeAsync(db =>
                {
                    db.Add(Restriction.Request(Guid.CreateVersion7(), _patient, InformationCategory.Diagnoses, At));
                    return Task.CompletedTask;
                })
            );
            // In a unit that writes, PostgreSQL shows each command the store as it is at that moment.
            work.Add(
                n % 2 == 0
                    ? (Task)RelationAsync()
                    : Store.Records.RunWholeAsync(
                        RecordSamples.Actor,
                        new AuditEntry(AuditAction.Update, "Patient", _patient),
                        db => RecordAccess.RelationAsync(db, _patient, At, Stop),
                        Stop
                    )
            );
        }
        await Task.WhenAll(work);
        Assert.Equal(13, (await RelationAsync()).File.Restrictions.Count);
        Assert.Empty(Store.Seals.Findings);
        Assert.Null(await FaultAsync());
    }

    private static string Text(Guid id) => id.ToString().ToUpperInvariant();

    private async Task<PatientRelation> RelationAsync() =>
        (
            await Store.Records.RunWholeAsync(
                RecordSamples.Actor,
                new AuditEntry(AuditAction.Read, "Patient", _patient),
                db => RecordAccess.RelationAsync(db, _patient, At, Stop),
                Stop
            )
        )!;

    private async Task AccountAsync()
    {
        await using var db = Store.CreateDbContext();
        await AccountSeals.RequireAsync(db, Doctor, Stop);
    }

    private async Task<string?> FaultAsync() => (await AuditVerifier.VerifyAsync(Store, Stop)).Problem;

    private Task<bool> ChangeAsync(Func<GlidepathDbContext, Task> work) =>
        Store.Records.RunWholeAsync(
            RecordSamples.Actor,
            new AuditEntry(AuditAction.Update, "Patient", _patient),
            async db =>
            {
                await work(db);
                await db.SaveChangesAsync(Stop);
                return true;
            },
            Stop
        );

    /// <summary>With the rights of the database's owner, past what it refuses of itself.</summary>
    /// <param name="isOld">So long ago that nothing is kept that was read before.</param>
    private async Task OutsideAsync(string sql, bool isOld = true)
    {
        await RecordSamples.SqlAsync(
            Store,
            Provider == "SQLite"
                ? "PRAGMA foreign_keys = OFF;"
                    + string.Concat(
                        (
                            (string)
                                (
                                    await RecordSamples.SqlAsync(
                                        Store,
                                        "SELECT COALESCE(group_concat('DROP TRIGGER \"' || name || '\";', ' '), '') FROM sqlite_master WHERE type = 'trigger'"
                                    )
                                )!
                        )
                    )
                    + sql
                : $"SET session_replication_role = replica; {sql}; SET session_replication_role = origin"
        );
        if (isOld)
            Store.Seals.Kept.Clear();
    }
}
