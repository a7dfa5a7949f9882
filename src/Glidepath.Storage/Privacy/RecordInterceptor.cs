using System.Collections.Concurrent;
using System.Data.Common;
using System.Linq.Expressions;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Query;

namespace Glidepath.Storage.Privacy;

/// <summary>
/// Refuses commands on tables of patients outside a scope, and in one those of a kind that was granted for nobody. What each entry is asked
/// is in <see cref="EntryLoad"/>.
/// </summary>
internal sealed class RecordInterceptor : DbCommandInterceptor, IQueryExpressionInterceptor
{
    // Quoted names of the tables that hold IPatientRecord entities and what they hold, by context type.
    private readonly ConcurrentDictionary<Type, (string Table, DataClass Holds)[]> _tables = [];

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command,
        CommandEventData data,
        InterceptionResult<DbDataReader> result
    ) => Require(command, data, result);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData data,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    ) => new(Require(command, data, result));

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData data, InterceptionResult<int> result) =>
        Require(command, data, result);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData data,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    ) => new(Require(command, data, result));

    public override InterceptionResult<object> ScalarExecuting(
        DbCommand command,
        CommandEventData data,
        InterceptionResult<object> result
    ) => Require(command, data, result);

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command,
        CommandEventData data,
        InterceptionResult<object> result,
        CancellationToken cancellationToken = default
    ) => new(Require(command, data, result));

    /// <summary>A query that brings no entries, but a part of them, a count or a yes, names its patients first.</summary>
    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
    {
        var brings = queryExpression.Type;
        if (brings.IsGenericType && typeof(IQueryable).IsAssignableFrom(brings))
            brings = brings.GetGenericArguments()[0];
        if (typeof(IPatientRecord).IsAssignableFrom(brings))
            return queryExpression;
        var seen = new Roots();
        seen.Visit(queryExpression);
        if (seen.Record is not { } record || seen.IsNamed)
            return queryExpression;
        throw eventData.Context is GlidepathDbContext { Scope: null }
            ? new UnauditedAccessException(record.Name)
            : new UnnamedPatientsException(record.Name);
    }

    private T Require<T>(DbCommand command, CommandEventData data, T result)
    {
        // Migrations make and change tables, not records.
        if (data.CommandSource == CommandSource.Migrations || data.Context is not GlidepathDbContext { Scope: var scope } db)
            return result;
        if (scope is { IsDeciding: true } || command.CommandText.Contains(RecordQueries.Decides, StringComparison.Ordinal))
            return scope is null ? throw new UnauditedAccessException("A record") : result;
        var tables = _tables.GetOrAdd(
            db.GetType(),
            static (_, model) =>
                [
                    .. model
                        .GetEntityTypes()
                        .Where(e => typeof(IPatientRecord).IsAssignableFrom(e.ClrType))
                        .Select(e => ($"\"{e.GetTableName()}\"", RecordClasses.Of(e.ClrType))),
                ],
            db.Model
        );
        foreach (var (table, holds) in tables)
            if (command.CommandText.Contains(table, StringComparison.Ordinal))
            {
                if (scope is null)
                    throw new UnauditedAccessException(table);
                if (!scope.Grants.MayLoadAny(holds) && IsTouched(command.CommandText, table))
                    throw new UngrantedAccessException(table, holds.ToString(), "asked for");
            }
        return result;
    }

    /// <summary>A column may have the name of a table.</summary>
    private static bool IsTouched(string sql, string table) =>
        Touches.Any(word => sql.Contains($"{word} {table}", StringComparison.Ordinal));

    private static readonly string[] Touches = ["FROM", "JOIN", "INTO", "UPDATE"];

    private sealed class Roots : ExpressionVisitor
    {
        public Type? Record { get; private set; }

        public bool IsNamed { get; private set; }

        protected override Expression VisitExtension(Expression node)
        {
            if (node is EntityQueryRootExpression { EntityType.ClrType: var type } && typeof(IPatientRecord).IsAssignableFrom(type))
                Record = type;
            return node is EntityQueryRootExpression ? node : base.VisitExtension(node);
        }

        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            if (
                node.Method.Name is nameof(EntityFrameworkQueryableExtensions.TagWith)
                && node.Arguments[1] is ConstantExpression { Value: RecordQueries.Decides or RecordQueries.Names }
            )
                IsNamed = true;
            return base.VisitMethodCall(node);
        }
    }
}
