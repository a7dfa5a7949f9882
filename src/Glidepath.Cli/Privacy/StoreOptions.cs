using System.CommandLine;
using System.Data.Common;
using Glidepath.Cli.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;

namespace Glidepath.Cli.Privacy;

/// <summary>Where the store is, for every command that touches it.</summary>
internal sealed class StoreOptions
{
    private const string PostgresVariable = "ConnectionStrings__Glidepath";

    private readonly Option<string?> _data = new("--data")
    {
        Description = "Folder of the store, its keys and anchors (default glidepath-data); PostgreSQL by ConnectionStrings__Glidepath",
        HelpName = "DIR",
    };

    public void AddTo(Command command) => command.Options.Add(_data);

    public StoreLocation Location(ParseResult result)
    {
        var folder = result.GetValue(_data) ?? "glidepath-data";
        if (folder.Length == 0 || File.Exists(folder))
            throw new InputException($"--data: read \"{Read.Short(folder)}\"; accepted: a folder");
        return new(
            Path.GetFullPath(folder),
            Environment.GetEnvironmentVariable(PostgresVariable) is { Length: > 0 } postgres ? postgres : null
        );
    }

    /// <summary>Neither made nor brought to this version: the commands here look at it as it is.</summary>
    public Store Store(ParseResult result, TimeProvider clock)
    {
        var location = Location(result);
        if (location.IsNew)
            throw new InputException(
                $"--data: there is no store in \"{Read.Short(location.DataDirectory)}\"; accepted: the folder that serve was "
                    + $"started with, or {PostgresVariable}"
            );
        return new(location, KeyFiles.Load(location.KeyFolder, create: false), clock);
    }

    /// <summary>As it is; made where there is none, for what needs nothing else set up.</summary>
    public async Task<Store> OpenOrMakeAsync(ParseResult result, TimeProvider clock, CancellationToken cancellationToken)
    {
        var location = Location(result);
        if (location.IsNew)
        {
            var made = new Store(location, KeyFiles.Load(location.KeyFolder, create: true), clock);
            await StoreStart.OpenAsync(made, demo: false, cancellationToken);
            return made;
        }
        var store = Store(result, clock);
        await StoreCheck.RequireAsync(store, cancellationToken);
        return store;
    }

    /// <summary>What a store refuses is said in one line, as all that is not accepted.</summary>
    public static async Task<int> SayAsync(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (StoreRefusedException refused)
        {
            throw new InputException(refused.Message);
        }
        catch (DbException unreachable)
        {
            // The text of a driver can hold what stands in a row.
            throw new InputException(
                $"store: the database did not answer as it should ({unreachable.SqlState ?? unreachable.GetType().Name}); "
                    + $"accepted: a store that runs and may be used by this user"
            );
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"file: {failed.Message}");
        }
    }
}
