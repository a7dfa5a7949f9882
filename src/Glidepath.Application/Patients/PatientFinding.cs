using System.Globalization;
using Glidepath.Storage;
using Glidepath.Storage.Patients;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Patients;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Patients;

/// <summary>
/// By what a person can be found: whole names and their words, date of birth, phone, record number. The store holds keyed hashes only.
/// </summary>
internal static class PatientFinding
{
    private const string Name = "name",
        Birth = "dateOfBirth",
        Phone = "phone",
        Number = "record";
    private const int MostWords = 8;

    /// <summary>Every one of these must match.</summary>
    public static IReadOnlyList<(string Kind, string Hash)> Asked(BlindIndex index, string? names, DateOnly? dateOfBirth, string? phone)
    {
        var asked = Words(names).Take(MostWords).Select(w => (Name, w)).ToList();
        if (dateOfBirth is { } born)
            asked.Add((Birth, Iso(born)));
        if (Digits(phone) is { Length: > 0 } digits)
            asked.Add((Phone, digits));
        return [.. asked.Select(a => (a.Item1, index.Of(a.Item1, a.Item2)))];
    }

    /// <summary>Adds what is new, takes out what is no more.</summary>
    public static async Task KeepInStepAsync(GlidepathDbContext db, BlindIndex index, Patient patient, CancellationToken cancellationToken)
    {
        var wanted = new[] { patient.FamilyName, patient.GivenName, patient.PreferredName }
            .SelectMany(Words)
            .Select(w => (Kind: Name, Value: w))
            .ToList();
        wanted.Add((Number, RecordNumber.Signs(patient.Id)));
        if (patient.DateOfBirth is { } born)
            wanted.Add((Birth, Iso(born)));
        if (Digits(patient.Phone) is { Length: > 0 } digits)
            wanted.Add((Phone, digits));
        var hashes = wanted.Select(w => (w.Kind, Hash: index.Of(w.Kind, w.Value))).ToHashSet();
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
