using System.Data.Common;
using System.Globalization;
using CsCheck;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Web.Tests.Storage;

public sealed class SqliteAuditPropertyTests : AuditPropertyContract
{
    protected override string Provider => "SQLite";
}

public sealed class PostgresAuditPropertyTests : AuditPropertyContract
{
    protected override string Provider => "PostgreSQL";
}

/// <summary>
/// Somebody with the database and without the audit key, triggers dropped: whatever single thing they do to the audit is found.
/// </summary>
public abstract class AuditPropertyContract : IAsyncLifetime
{
    private const int Rows = 12;

    private static readonly string[] Columns =
    [
        "Sequence",
        "At",
        "ActorId",
        "ActorRole",
        "Action",
        "Target",
        "TargetId",
        "PatientId",
        "Outcome",
        "Reason",
        "RequestId",
        "Heads",
        "Mac",
    ];
    private static readonly string[] HeadColumns = ["Count", "Mac", "Seal"];

    private readonly List<object[]> _heads = [];
    private TestStore _test = null!;
    private List<object[]> _rows = [];

    protected abstract string Provider { get; }

    private Store Store => _test.Store;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _test = await TestStore.OpenAsync(Provider);
        // The start wrote the first two rows at once: there is no end of the first alone.
        _heads.Add([]);
        for (var i = 3; i <= Rows; i++)
        {
            _heads.AddRange(await ReadAsync("AuditHeads", HeadColumns));
            if (i == 8)
            {
                await ChangeWhatDecidesAsync();
                continue;
            }
            await Store.Records.NoteAsync(
                new RequestActor(i % 3 == 0 ? null : Guid.CreateVersion7(), i % 2 == 0 ? "Nurse" : "Prescriber", $"r{i}"),
                new AuditEntry(
                    i % 2 == 0 ? AuditAction.Read : AuditAction.Print,
                    $"Patient{i}",
                    i % 4 == 0 ? null : Guid.CreateVersion7(),
                    i % 5 == 0 ? Guid.CreateVersion7() : null,
                    Reason: $"basis{i}"
                ),
                Stop
            );
        }
        _heads.AddRange(await ReadAsync("AuditHeads", HeadColumns));
        _rows = await ReadAsync("AuditEvents", Columns);
        await DropTriggersAsync();
    }

    /// <summary>One row, which names the head that it leaves.</summary>
    private Task<int> ChangeWhatDecidesAsync() =>
        Store.Records.RunAsync(
            RecordSamples.Actor,
            new AuditEntry(AuditAction.Configure, nameof(StoreFact)),
            db =>
            {
                db.Add(new StoreFact { Name = OrganisationFacts.State, Value = "OR" });
                return Task.FromResult(0);
            },
            Stop
        );

    public async ValueTask DisposeAsync()
    {
        await _test.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Any_single_edit_of_any_column_is_found()
    {
        await HoldsAsync();
        await Gen.Select(Gen.Int[0, Rows - 1], Gen.Int[0, Columns.Length - 1], Gen.Int[1, 100])
            .SampleAsync(
                async (row, column, salt) =>
                {
                    var changed = Copy(_rows);
                    changed[row][column] = Other(Columns[column], changed[row][column], salt);
                    await IsFoundAsync(changed, $"{Columns[column]} of row {row + 1}");
                },
                iter: Gate.Cases(80),
                threads: 1
            );
    }

    [Fact]
    public async Task Each_column_edited_once_in_every_row_or_a_quarter_of_these_is_found()
    {
        var cells = Enumerable.Range(0, Rows).SelectMany(r => Enumerable.Range(0, Columns.Length).Select(c => (r, c)));
        foreach (var (row, column) in Gate.Part([.. cells]))
        {
            var changed = Copy(_rows);
            changed[row][column] = Other(Columns[column], changed[row][column], 7);
            await IsFoundAsync(changed, $"{Columns[column]} of row {row + 1}");
        }
        await HoldsAsync();
    }

    [Fact]
    public async Task A_row_deleted_swapped_or_put_in_is_found() =>
        await Gen.Select(Gen.Int[0, 3], Gen.Int[0, Rows - 1], Gen.Int[1, Rows - 1])
            .SampleAsync(
                async (kind, one, apart) =>
                {
                    var (rows, other) = (Copy(_rows), (one + apart) % Rows);
                    switch (kind)
                    {
                        case 0:
                            rows.RemoveAt(one);
                            break;
                        case 1:
                            (rows[one][0], rows[other][0]) = (rows[other][0], rows[one][0]);
                            break;
                        case 2:
                            // At the end, a copy of what was.
                            rows.Add([.. rows[one]]);
                            rows[^1][0] = (long)(Rows + 1);
                            break;
                        default:
                            // In the midst, and those after it numbered anew.
                            rows.Insert(one, [.. rows[other]]);
                            for (var i = 0; i < rows.Count; i++)
                                rows[i][0] = (long)(i + 1);
                            break;
                    }
                    await IsFoundAsync(rows, $"kind {kind} at {one + 1}, {other + 1}");
                },
                iter: Gate.Cases(60),
                threads: 1
            );

    [Fact]
    public async Task A_chain_cut_short_is_found_and_with_its_old_end_put_back_by_the_anchors()
    {
        for (var left = 0; left < Rows; left++)
            await IsFoundAsync(_rows[..left], $"{left} rows left");
        // The sealed end of an earlier moment fits the shorter chain: without an anchor nothing tells.
        await WriteAsync("AuditHeads", HeadColumns, [_heads[4]], withId: true);
        await WriteAsync("AuditEvents", Columns, _rows[..5], withId: false);
        Assert.True((await AuditVerifier.VerifyAsync(Store, Stop)).Holds);
        await WriteAsync("AuditHeads", HeadColumns, [_heads[^1]], withId: true);
        await HoldsAsync();
        await AnchorFile.AppendAsync(Store, Stop);
        await HoldsAsync();
        for (var left = 2; left < Rows; left++)
        {
            await WriteAsync("AuditHeads", HeadColumns, [_heads[left - 1]], withId: true);
            await IsFoundAsync(_rows[..left], $"{left} rows left, old end put back");
        }
    }

    [Fact]
    public async Task An_end_that_was_edited_is_found_and_nothing_is_added_after_it() =>
        await Gen.Select(Gen.Int[0, 2], Gen.Int[1, 100])
            .SampleAsync(
                async (column, salt) =>
                {
                    var head = (object[])_heads[^1].Clone();
                    head[column] = Other(HeadColumns[column], head[column], salt);
                    await WriteAsync("AuditHeads", HeadColumns, [head], withId: true);
                    await IsFoundAsync(_rows, $"{HeadColumns[column]} of the end");
                    Assert.Equal(
                        "audit.head",
                        (
                            await Assert.ThrowsAsync<StoreRefusedException>(() =>
                                Store.Records.NoteAsync(RecordSamples.Actor, new AuditEntry(AuditAction.Read, "x"), Stop)
                            )
                        ).Rule
                    );
                },
                iter: 20,
                threads: 1
            );

    private async Task HoldsAsync()
    {
        await WriteAsync("AuditEvents", Columns, _rows, withId: false);
        var verdict = await AuditVerifier.VerifyAsync(Store, Stop);
        Assert.True(verdict.Holds, verdict.Problem);
    }

    private async Task IsFoundAsync(List<object[]> rows, string what)
    {
        await WriteAsync("AuditEvents", Columns, rows, withId: false);
        var verdict = await AuditVerifier.VerifyAsync(Store, Stop);
        Assert.False(verdict.Holds, "not found: " + what);
    }

    private static List<object[]> Copy(List<object[]> rows) => [.. rows.Select(r => (object[])r.Clone())];

    /// <summary>Another value of the kind that stands there, as either database gives it.</summary>
    private static object Other(string column, object value, int salt) =>
        (column, value) switch
        {
            ("Sequence", _) => (long)(Rows + 100 + salt),
            ("Count", _) => Convert.ToInt64(value, CultureInfo.InvariantCulture) + salt,
            ("At", DateTime at) => at.AddMilliseconds(salt),
            ("At", string at) => DateTime
                .Parse(at, CultureInfo.InvariantCulture)
                .AddMilliseconds(salt)
                .ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
            (_, byte[] mac) => (byte[])[.. mac[..(salt % 32)], (byte)(mac[salt % 32] ^ 1), .. mac[(salt % 32 + 1)..]],
            ("Action", string action) => salt % 2 == 0 ? "NoSuchAction"
            : action == "Read" ? "Export"
            : "Read",
            ("Outcome", string outcome) => salt % 2 == 0 ? ""
            : outcome == "Permitted" ? "Refused"
            : "Permitted",
            ("ActorId" or "TargetId" or "PatientId", not DBNull) => salt % 2 == 0 ? DBNull.Value
            : value is Guid ? Guid.CreateVersion7()
            : Guid.CreateVersion7().ToString().ToUpperInvariant(),
            ("ActorId" or "TargetId" or "PatientId", _) => Guid.CreateVersion7(),
            ("Heads", DBNull) => "a head",
            (_, string text) => text.Length > 0 && salt % 2 == 0 ? text[1..] : text + (char)('a' + salt % 26),
            _ => throw new NotSupportedException(column),
        };

    private async Task DropTriggersAsync()
    {
        foreach (
            var statement in Provider == "SQLite"
                ? new[] { """DROP TRIGGER "AuditEvents_no_update" """, """DROP TRIGGER "AuditEvents_no_delete" """ }
                : ["""DROP TRIGGER "AuditEvents_append_only" ON "AuditEvents" """]
        )
            await RecordSamples.SqlAsync(Store, statement);
    }

    private async Task<List<object[]>> ReadAsync(string table, string[] columns)
    {
        await using var db = Store.CreateDbContext();
        await db.Database.OpenConnectionAsync(Stop);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT {Names(columns)} FROM \"{table}\" ORDER BY 1";
        await using var reader = await command.ExecuteReaderAsync(Stop);
        var rows = new List<object[]>();
        while (await reader.ReadAsync(Stop))
        {
            var row = new object[columns.Length];
            reader.GetValues(row);
            rows.Add(row);
        }
        return rows;
    }

    private async Task WriteAsync(string table, string[] columns, List<object[]> rows, bool withId)
    {
        await using var db = Store.CreateDbContext();
        await db.Database.OpenConnectionAsync(Stop);
        await using var transaction = await db.Database.GetDbConnection().BeginTransactionAsync(Stop);
        await RunAsync(transaction, $"DELETE FROM \"{table}\"", []);
        foreach (var row in rows)
            await RunAsync(
                transaction,
                $"INSERT INTO \"{table}\" ({Names(columns)}{(withId ? ", \"Id\"" : "")}) VALUES "
                    + $"({string.Join(", ", columns.Select((_, i) => "@p" + i))}{(withId ? ", 1" : "")})",
                row
            );
        await transaction.CommitAsync(Stop);
    }

    private static async Task RunAsync(DbTransaction transaction, string sql, object[] values)
    {
        await using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        foreach (var (value, i) in values.Select((v, i) => (v, i)))
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("@p" + i, value);
            command.Parameters.Add(parameter);
        }
        await command.ExecuteNonQueryAsync(Stop);
    }

    private static string Names(string[] columns) => string.Join(", ", columns.Select(c => $"\"{c}\""));
}
