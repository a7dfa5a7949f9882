using System.Net;
using Glidepath.Application.Tapering;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Tapering;
using Glidepath.Web.Tests.Patients;
using Glidepath.Web.Tests.Shared;
using Glidepath.Web.Tests.Storage;
using Glidepath.Web.Tests.Tapering;
using Npgsql;

namespace Glidepath.Web.Tests.Monitoring;

public sealed class SqliteAtOnceTests : AtOnceContract
{
    protected override bool IsPostgres => false;
}

public sealed class PostgresAtOnceTests : AtOnceContract
{
    protected override bool IsPostgres => true;
}

/// <summary>
/// What two do at one moment, on either store: the first has written and not yet committed when the second comes. SQLite lets the second
/// begin after it; on PostgreSQL both have read the same, and the second waits in the middle of its own.
/// </summary>
public abstract class AtOnceContract : IAsyncLifetime
{
    private GlidepathApp _app = null!;

    private string? _database;

    protected abstract bool IsPostgres { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private DateTime Now => _app.Store.Clock.GetUtcNow().UtcDateTime;

    public async ValueTask InitializeAsync()
    {
        _database = IsPostgres ? await TestStore.CreateDatabaseAsync(isEmpty: true) : null;
        _app = new GlidepathApp { Postgres = _database };
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        if (_database is not null)
            await TestStore.DropDatabaseAsync(_database);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Of_two_first_approvals_one_is_the_course_and_the_other_is_told_so()
    {
        var ana = await PersonInCare.MakeAsync(_app, Role.Prescriber);
        var today = _app.Store.Today;
        var page = $"{await CourseTests.KeptAsync(ana, CourseTests.Answers)}/approve";
        var form = FormOf(await ana.GetAsync(page), "begins");
        var (entry, plan) = (new Entry(Guid.CreateVersion7(), Now, ana.StaffAccount.Id), CourseTests.Plan(today));
        using var second = await MeetAsync(
            ana.Id,
            db =>
            {
                var draft = TaperDraft.Keep(ana.Episode, new Dictionary<string, string>(), plan, CourseWords.Kept.OfStep, entry);
                var (file, version, approved) = CourseFile.Begin(
                    draft,
                    plan,
                    CourseWords.Kept,
                    new(VersionKind.Planned, "The other one's.", today),
                    today,
                    entry with
                    {
                        Id = Guid.CreateVersion7(),
                    }
                );
                db.AddRange(draft, file.Course, version, approved);
                return Task.CompletedTask;
            },
            () =>
                GlidepathApp.Submit(
                    ana.Staff,
                    page,
                    form,
                    ("kind", nameof(VersionKind.Planned)),
                    ("begins", CourseTests.Iso(today)),
                    ("why", "As agreed.")
                )
        );
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Contains("Someone else changed this while you were writing", await second.Content.ReadAsStringAsync(Stop));
        Assert.Single(await PersonInCare.StoredAsync<TaperCourse>(_app, ana.Id));
        Assert.Equal("The other one's.", Assert.Single(await PersonInCare.StoredAsync<TaperVersion>(_app, ana.Id)).Why);
    }

    [Fact]
    public async Task A_check_in_that_meets_the_engine_is_taken_all_the_same()
    {
        var ana = await PersonInCare.MakeAsync(_app);
        var own = await OwnAsync(ana);
        using (await SendAsync(own, nameof(SinceLast.Fall))) { }
        var form = FormOf(await own.GetStringAsync(Mine, Stop), "since");
        using var sent = await MeetAsync(
            ana.Id,
            async db =>
                (
                    await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.SingleAsync(
                        db.Set<Alert>().Where(a => a.PatientId == ana.Id),
                        Stop
                    )
                ).HandOver(Now),
            () => GlidepathApp.Submit(own, "/me/check-in", form, ("since", nameof(SinceLast.Alcohol)))
        );
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Equal(2, (await PersonInCare.StoredAsync<CheckIn>(_app, ana.Id)).Count);
        Assert.Equal(2, Assert.Single(await PersonInCare.StoredAsync<Alert>(_app, ana.Id)).Reasons.Count);
    }

    [Fact]
    public async Task What_two_tell_of_one_cause_is_one_open_alert()
    {
        var ana = await PersonInCare.MakeAsync(_app);
        var own = await OwnAsync(ana);
        var form = FormOf(await own.GetStringAsync(Mine, Stop), "since");
        using var sent = await MeetAsync(
            ana.Id,
            db =>
            {
                db.Add(
                    Alert.Open(
                        ana.Episode,
                        new(AlertCause.Happened, AlertLevel.Today, "A fall", Guid.Empty),
                        new(Guid.CreateVersion7(), Now, ana.StaffAccount.Id),
                        isSeen: false,
                        _app.Store.Zone
                    )
                );
                return Task.CompletedTask;
            },
            () => GlidepathApp.Submit(own, "/me/check-in", form, ("since", nameof(SinceLast.Alcohol)))
        );
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Equal(2, Assert.Single(await PersonInCare.StoredAsync<Alert>(_app, ana.Id)).Reasons.Count);
    }

    private static Uri Mine => new("/me/check-in", UriKind.Relative);

    private async Task<HttpClient> OwnAsync(PersonInCare person) => (await _app.SignedInAsync(Role.Patient, person.Id)).Client;

    private static Task<HttpResponseMessage> SendAsync(HttpClient own, string since) =>
        GlidepathApp.Send(own, "/me/check-in", ("since", since));

    private static string FormOf(string html, string field) =>
        GlidepathApp.FormIn().Matches(html).Select(m => m.Value).First(f => f.Contains($"name=\"{field}\"", StringComparison.Ordinal));

    /// <summary>The second begins when the first has written, and the first ends when the second waits for it, or is done.</summary>
    private async Task<T> MeetAsync<T>(Guid patientId, Func<GlidepathDbContext, Task> first, Func<Task<T>> second)
    {
        var (written, go) = (Source(), Source());
        var holding = _app.Store.Records.RunWholeAsync(
            RequestActor.System("test"),
            new AuditEntry(AuditAction.Update, "Patient", patientId),
            async db =>
            {
                await first(db);
                await db.SaveChangesAsync(Stop);
                written.SetResult();
                await go.Task;
                return true;
            },
            Stop
        );
        await await Task.WhenAny(written.Task, holding);
        var meeting = Task.Run(second, Stop);
        while (_database is not null && !meeting.IsCompleted && !await WaitsAsync())
            await Task.Delay(20, Stop);
        go.SetResult();
        await holding;
        return await meeting;

        static TaskCompletionSource Source() => new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>Someone waits for a row, or an entry of an index, of another.</summary>
    private async Task<bool> WaitsAsync()
    {
        await using var connection = new NpgsqlConnection(_database);
        await connection.OpenAsync(Stop);
        await using var command = new NpgsqlCommand(
            "SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock')",
            connection
        );
        return (bool)(await command.ExecuteScalarAsync(Stop))!;
    }
}
