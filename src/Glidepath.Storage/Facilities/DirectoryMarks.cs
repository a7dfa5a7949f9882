using Glidepath.Pharmacology.Units;
using Glidepath.Treatment;
using Glidepath.Treatment.Facilities;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Storage.Facilities;

/// <summary>What people said of places: attestations, capacity, ownership. No import writes here.</summary>
internal sealed class DirectoryMarks
{
    public const int LongestValue = 100,
        LongestName = 200,
        LongestEvidence = 2_000,
        LongestReason = 500,
        MostFree = 9_999;

    private readonly ILookup<Guid, Attestation> _attestations;
    private readonly Dictionary<Guid, CapacityStatement> _capacity;
    private readonly HashSet<Guid> _own;

    private DirectoryMarks(ILookup<Guid, Attestation> attestations, Dictionary<Guid, CapacityStatement> capacity, HashSet<Guid> own) =>
        (_attestations, _capacity, _own) = (attestations, capacity, own);

    public static async Task<DirectoryMarks> AllAsync(GlidepathDbContext db, CancellationToken cancellationToken) =>
        new(
            (
                await db.Set<AttestationRecord>()
                    .AsNoTracking()
                    .Where(a => a.RejectedOn == null)
                    .OrderBy(a => a.AttestedOn)
                    .ThenBy(a => a.Id)
                    .ToListAsync(cancellationToken)
            ).ToLookup(a => a.PlaceId, Of),
            (await db.Set<CapacityRecord>().AsNoTracking().ToListAsync(cancellationToken)).ToDictionary(
                c => c.PlaceId,
                c => new CapacityStatement(c.Free, c.SaidBy, c.At)
            ),
            [.. await db.Set<OwnPlaceRecord>().AsNoTracking().Select(o => o.PlaceId).ToListAsync(cancellationToken)]
        );

    public Place On(Place place) =>
        !_attestations.Contains(place.Id) && !_capacity.ContainsKey(place.Id) && !_own.Contains(place.Id)
            ? place
            : place with
            {
                Profile = new([.. place.Profile.Attestations, .. _attestations[place.Id]]),
                Capacity = _capacity.GetValueOrDefault(place.Id) ?? place.Capacity,
                IsOwn = place.IsOwn || _own.Contains(place.Id),
            };

    public static async Task<Guid> AttestAsync(
        GlidepathDbContext db,
        Guid placeId,
        Attestation said,
        IReadOnlyList<Place> madeUp,
        CancellationToken cancellationToken
    )
    {
        await RequirePlaceAsync(db, placeId, madeUp, cancellationToken);
        Require("attestation.by", said.AttestedBy, LongestName);
        Require("attestation.evidence", said.Evidence, LongestEvidence);
        if (said.Answer is Listing.NotListed)
            throw new RuleViolationException("attestation.answer");
        if (said.Value is { } value)
            Require("attestation.value", value, LongestValue);
        if (said.VerifiedOn is not null)
            throw new RuleViolationException("attestation.verified");
        var record = new AttestationRecord
        {
            Id = Guid.CreateVersion7(),
            PlaceId = placeId,
            Capability = said.Capability,
            Answer = said.Answer,
            Value = said.Value,
            AttestedBy = said.AttestedBy.Trim(),
            AttestedOn = said.AttestedOn,
            Evidence = said.Evidence.Trim(),
        };
        db.Add(record);
        return record.Id;
    }

    public static async Task VerifyAsync(
        GlidepathDbContext db,
        Guid attestationId,
        Guid? by,
        DateOnly on,
        CancellationToken cancellationToken
    )
    {
        var record = await WaitingAsync(db, attestationId, cancellationToken);
        if (on < record.AttestedOn)
            throw new RuleViolationException("attestation.verified-before");
        (record.VerifiedOn, record.VerifiedBy) = (on, by);
    }

    public static async Task RejectAsync(
        GlidepathDbContext db,
        Guid attestationId,
        Guid? by,
        string reason,
        DateOnly on,
        CancellationToken cancellationToken
    )
    {
        var record = await WaitingAsync(db, attestationId, cancellationToken);
        Require("attestation.reason", reason, LongestReason);
        (record.RejectedOn, record.RejectedBy, record.RejectedReason) = (on, by, reason.Trim());
    }

    public static async Task StateCapacityAsync(
        GlidepathDbContext db,
        Guid placeId,
        CapacityStatement said,
        IReadOnlyList<Place> madeUp,
        CancellationToken cancellationToken
    )
    {
        await RequirePlaceAsync(db, placeId, madeUp, cancellationToken);
        Require("capacity.by", said.SaidBy, LongestName);
        if (said.Free is < 0 or > MostFree)
            throw new RuleViolationException("capacity.free", ("most", MostFree));
        if (await db.Set<CapacityRecord>().SingleOrDefaultAsync(c => c.PlaceId == placeId, cancellationToken) is not { } known)
            db.Add(
                new CapacityRecord
                {
                    PlaceId = placeId,
                    Free = said.Free,
                    SaidBy = said.SaidBy.Trim(),
                    At = said.At,
                }
            );
        else if (said.At < known.At)
            throw new RuleViolationException("capacity.older");
        else
            (known.Free, known.SaidBy, known.At) = (said.Free, said.SaidBy.Trim(), said.At);
    }

    public static async Task MarkOwnAsync(
        GlidepathDbContext db,
        Guid placeId,
        bool isOwn,
        IReadOnlyList<Place> madeUp,
        CancellationToken cancellationToken
    )
    {
        await RequirePlaceAsync(db, placeId, madeUp, cancellationToken);
        var known = await db.Set<OwnPlaceRecord>().SingleOrDefaultAsync(o => o.PlaceId == placeId, cancellationToken);
        if (isOwn && known is null)
            db.Add(new OwnPlaceRecord { PlaceId = placeId });
        else if (!isOwn && known is not null)
            db.Remove(known);
    }

    private static async Task<AttestationRecord> WaitingAsync(
        GlidepathDbContext db,
        Guid attestationId,
        CancellationToken cancellationToken
    )
    {
        var record =
            await db.Set<AttestationRecord>().SingleOrDefaultAsync(a => a.Id == attestationId, cancellationToken)
            ?? throw new RuleViolationException("attestation.unknown");
        return record is { VerifiedOn: null, RejectedOn: null }
            ? record
            : throw RuleViolationException.Of("attestation.verified", "attestation.looked-at");
    }

    private static async Task RequirePlaceAsync(
        GlidepathDbContext db,
        Guid placeId,
        IReadOnlyList<Place> madeUp,
        CancellationToken cancellationToken
    )
    {
        if (madeUp.All(p => p.Id != placeId) && !await db.Set<PlaceRecord>().AnyAsync(p => p.Id == placeId, cancellationToken))
            throw new RuleViolationException("place.unknown");
    }

    private static void Require(string rule, string text, int longest)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > longest)
            throw RuleViolationException.Of(rule, Sentence.Of("mark.length", ("longest", longest), ("given", text.Length)));
    }

    public static Attestation Of(AttestationRecord a) =>
        new(a.Capability, a.Answer, a.Value, a.AttestedBy, a.AttestedOn, a.Evidence, a.VerifiedOn);
}
