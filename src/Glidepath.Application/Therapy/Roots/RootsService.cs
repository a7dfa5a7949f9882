using Glidepath.Application.Patients;
using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Therapy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Therapy;

/// <summary>A person's own roots page, and what their thought records offer for it.</summary>
public sealed class RootsService(Store store, RecordAccess access, CurrentActor who, OwnRecord own)
    : OwnWorkSubject(store, access, who, own)
{
    public Task<RootsView?> SeeAsync(CancellationToken cancellationToken) =>
        MineAsync(
            async (db, head) =>
            {
                var sheet = (await AllAsync<RootsSheet>(db, head.Id, cancellationToken)).FirstOrDefault();
                var thoughts = await AllAsync<ThoughtRecord>(db, head.Id, cancellationToken);
                return new RootsView(
                    head,
                    sheet,
                    [
                        .. thoughts.Where(t =>
                            t is { IsFinished: true, Words.Deeper: { } deeper } && !RootsSheet.Has(sheet?.Lines ?? RootsLines.Empty, deeper)
                        ),
                    ],
                    [.. (await AllAsync<OwnReason>(db, head.Id, cancellationToken)).Where(r => r.PutAwayAt is null).Select(r => r.Words)]
                )
                {
                    Zone = await ZoneAsync(db, head.Id, cancellationToken),
                    AreShared = await SharesNowAsync(db, head.Id, WorkKind.Roots, cancellationToken),
                    ChangedBy =
                        sheet is null || sheet.ChangedBy == Actor.AccountId
                            ? null
                            : (await NamesAsync(db, [sheet.ChangedBy], cancellationToken)).GetValueOrDefault(sheet.ChangedBy),
                };
            },
            cancellationToken
        );

    /// <param name="version">As the person saw it; null where there was none.</param>
    /// <exception cref="RuleViolationException"><c>roots.…</c>, <c>own-work.…</c></exception>
    /// <exception cref="LostUpdateException">It is another version than the person saw, or there is one since.</exception>
    public Task<Saved?> ChangeAsync(Guid? version, RootsLines lines, CancellationToken cancellationToken) =>
        OnSheetAsync(
            (sheet, episode, isShared) =>
            {
                if (sheet?.Version != version)
                    throw new LostUpdateException(nameof(RootsSheet));
                if (sheet is null)
                    return RootsSheet.Write(Guid.CreateVersion7(), episode, lines, isShared, Now, Actor.AccountId);
                sheet.Change(lines, Now, Actor.AccountId);
                return sheet;
            },
            cancellationToken
        );

    /// <summary>The deeper belief of a thought record.</summary>
    /// <exception cref="RuleViolationException"><c>roots.…</c>, <c>thought.unknown</c></exception>
    public Task<Saved?> AddAsync(Guid thoughtId, CancellationToken cancellationToken) =>
        WriteAsync(
            null,
            async (db, episode) =>
            {
                var thought = await OwnAsync<ThoughtRecord>(db, episode.PatientId, t => t.Id == thoughtId, "thought", cancellationToken);
                var isShared = await SharesAsync(db, episode.PatientId, WorkKind.Roots, Now, cancellationToken);
                var sheet = await SheetAsync(db, episode.PatientId, cancellationToken);
                if (sheet is null)
                    db.Add(sheet = RootsSheet.Write(Guid.CreateVersion7(), episode, RootsLines.Empty, isShared, Now, Actor.AccountId));
                if (thought.Words.Deeper is { } deeper)
                    sheet.Add(deeper, Now, Actor.AccountId);
                return await SavedAsync(db, sheet, sheet.Id, cancellationToken);
            },
            cancellationToken
        );

    public Task<Saved?> ShareAsync(bool isShared, CancellationToken cancellationToken) =>
        OnSheetAsync(
            (sheet, episode, _) =>
            {
                sheet ??= RootsSheet.Write(Guid.CreateVersion7(), episode, RootsLines.Empty, isShared, Now, Actor.AccountId);
                sheet.Share(isShared);
                return sheet;
            },
            cancellationToken
        );

    private Task<Saved?> OnSheetAsync(
        Func<RootsSheet?, Treatment.Patients.EpisodeOfCare, bool, RootsSheet> change,
        CancellationToken cancellationToken
    ) =>
        WriteAsync(
            null,
            async (db, episode) =>
            {
                var found = await SheetAsync(db, episode.PatientId, cancellationToken);
                var isShared = await SharesAsync(db, episode.PatientId, WorkKind.Roots, Now, cancellationToken);
                var sheet = change(found, episode, isShared);
                if (found is null)
                    db.Add(sheet);
                return await SavedAsync(db, sheet, sheet.Id, cancellationToken);
            },
            cancellationToken
        );

    private static Task<RootsSheet?> SheetAsync(GlidepathDbContext db, Guid patientId, CancellationToken cancellationToken) =>
        db.Set<RootsSheet>().Where(s => s.PatientId == patientId).OrderBy(s => s.Id).FirstOrDefaultAsync(cancellationToken);
}

/// <param name="Sheet">Null where nothing was written yet.</param>
/// <param name="Offered">Finished thought records with a deeper belief that is not on it, the newest first.</param>
/// <param name="Reasons">Why they want it, in their words.</param>
public sealed record RootsView(PatientHead Head, RootsSheet? Sheet, IReadOnlyList<ThoughtRecord> Offered, IReadOnlyList<string> Reasons)
{
    /// <summary>Where the person is.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>One that is begun now is.</summary>
    public required bool AreShared { get; init; }

    /// <summary>Of who treats them and changed it last; null for the person.</summary>
    public required string? ChangedBy { get; init; }

    public bool MayWrite => Head is { IsOpen: true, MergedInto: null };

    /// <summary>Null where there is no sheet.</summary>
    public Guid? Version => Sheet?.Version;
}
