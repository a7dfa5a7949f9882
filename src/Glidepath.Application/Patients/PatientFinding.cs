using System.Collections.Concurrent;
using System.Globalization;
using System.Linq.Expressions;
using Glidepath.Storage;
using Glidepath.Storage.Patients;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Patients;
using Microsoft.EntityFrameworkCore;
using static System.StringComparison;

namespace Glidepath.Application.Patients;

/// <summary>
/// By what a person can be found: parts of names, date of birth, phone, record number. The store holds keyed hashes only. Of names it
/// holds every three letters that follow each other and the first two, each as one of 4,096: few enough that how often one stands there
/// tells no letters, so what it finds is held against the name itself (<see cref="Fits"/>).
/// </summary>
internal static class PatientFinding
{
    private const string Part = "namePart",
        Birth = "dateOfBirth",
        Phone = "phone",
        Number = PatientIndex.Number;

    private const int MostAlike = 5,
        MostHeldAgainst = 200;

    /// <summary>More are not looked through, however common a name is.</summary>
    public const int MostLookedThrough = 1_000;

    private const int MostWords = 8,
        MostParts = 16,
        PartLength = 3,
        SignsOfPart = 3;

    /// <summary>Every one of these must match.</summary>
    public static IReadOnlyList<(string Kind, string Hash)> Asked(BlindIndex index, PatientQuery query)
    {
        var asked = new List<(string Kind, string Value)>();
        if (query.DateOfBirth is { } born)
            asked.Add((Birth, Iso(born)));
        if (Digits(query.Phone) is { Length: > 0 } digits)
            asked.Add((Phone, digits));
        if (query.RecordSigns is { } signs)
            asked.Add((Number, signs));
        var parts = Folded(query.Names).Take(MostWords).SelectMany(PartsAsked).Distinct().Take(MostParts);
        return [.. asked.Select(a => (a.Kind, index.Of(a.Kind, a.Value))), .. parts.Select(p => (Part, HashOf(index, p)))];
    }

    /// <summary>Who has all of what is asked; of more than <see cref="MostLookedThrough"/>, so many.</summary>
    /// <param name="asked">At least one.</param>
    public static Task<List<Guid>> FoundAsync(
        GlidepathDbContext db,
        IReadOnlyList<(string Kind, string Hash)> asked,
        CancellationToken cancellationToken
    ) =>
        OfSoMany
            .GetOrAdd(asked.Count, static count => new(All(count)))
            .ToListAsync(db, [.. asked.SelectMany(a => new[] { a.Kind, a.Hash })], cancellationToken);

    /// <summary>Of these people those who have all of what is asked.</summary>
    public static async Task<IEnumerable<Guid>> AmongAsync(
        GlidepathDbContext db,
        List<Guid> patientIds,
        IReadOnlyList<(string Kind, string Hash)> asked,
        CancellationToken cancellationToken
    )
    {
        var hashes = asked.Select(a => a.Hash).ToList();
        var kept = await db.Deciding<PatientIndex>()
            .Where(i => patientIds.Contains(i.PatientId) && hashes.Contains(i.Hash))
            .Select(i => new
            {
                i.PatientId,
                i.Kind,
                i.Hash,
            })
            .ToListAsync(cancellationToken);
        return kept.GroupBy(i => i.PatientId, i => (i.Kind, i.Hash)).Where(of => asked.All(of.Contains)).Select(of => of.Key);
    }

    // How much is asked for at once decides the query, and there are few such counts.
    private static readonly ConcurrentDictionary<int, HotQuery<List<string>, Guid>> OfSoMany = [];

    private static Expression<Func<GlidepathDbContext, List<string>, IQueryable<Guid>>> All(int count)
    {
        var first = Has(0);
        var (db, given) = (first.Parameters[0], first.Parameters[1]);
        var intersect = new Func<IQueryable<Guid>, IEnumerable<Guid>, IQueryable<Guid>>(Queryable.Intersect).Method;
        Expression<Func<IQueryable<Guid>, IQueryable<Guid>>> some = all => all.Distinct().Take(MostLookedThrough);
        var all = Enumerable
            .Range(1, count - 1)
            .Select(Has)
            .Aggregate(
                first.Body,
                (found, next) =>
                    Expression.Call(
                        intersect,
                        found,
                        new Instead(next.Parameters[1], given).Visit(new Instead(next.Parameters[0], db).Visit(next.Body))
                    )
            );
        return Expression.Lambda<Func<GlidepathDbContext, List<string>, IQueryable<Guid>>>(
            new Instead(some.Parameters[0], all).Visit(some.Body),
            db,
            given
        );

        static Expression<Func<GlidepathDbContext, List<string>, IQueryable<Guid>>> Has(int at)
        {
            var (kind, hash) = (2 * at, 2 * at + 1);
            return (db, given) =>
                db.Deciding<PatientIndex>().Where(i => i.Kind == given[kind] && i.Hash == given[hash]).Select(i => i.PatientId);
        }
    }

