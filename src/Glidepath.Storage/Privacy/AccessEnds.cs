using System.Globalization;
using Glidepath.Treatment;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Storage.Privacy;

/// <summary>What a restore of an older backup would bring back.</summary>
public enum AccessEndKind
{
    /// <summary>A consent of a patient was ended.</summary>
    Consent,

    /// <summary>A restriction of a patient was asked for, agreed to or ended.</summary>
    Restriction,

    /// <summary>Somebody left the care team of a patient.</summary>
    CareTeam,

    /// <summary>An account got another role.</summary>
    Role,

    /// <summary>An account was turned off.</summary>
    Disabled,

    /// <summary>An account's password, app, passkeys or recovery codes were replaced: those before no longer worked.</summary>
    SignIn,
}

/// <param name="At">UTC.</param>
/// <param name="Id">The patient, or the account.</param>
public sealed record AccessEnd(DateTime At, AccessEndKind Kind, Guid Id)
{
    public bool IsAboutPatient => Kind < AccessEndKind.Role;
}

/// <summary>
/// What ended, in a file outside the database beside the anchors, a line a time: <c>instant kind id seal</c>. It is made of the audit, so
/// that no place in the program can forget it. A database that was restored no longer knows what ended after its backup; this file does.
/// </summary>
public static class AccessEnds
{
    internal const string Use = "access-ends";

    private const string ReadTo = "access-ends.to";

    private static readonly string[] SignInChanges =
    [
        "password.change",
        "authenticator.change",
        "passkey.remove",
        "recovery.new",
        "enrol.password",
        "enrol.passkey",
    ];

    /// <summary>Writes out what the audit has since the last time.</summary>
    /// <returns>How many lines were added.</returns>
    public static async Task<int> AppendAsync(Store store, CancellationToken cancellationToken)
    {
        await using var db = store.CreateDbContext();
        var fact = await db.StoreFacts.AsNoTracking().SingleOrDefaultAsync(f => f.Name == ReadTo, cancellationToken);
        var from = long.TryParse(fact?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known : 0;
        var to = await db.AuditHeads.Select(h => h.Count).SingleAsync(cancellationToken);
        if (to <= from)
            return 0;
        var rows = await db
            .AuditEvents.AsNoTracking()
            .Where(e =>
                e.Sequence > from
                && e.Sequence <= to
                && e.Outcome == AuditOutcome.Permitted
                && e.Action != AuditAction.Read
                && (
                    e.Target == nameof(ConsentEnd)
                    || e.Target == nameof(Restriction)
                    || (e.Target == nameof(CareTeamMember) && e.Action != AuditAction.Create)
                    || (e.Action == AuditAction.Account && e.Target == nameof(UserAccount))
                )
            )
            .OrderBy(e => e.Sequence)
            .ToListAsync(cancellationToken);
        var ends = rows.Select(Of).OfType<AccessEnd>().ToList();
        // First the file: a line written twice is left out there, a line forgotten would not come back.
        var added = await Lines(store.Location, store.Keys)
            .AppendAllAsync(before => [.. ends.Select(Text).Except(before, StringComparer.Ordinal)], cancellationToken);
        await KeepAsync(db, to.ToString(CultureInfo.InvariantCulture), cancellationToken);
        return added;
    }

    private static async Task KeepAsync(GlidepathDbContext db, string to, CancellationToken cancellationToken)
    {
        if (
            await db.StoreFacts.Where(f => f.Name == ReadTo).ExecuteUpdateAsync(f => f.SetProperty(x => x.Value, to), cancellationToken) > 0
        )
            return;
        db.Add(new StoreFact { Name = ReadTo, Value = to });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Another node was first, and has written the same lines. Where it was something else, the next turn reads them again.
        }
    }

    /// <summary>Those after an instant, the oldest first.</summary>
    /// <param name="problem">Null where every line is as it was written.</param>
    public static IReadOnlyList<AccessEnd> After(StoreLocation location, KeyFiles keys, DateTime instant, out string? problem) =>
        [.. Lines(location, keys).Read(out problem).Select(Of).OfType<AccessEnd>().Where(e => e.At > instant)];

    private static SealedLines Lines(StoreLocation location, KeyFiles keys) => new(location.AccessEndsFile, keys, Use);

    private static AccessEnd? Of(AuditEvent row) =>
        KindOf(row) is { } kind && (kind < AccessEndKind.Role ? row.PatientId : row.TargetId) is { } id ? new(row.At, kind, id) : null;

    private static AccessEndKind? KindOf(AuditEvent row) =>
        row.Target switch
        {
            nameof(ConsentEnd) => AccessEndKind.Consent,
            nameof(Restriction) => AccessEndKind.Restriction,
            nameof(CareTeamMember) => AccessEndKind.CareTeam,
            _ when row.Reason.StartsWith("role.", StringComparison.Ordinal) => AccessEndKind.Role,
            _ when row.Reason is "disable" => AccessEndKind.Disabled,
            _ when SignInChanges.Contains(row.Reason) => AccessEndKind.SignIn,
            _ => null,
        };

    private static AccessEnd? Of(string line) =>
        line.Split(' ') is [var at, var kind, var id]
        && DateTime.TryParseExact(at, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var instant)
        && EnumWords.TryRead<AccessEndKind>(kind, out var known)
        && Guid.TryParseExact(id, "D", out var who)
            ? new(instant, known, who)
            : null;

    private static string Text(AccessEnd end) => string.Create(CultureInfo.InvariantCulture, $"{end.At:O} {end.Kind} {end.Id}");
}
