using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
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
    private readonly List<Action<GlidepathDbContext, TGiven>> _before;

    /// <param name="query">May ask the record by <see cref="RecordQueries.Deciding{T}"/>, and by
    /// <see cref="RecordQueries.Of{T}(GlidepathDbContext, IReadOnlyCollection{Guid})"/> of the ids that it is given: they are checked and
    /// noted each time, before it runs.</param>
    /// <exception cref="NotSupportedException">It names its patients by something else than what it is given.</exception>
    public HotQuery(Expression<Func<GlidepathDbContext, TGiven, IQueryable<TRow>>> query)
    {
        var asked = new Asked(query.Parameters[1]);
        _query = (Expression<Func<GlidepathDbContext, TGiven, IQueryable<TRow>>>)asked.Visit(query);
        _before = asked.Before;
        HotQueries.Add(this);
    }

    /// <exception cref="UngrantedAccessException">The kind was not granted for one of the patients that it names.</exception>
    /// <exception cref="UnauditedAccessException">It asks the record, and no unit of work is open.</exception>
    public async Task<List<TRow>> ToListAsync(GlidepathDbContext db, TGiven given, CancellationToken cancellationToken)
    {
        foreach (var before in _before)
            before(db, given);
        var ready = _ready.GetOrAdd(db.Model, static (_, query) => EF.CompileAsyncQuery(query), _query);
        var rows = new List<TRow>();
        await foreach (var row in ready(db, given).WithCancellation(cancellationToken))
            rows.Add(row);
        return rows;
    }

    async Task IHotQuery.AskForNobodyAsync(GlidepathDbContext db, CancellationToken cancellationToken)
    {
        var nobody =
            typeof(TGiven) == typeof(Guid) ? (object)Guid.Empty
            : typeof(TGiven) == typeof(List<Guid>) ? new List<Guid> { Guid.Empty }
            : typeof(TGiven) == typeof(byte[]) ? Array.Empty<byte>()
            : typeof(TGiven) == typeof(long) ? long.MaxValue
            : null;
        if (nobody is TGiven given)
            await ToListAsync(db, given, cancellationToken);
    }

    /// <summary>Puts in place of the ways to ask the record what they do, since a ready query cannot call them.</summary>
    private sealed class Asked(ParameterExpression given) : ExpressionVisitor
    {
        private static readonly MethodInfo SetOf = typeof(Asked).GetMethod(nameof(Set), BindingFlags.Static | BindingFlags.NonPublic)!;
        private static readonly MethodInfo NamedOf = typeof(Asked).GetMethod(nameof(Named), BindingFlags.Static | BindingFlags.NonPublic)!;

        public List<Action<GlidepathDbContext, TGiven>> Before { get; } = [];

        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            if (node.Method.DeclaringType != typeof(RecordQueries))
                return base.VisitMethodCall(node);
            var record = node.Method.GetGenericArguments()[0];
            var db = Visit(node.Arguments[0]);
            switch (node.Method.Name)
            {
                case nameof(RecordQueries.Deciding):
                    Before.Add(
                        (context, _) =>
                        {
                            if (context.Scope is null)
                                throw new UnauditedAccessException(record.Name);
                        }
                    );
                    return (Expression)SetOf.MakeGenericMethod(record).Invoke(null, [db])!;
                case nameof(RecordQueries.Of) when Bare(node.Arguments[1]) == given:
                    Before.Add(
                        (context, ids) =>
                        {
                            var scope = context.Scope ?? throw new UnauditedAccessException(record.Name);
                            foreach (var id in ids is Guid one ? [one] : (IEnumerable<Guid>)ids!)
                                scope.Load(id, record, record.Name);
                        }
                    );
                    return (Expression)NamedOf.MakeGenericMethod(record).Invoke(null, [db, given])!;
                default:
                    throw new NotSupportedException($"A ready query names its patients by what it is given: {node}");
            }
        }

        private static Expression Bare(Expression of) =>
            of is UnaryExpression { NodeType: ExpressionType.Convert } cast ? cast.Operand : of;

        private static Expression Set<T>(Expression db)
            where T : class, IPatientRecord
        {
            Expression<Func<GlidepathDbContext, IQueryable<T>>> set = context => context.Set<T>().TagWith(RecordQueries.Decides);
            return new Instead(set.Parameters[0], db).Visit(set.Body);
        }

        private static Expression Named<T>(Expression db, ParameterExpression given)
            where T : class, IPatientRecord
        {
            // Of a person the id is the patient's.
            var id = typeof(T) == typeof(Patient) ? nameof(Patient.Id) : nameof(IPatientRecord.PatientId);
            if (given.Type == typeof(Guid))
            {
                Expression<Func<GlidepathDbContext, Guid, IQueryable<T>>> one = (context, patientId) =>
                    context.Set<T>().AsNoTracking().TagWith(RecordQueries.Names).Where(r => EF.Property<Guid>(r, id) == patientId);
                return new Instead(one.Parameters[1], given).Visit(new Instead(one.Parameters[0], db).Visit(one.Body));
            }
            Expression<Func<GlidepathDbContext, List<Guid>, IQueryable<T>>> many = (context, patientIds) =>
                context.Set<T>().AsNoTracking().TagWith(RecordQueries.Names).Where(r => patientIds.Contains(EF.Property<Guid>(r, id)));
            return new Instead(many.Parameters[1], given).Visit(new Instead(many.Parameters[0], db).Visit(many.Body));
        }
    }
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
