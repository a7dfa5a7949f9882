using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Glidepath.Storage.Privacy;

/// <summary>Sees each command that changes an account or a session, and tells the stamp of its store.</summary>
public sealed class AccountCommands : DbCommandInterceptor, IDbTransactionInterceptor
{
    /// <summary>As a tag on a query: it changes nothing that decides who is signed in.</summary>
    public const string Unchanged = "glidepath: who is signed in stays";

    private static readonly string[] Tables = ["\"UserSessions\"", "\"AspNetUsers\""];

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
            db.Accounts?.Grow();
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
        if (data.Context is not GlidepathDbContext db)
            return;
        // In a transaction others see it only when that ends.
        if (command.Transaction is not null)
            db.HasChangedAccounts = true;
        db.Accounts?.Grow();
    }
}
