using System.Collections.Concurrent;
using System.Data.Common;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Glidepath.Storage.Privacy;

/// <summary>Refuses commands on tables of patients outside a scope, and notes for the scope which patients' entries were read.</summary>
internal sealed class RecordInterceptor : DbCommandInterceptor, IMaterializationInterceptor
{
    // Quoted names of the tables that hold IPatientRecord entities, by context type.
    private readonly ConcurrentDictionary<Type, string[]> _tables = [];

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

    public object InitializedInstance(MaterializationInterceptionData data, object entity)
    {
        if (entity is IPatientRecord record && data.Context is GlidepathDbContext db)
            (db.Scope ?? throw new UnauditedAccessException(data.EntityType.ShortName())).NoteRead(
                record.PatientId,
                data.EntityType.ShortName()
            );
        return entity;
    }

    private T Require<T>(DbCommand command, CommandEventData data, T result)
    {
        // Migrations make and change tables, not records.
        if (data.CommandSource == CommandSource.Migrations || data.Context is not GlidepathDbContext { Scope: null } db)
            return result;
        var tables = _tables.GetOrAdd(
            db.GetType(),
            static (_, model) =>
                [
                    .. model
                        .GetEntityTypes()
                        .Where(e => typeof(IPatientRecord).IsAssignableFrom(e.ClrType))
                        .Select(e => $"\"{e.GetTableName()}\"")
                        .Distinct(),
                ],
            db.Model
        );
        return tables.FirstOrDefault(t => command.CommandText.Contains(t, StringComparison.Ordinal)) is { } table
            ? throw new UnauditedAccessException(table)
            : result;
    }
}
