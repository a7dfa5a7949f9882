using System.Collections.Concurrent;
using System.Linq.Expressions;
using Glidepath.Storage.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Glidepath.Storage;

/// <summary>
/// A query that runs with most requests. EF Core makes it ready once for each model; otherwise it would build the expression, take it to
/// pieces and look for its like each time, which costs more than the store takes to answer. Every guard of the context holds as ever.
/// Keep it in a static field: what it is given is its only parameter, and whatever else it names is read once.
/// </summary>
/// <typeparam name="TGiven">An id, a list of them, or a value.</typeparam>
/// <typeparam name="TRow">Whole entries, or parts of them.</typeparam>
public sealed class HotQuery<TGiven, TRow> : IHotQuery
{
    private readonly ConcurrentDictionary<IModel, Func<GlidepathDbContext, TGiven, IAsyncEnumerable<TRow>>> _ready = [];
    private readonly Expression<Func<GlidepathDbContext, TGiven, IQueryable<TRow>>> _query;
    private readonly AskedOfRecord _asked;

    /// <param name="query">May ask the record by <see cref="RecordQueries.Deciding{T}"/>, and by
    /// <see cref="RecordQueries.Of{T}(GlidepathDbContext, IReadOnlyCollection{Guid})"/> of the ids that it is given: they are checked and
    /// noted each time, before it runs.</param>
    /// <exception cref="NotSupportedException">It names its patients by something else than what it is given.</exception>
    public HotQuery(Expression<Func<GlidepathDbContext, TGiven, IQueryable<TRow>>> query)
    {
        _asked = new AskedOfRecord(query.Parameters[1]);
        _query = (Expression<Func<GlidepathDbContext, TGiven, IQueryable<TRow>>>)_asked.Visit(query);
        HotQueries.Add(this);
    }

    /// <exception cref="UngrantedAccessException">The kind was not granted for one of the patients that it names.</exception>
    /// <exception cref="UnauditedAccessException">It asks the record, and no unit of work is open.</exception>
    public Task<List<TRow>> ToListAsync(GlidepathDbContext db, TGiven given, CancellationToken cancellationToken)
    {
        _asked.Require(db, given);
        var ready = _ready.GetOrAdd(db.Model, static (_, query) => EF.CompileAsyncQuery(query), _query);
        return HotQueries.AllAsync(ready(db, given), cancellationToken);
    }

    Task IHotQuery.AskForNobodyAsync(GlidepathDbContext db, CancellationToken cancellationToken) =>
        HotQueries.Nobody(typeof(TGiven)) is TGiven given ? ToListAsync(db, given, cancellationToken) : Task.CompletedTask;
}

/// <summary>As <see cref="HotQuery{TGiven, TRow}"/>, given two things.</summary>
public sealed class HotQuery<TGiven, TAlso, TRow> : IHotQuery
{
    private readonly ConcurrentDictionary<IModel, Func<GlidepathDbContext, TGiven, TAlso, IAsyncEnumerable<TRow>>> _ready = [];
    private readonly Expression<Func<GlidepathDbContext, TGiven, TAlso, IQueryable<TRow>>> _query;
    private readonly AskedOfRecord _asked;

    /// <param name="query">May ask the record by <see cref="RecordQueries.Deciding{T}"/>, and name its patients by what it is given
    /// first.</param>
    /// <exception cref="NotSupportedException">It names its patients by something else.</exception>
    public HotQuery(Expression<Func<GlidepathDbContext, TGiven, TAlso, IQueryable<TRow>>> query)
    {
        _asked = new AskedOfRecord(query.Parameters[1]);
        _query = (Expression<Func<GlidepathDbContext, TGiven, TAlso, IQueryable<TRow>>>)_asked.Visit(query);
        HotQueries.Add(this);
    }

    /// <inheritdoc cref="HotQuery{TGiven, TRow}.ToListAsync"/>
    public Task<List<TRow>> ToListAsync(GlidepathDbContext db, TGiven given, TAlso also, CancellationToken cancellationToken)
    {
        _asked.Require(db, given);
        var ready = _ready.GetOrAdd(db.Model, static (_, query) => EF.CompileAsyncQuery(query), _query);
        return HotQueries.AllAsync(ready(db, given, also), cancellationToken);
    }

    Task IHotQuery.AskForNobodyAsync(GlidepathDbContext db, CancellationToken cancellationToken) =>
        HotQueries.Nobody(typeof(TGiven)) is TGiven given && HotQueries.Nobody(typeof(TAlso)) is TAlso also
            ? ToListAsync(db, given, also, cancellationToken)
            : Task.CompletedTask;
}

internal interface IHotQuery
{
    /// <summary>So that it is ready when somebody is asked for.</summary>
    Task AskForNobodyAsync(GlidepathDbContext db, CancellationToken cancellationToken);
}

/// <summary>All of this process.</summary>
internal static class HotQueries
{
    private static readonly ConcurrentQueue<IHotQuery> All = [];

    public static void Add(IHotQuery query) => All.Enqueue(query);

    public static async Task<List<T>> AllAsync<T>(IAsyncEnumerable<T> asked, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        await foreach (var row in asked.WithCancellation(cancellationToken))
            rows.Add(row);
        return rows;
    }

    /// <returns>Null where there is none of this type.</returns>
    public static object? Nobody(Type given) =>
        given == typeof(Guid) ? Guid.Empty
        : given == typeof(List<Guid>) ? new List<Guid> { Guid.Empty }
        : given == typeof(byte[]) ? Array.Empty<byte>()
        : given == typeof(long) ? long.MaxValue
        : given == typeof(int) ? 0
        : given == typeof(DateOnly) ? DateOnly.MinValue
        : null;

    public static async Task AskForNobodyAsync(GlidepathDbContext db, CancellationToken cancellationToken)
    {
        foreach (var query in All)
            await query.AskForNobodyAsync(db, cancellationToken);
    }
}

/// <summary>One expression in place of a parameter.</summary>
public sealed class Instead(ParameterExpression of, Expression by) : ExpressionVisitor
{
    protected override Expression VisitParameter(ParameterExpression node) => node == of ? by : node;
}
