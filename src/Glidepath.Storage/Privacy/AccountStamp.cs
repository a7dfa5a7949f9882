using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Glidepath.Storage.Privacy;

/// <summary>
/// Grows each time this process has changed an account or a session, whatever code did it: what was read of them at an earlier stamp is
/// read anew.
/// </summary>
public sealed class AccountStamp : DbCommandInterceptor, IDbTransactionInterceptor
{
    /// <summary>As a tag on a query: it changes nothing that decides who is signed in.</summary>
    public const string Unchanged = "glidepath: who is signed in stays";

    private static readonly string[] Tables = ["\"UserSessions\"", "\"AspNetUsers\""];

    private static long _current;

    public static long Current => Interlocked.Read(ref _current);

    public override DbDataReader ReaderExecuted(DbCommand command, CommandExecutedEventData eventData, DbDataReader result)
    {
        Note(command, eventData);
        return result;
    }

    public override ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command,
        CommandExecutedEventData eventData,
        DbDataReader result,
        CancellationToken cancellationToken = default
    )
    {
        Note(command, eventData);
        return new(result);
    }

    public override int NonQueryExecuted(DbCommand command, CommandExecutedEventData eventData, int result)
    {
        Note(command, eventData);
        return result;
    }

    public override ValueTask<int> NonQueryExecutedAsync(
        DbCommand command,
        CommandExecutedEventData eventData,
        int result,
        CancellationToken cancellationToken = default
    )
    {
        Note(command, eventData);
        return new(result);
    }

    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData)
    {
        if (eventData.Context is GlidepathDbContext { HasChangedAccounts: true } db)
        {
            db.HasChangedAccounts = false;
            Interlocked.Increment(ref _current);
        }
    }

    public Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        TransactionCommitted(transaction, eventData);
        return Task.CompletedTask;
    }

    private static void Note(DbCommand command, CommandExecutedEventData data)
    {
        var text = command.CommandText;
        if (
            text.StartsWith("SELECT", StringComparison.Ordinal)
            || !Tables.Any(t => text.Contains(t, StringComparison.Ordinal))
            || text.Contains(Unchanged, StringComparison.Ordinal)
        )
            return;
        // In a transaction others see it only when that ends.
        if (command.Transaction is not null && data.Context is GlidepathDbContext db)
            db.HasChangedAccounts = true;
        Interlocked.Increment(ref _current);
    }
}