    /// <summary>A single letter finds half of all people: one word at least has two.</summary>
    public static bool CanBeSought(string names) => Folded(names).Any(w => w.Length > 1);

    /// <summary>Whether each part that was asked for stands in one of the names.</summary>
    public static bool Fits(PatientQuery query, Patient patient)
    {
        var names = Folded($"{patient.FamilyName} {patient.GivenName} {patient.PreferredName}").ToList();
        return Folded(query.Names)
            .Take(MostWords)
            .All(asked => names.Exists(n => asked.Length < PartLength ? n.StartsWith(asked, Ordinal) : n.Contains(asked, Ordinal)));
    }

    /// <summary>Adds what is new, takes out what is no more.</summary>
    public static async Task KeepInStepAsync(GlidepathDbContext db, BlindIndex index, Patient patient, CancellationToken cancellationToken)
    {
        var hashes = Kept(index, patient);
        var kept = await db.Set<PatientIndex>().Where(i => i.PatientId == patient.Id).ToListAsync(cancellationToken);
        db.RemoveRange(kept.Where(k => !hashes.Contains((k.Kind, k.Hash))));
        db.AddRange(
            hashes
                .Except(kept.Select(k => (k.Kind, k.Hash)))
                .Select(h => new PatientIndex
                {
                    PatientId = patient.Id,
                    Kind = h.Kind,
                    Hash = h.Hash,
                })
        );
    }

    /// <param name="signs">As <see cref="RecordNumber.Read"/> gives them.</param>
    public static Task<List<Guid>> NumberedAsync(GlidepathDbContext db, BlindIndex index, string signs, CancellationToken cancellationToken)
    {
        var hash = index.Of(Number, signs);
        return db.Deciding<PatientIndex>()
            .Where(i => i.Kind == Number && i.Hash == hash)
            .Select(i => i.PatientId)
            .Take(2)
            .ToListAsync(cancellationToken);
    }

    // Of a name without a letter: nobody asks for it, and whoever has it is not looked at each day anew.
    private const string NoPart = "^";

    /// <summary>
    /// Notes for the privacy officer of the records that may be of the same person: the same birth date or phone, and names that are alike.
    /// Within the unit of work that keeps the index in step; read to decide, and told to nobody here.
    /// </summary>
    public static async Task NoteSameAsync(
        GlidepathDbContext db,
        BlindIndex index,
        Patient patient,
        DateTime at,
        Guid by,
        CancellationToken cancellationToken
    )
    {
        var signs = Kept(index, patient);
        var names = signs.Where(s => s.Kind == Part).Select(s => s.Hash).ToList();
        var born = signs.Where(s => s.Kind == Birth).Select(s => s.Hash).ToList();
        var phone = signs.Where(s => s.Kind == Phone).Select(s => s.Hash).ToList();
        var others = await db.Deciding<PatientIndex>()
            .Where(i =>
                i.PatientId != patient.Id && ((i.Kind == Birth && born.Contains(i.Hash)) || (i.Kind == Phone && phone.Contains(i.Hash)))
            )
            .Select(i => i.PatientId)
            .Distinct()
            .Take(MostHeldAgainst)
            .ToListAsync(cancellationToken);
        if (others.Count == 0 || names.Count == 0)
            return;
        var shared = await db.Deciding<PatientIndex>()
            .Where(i => others.Contains(i.PatientId) && i.Kind == Part && names.Contains(i.Hash))
            .GroupBy(i => i.PatientId)
            .Select(g => new { g.Key, Parts = g.Count() })
            .ToListAsync(cancellationToken);
        var noted = await db.Deciding<SamePersonNote>()
            .Where(n => n.PatientId == patient.Id || n.OtherPatientId == patient.Id)
            .Select(n => new { n.PatientId, n.OtherPatientId })
            .ToListAsync(cancellationToken);
        db.Grant(patient.Id, Treatment.Privacy.AccessAction.Write, Treatment.Privacy.DataClass.RecordLinks);
        // Six of ten parts: a married name, a misspelling and a short first name still meet it.
        foreach (
            var like in shared
                .Where(s => s.Parts * 10 >= names.Count * 6)
                .Where(s => !noted.Exists(n => n.PatientId == s.Key || n.OtherPatientId == s.Key))
                .OrderByDescending(s => s.Parts)
                .Take(MostAlike)
        )
            db.Add(SamePersonNote.Found(patient.Id, like.Key, at, by));
    }

