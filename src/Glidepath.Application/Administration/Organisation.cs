using System.Globalization;
using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Glidepath.Application.Administration;

/// <summary>Facts about the organisation in the store, kept in memory for a minute: every page shows some.</summary>
internal sealed class OrganisationSettings(Store store, TimeProvider clock)
{
    public const string Emergency = "crisis.emergency",
        CrisisLine = "crisis.line",
        Helpline = "crisis.helpline",
        HelplineName = "crisis.helpline-name",
        NumbersChecked = "crisis.checked",
        LastBackup = "backup.last",
        Id = "organisation.id";

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private readonly Lock _one = new();
    private IReadOnlyDictionary<string, string> _facts = new Dictionary<string, string>();
    private DateTimeOffset _readAt = DateTimeOffset.MinValue;

    public string? this[string name]
    {
        get
        {
            lock (_one)
            {
                if (clock.GetUtcNow() - _readAt >= Kept)
                    Read();
                return _facts.GetValueOrDefault(name);
            }
        }
    }

    /// <summary>Null too where it was set and emptied again.</summary>
    public string? Given(string name) => this[name] is { Length: > 0 } value ? value : null;

    /// <summary>After a change on this node; another sees it within a minute.</summary>
    public void Forget()
    {
        lock (_one)
            _readAt = DateTimeOffset.MinValue;
    }

    private void Read()
    {
        using var db = store.CreateDbContext();
        _facts = db
            .StoreFacts.AsNoTracking()
            .Where(f => f.Name.StartsWith("organisation.") || f.Name.StartsWith("crisis.") || f.Name.StartsWith("backup."))
            .ToDictionary(f => f.Name, f => f.Value);
        _readAt = clock.GetUtcNow();
    }
}

/// <summary>The numbers that an administrator set, over those of the configuration.</summary>
internal sealed class StoredCrisisNumbers(IOptionsMonitor<CrisisNumbers> configured, OrganisationSettings settings)
    : IOptionsSnapshot<CrisisNumbers>
{
    public CrisisNumbers Value => Get(null);

    public CrisisNumbers Get(string? name)
    {
        var plain = configured.CurrentValue;
        return plain with
        {
            Emergency = settings[OrganisationSettings.Emergency] ?? plain.Emergency,
            CrisisLine = settings[OrganisationSettings.CrisisLine] ?? plain.CrisisLine,
            Helpline = settings[OrganisationSettings.Helpline] ?? plain.Helpline,
            HelplineName = settings[OrganisationSettings.HelplineName] ?? plain.HelplineName,
        };
    }
}

/// <summary>What an administrator sets about the organisation. Every change is written down.</summary>
internal sealed class Organisation(Store store, OrganisationSettings settings, CurrentActor actor, TimeProvider clock)
{
    public string? Name => settings[OrganisationFacts.Name];

    public string? State => settings[OrganisationFacts.State];

    public string? Given(string fact) => settings.Given(fact);

    /// <summary>When somebody last called the numbers; null where nobody did.</summary>
    public DateOnly? NumbersChecked =>
        DateOnly.TryParseExact(
            settings[OrganisationSettings.NumbersChecked],
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;

    public bool NumbersAreDue => NumbersChecked is not { } day || day.AddYears(1) <= store.Today;

    /// <summary>UTC; null where none was seen.</summary>
    public DateTime? LastBackup =>
        DateTime.TryParse(settings[OrganisationSettings.LastBackup], CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at)
            ? at
            : null;

    public async Task SetAsync(string what, IReadOnlyDictionary<string, string> facts, CancellationToken cancellationToken)
    {
        await store.Records.RunAsync(
            actor.ForAudit,
            new AuditEntry(AuditAction.Configure, nameof(StoreFact), Reason: what),
            async db =>
            {
                foreach (var (name, value) in facts)
                    await PutAsync(db, name, value, cancellationToken);
                return true;
            },
            cancellationToken
        );
        settings.Forget();
    }

    public Task SetNumbersAsync(CrisisNumbers numbers, CancellationToken cancellationToken) =>
        SetAsync(
            "crisis-numbers",
            new Dictionary<string, string>
            {
                [OrganisationSettings.Emergency] = numbers.Emergency,
                [OrganisationSettings.CrisisLine] = numbers.CrisisLine,
                [OrganisationSettings.Helpline] = numbers.Helpline,
                [OrganisationSettings.HelplineName] = numbers.HelplineName,
                [OrganisationSettings.NumbersChecked] = store.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            },
            cancellationToken
        );

    public Task<ProgrammeScopeKind> ScopeAsync(CancellationToken cancellationToken) =>
        store.Records.RunAsync(
            actor.ForAudit,
            new AuditEntry(AuditAction.Read, nameof(ProgrammeScope)),
            async db => ProgrammeScope.Current(await db.Set<ProgrammeScope>().AsNoTracking().ToListAsync(cancellationToken)),
            cancellationToken
        );

    /// <returns>What to mend, or null.</returns>
    public async Task<string?> SetScopeAsync(ProgrammeScopeKind kind, string reason, CancellationToken cancellationToken)
    {
        try
        {
            await store.Records.RunAsync(
                actor.ForAudit,
                new AuditEntry(AuditAction.Configure, nameof(ProgrammeScope), Reason: kind.ToString()),
                async db =>
                {
                    var history = await db.Set<ProgrammeScope>().AsNoTracking().ToListAsync(cancellationToken);
                    db.Add(
                        ProgrammeScope.Set(
                            Guid.CreateVersion7(),
                            await OwnIdAsync(db, cancellationToken),
                            kind,
                            history,
                            reason.Length == 0 ? null : reason,
                            clock.GetUtcNow().UtcDateTime,
                            actor.Actor.AccountId
                        )
                    );
                    return true;
                },
                cancellationToken
            );
            return null;
        }
        catch (RuleViolationException broken)
        {
            return broken.Message;
        }
    }

    private static async Task<Guid> OwnIdAsync(GlidepathDbContext db, CancellationToken cancellationToken)
    {
        if (await db.StoreFacts.SingleOrDefaultAsync(f => f.Name == OrganisationSettings.Id, cancellationToken) is { } known)
            return Guid.Parse(known.Value);
        var id = Guid.CreateVersion7();
        db.Add(new StoreFact { Name = OrganisationSettings.Id, Value = id.ToString() });
        return id;
    }

    private static async Task PutAsync(GlidepathDbContext db, string name, string value, CancellationToken cancellationToken)
    {
        if (await db.StoreFacts.SingleOrDefaultAsync(f => f.Name == name, cancellationToken) is { } known)
            known.Value = value;
        else
            db.Add(new StoreFact { Name = name, Value = value });
    }
}
