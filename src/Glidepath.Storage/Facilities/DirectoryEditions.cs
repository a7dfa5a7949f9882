using Glidepath.Treatment.Facilities;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Storage.Facilities;

/// <summary>Which files were taken over, and the codes as each edition explains them.</summary>
internal static class DirectoryEditions
{
    private const int LongestFileName = 260;

    /// <summary>The codes of the newest edition, over those that only older ones have.</summary>
    public static async Task<CodeTable> CodesAsync(GlidepathDbContext db, CancellationToken cancellationToken)
    {
        var all = await db.Set<ServiceCodeRecord>().AsNoTracking().OrderBy(c => c.Code).ToListAsync(cancellationToken);
        return all.GroupBy(c => c.Edition)
            .OrderByDescending(g => g.Key, StringComparer.Ordinal)
            .Select(g => new CodeTable(
                g.Key,
                [.. g.Select(c => new ServiceCode(c.Code, c.Category, c.CategoryName, c.Name, c.Description))]
            ))
            .Aggregate(CodeTable.Empty, (newer, older) => newer.Over(older));
    }

    /// <summary>The last of each source and kinds, the newest edition first.</summary>
    public static async Task<IReadOnlyList<DirectoryEdition>> NowAsync(GlidepathDbContext db, CancellationToken cancellationToken)
    {
        var all = await db.Set<DirectoryImportRecord>().AsNoTracking().OrderByDescending(i => i.At).ToListAsync(cancellationToken);
        return
        [
            .. all.DistinctBy(i => (i.Source, i.Kinds))
                .OrderByDescending(i => i.AsOf)
                .Select(i => new DirectoryEdition(i.Source, i.Edition, i.AsOf, i.Kinds, i.FileName, i.Rows, i.At)),
        ];
    }

    public static async Task AddAsync(
        GlidepathDbContext db,
        DirectoryFile file,
        string name,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        var known = await db.Set<ServiceCodeRecord>()
            .AsNoTracking()
            .Where(c => c.Edition == file.Codes.Edition)
            .Select(c => c.Code)
            .ToHashSetAsync(cancellationToken);
        // The two workbooks of one year explain the codes they share in the same words.
        foreach (var code in file.Codes.Codes.Where(c => known.Add(c.Code)))
            db.Add(
                new ServiceCodeRecord
                {
                    Edition = file.Codes.Edition,
                    Code = code.Code,
                    Category = code.Category,
                    CategoryName = code.CategoryName,
                    Name = code.Name,
                    Description = code.Description,
                }
            );
        db.Add(
            new DirectoryImportRecord
            {
                Id = Guid.CreateVersion7(),
                Source = file.Source,
                Edition = file.Edition,
                AsOf = file.AsOf,
                Kinds = string.Join(' ', file.Rows.Select(r => r.Kind).Distinct().Order()),
                FileName = name.Length > LongestFileName ? name[^LongestFileName..] : name,
                Rows = file.Rows.Count,
                At = now,
            }
        );
    }
}