    /// <summary>The sign of the phone number of each of these; the number itself is not in it. Read to decide.</summary>
    public static Task<Dictionary<Guid, string>> PhonesAsync(
        GlidepathDbContext db,
        Guid[] patientIds,
        CancellationToken cancellationToken
    ) =>
        db.Deciding<PatientIndex>()
            .Where(i => i.Kind == Phone && patientIds.Contains(i.PatientId))
            .Select(i => new { i.PatientId, i.Hash })
            .ToDictionaryAsync(i => i.PatientId, i => i.Hash, cancellationToken);

    /// <summary>All by which somebody is found.</summary>
    internal static HashSet<(string Kind, string Hash)> Kept(BlindIndex index, Patient patient)
    {
        var kept = new List<(string Kind, string Hash)> { (Number, index.Of(Number, RecordNumber.Signs(patient.Id))) };
        if (patient.DateOfBirth is { } born)
            kept.Add((Birth, index.Of(Birth, Iso(born))));
        if (Digits(patient.Phone) is { Length: > 0 } digits)
            kept.Add((Phone, index.Of(Phone, digits)));
        return
        [
            .. kept,
            .. new[] { patient.FamilyName, patient.GivenName, patient.PreferredName }
                .SelectMany(Folded)
                .SelectMany(PartsKept)
                .DefaultIfEmpty(NoPart)
                .Select(p => (Part, HashOf(index, p))),
        ];
    }

    /// <summary>People whose names were kept before their parts were.</summary>
    public static Task<List<Guid>> WithoutPartsAsync(GlidepathDbContext db, int most, CancellationToken cancellationToken)
    {
        var kept = db.Deciding<PatientIndex>().Where(i => i.Kind == Part).Select(i => i.PatientId);
        return db.Deciding<PatientIndex>()
            .Where(i => i.Kind == Number && !kept.Contains(i.PatientId))
            .Select(i => i.PatientId)
            .Take(most)
            .ToListAsync(cancellationToken);
    }

    private static IEnumerable<string> Folded(string? names) => Words(names).Select(BlindIndex.Fold).Where(w => w.Length > 0);

    /// <summary>Of the word "Sample": its beginning, and each three letters in it.</summary>
    private static IEnumerable<string> PartsKept(string word) =>
        Enumerable.Range(0, Math.Max(0, word.Length - PartLength + 1)).Select(i => word.Substring(i, PartLength)).Append(Beginning(word));

    /// <summary>Two letters are looked for at the beginning of a name only, one letter not at all.</summary>
    private static IEnumerable<string> PartsAsked(string word) =>
        word.Length switch
        {
            1 => [],
            2 => [Beginning(word)],
            _ => PartsKept(word).SkipLast(1),
        };

    private static string Beginning(string word) => $"^{word[..Math.Min(2, word.Length)]}";

    private static string HashOf(BlindIndex index, string part) => index.Of(part[0] == '^' ? $"{Part}^" : Part, part)[..SignsOfPart];

    private static IEnumerable<string> Words(string? names) =>
        names
            ?.Split([' ', '-', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(w => w.Any(char.IsLetterOrDigit))
            .Distinct(StringComparer.OrdinalIgnoreCase)
        ?? [];

    /// <summary>One for every spelling of a number; of what is no number, its digits.</summary>
    private static string Digits(string? phone) => PhoneNumber.Read(phone)?.Key ?? string.Concat((phone ?? "").Where(char.IsAsciiDigit));

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
