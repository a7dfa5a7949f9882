using Glidepath.Application.Privacy;
using Glidepath.Storage;
using Glidepath.Storage.Facilities;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Facilities;

namespace Glidepath.Application.Facilities;

/// <summary>A directory taken over, or looked at first. Both stand in the audit.</summary>
internal sealed class DirectoryAdmin(Store store, DirectoryStore directory, DirectoryRefresh refresh, CurrentActor who)
{
    private const int LongestName = 260;

    public Task<DirectorySummary> SummaryAsync(CancellationToken cancellationToken) => directory.SummaryAsync(cancellationToken);

    /// <param name="name">Of the file, as it was sent: only its edition is read from it, and it is kept as a text.</param>
    /// <returns>Null and why, where the file was refused; the directory is then as it was.</returns>
    public async Task<(DirectoryImport? Import, string? Refusal, bool IsDrop)> TakeAsync(
        Stream file,
        string name,
        DirectoryImportOptions options,
        CancellationToken cancellationToken
    )
    {
        try
        {
            if (options.IsDryRun)
                await store.Records.NoteAsync(
                    who.ForAudit,
                    new AuditEntry(AuditAction.Read, "Directory", Reason: "import dry run"),
                    cancellationToken
                );
            var import = await directory.ImportAsync(file, Plain(name), options, who.ForAudit, null, cancellationToken);
            if (import.IsWritten)
                await refresh.RefreshAsync(cancellationToken);
            return (import, null, false);
        }
        catch (DirectoryFileException refused)
        {
            return (null, refused.Message, false);
        }
        catch (DirectoryDropException refused)
        {
            return (null, refused.Message, true);
        }
    }

    /// <returns>False where there is no such place.</returns>
    public async Task<bool> MarkOwnAsync(Guid placeId, bool isOwn, CancellationToken cancellationToken)
    {
        try
        {
            await directory.MarkOwnAsync(who.ForAudit, placeId, isOwn, cancellationToken);
        }
        catch (RuleViolationException)
        {
            return false;
        }
        await refresh.RefreshAsync(cancellationToken);
        return true;
    }

    /// <summary>What stands after the last slash of either kind, in one line.</summary>
    public static string Plain(string name)
    {
        var last = string.Concat(name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Where(c => !char.IsControl(c)));
        return last.Length > LongestName ? last[^LongestName..] : last;
    }
}
