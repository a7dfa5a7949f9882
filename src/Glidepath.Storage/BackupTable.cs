using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Glidepath.Storage;

/// <summary>What a column holds, the same in both stores. The numbers stand in backups: never change one.</summary>
internal enum CellKind : byte
{
    Text = 1,
    Id = 2,
    Instant = 3,
    OffsetInstant = 4,
    Day = 5,
    Flag = 6,
    Whole = 7,
    Long = 8,
    Bytes = 9,
    Decimal = 10,
    Double = 11,
}

/// <param name="StoreType">As this store calls it, without length.</param>
internal sealed record BackupColumn(string Name, CellKind Kind, string StoreType, bool IsCounted);

/// <summary>A table as a backup sees it, from the model: a table added to the model is in the next backup.</summary>
internal sealed record BackupTable(string Name, IReadOnlyList<BackupColumn> Columns, IReadOnlyList<string> Key)
{
    /// <summary>All tables, those that others refer to first.</summary>
    public static IReadOnlyList<BackupTable> Of(GlidepathDbContext db)
    {
        var waiting = db.Model.GetRelationalModel().Tables.OrderBy(t => t.Name, StringComparer.Ordinal).ToList();
        var sorted = new List<ITable>();
        while (waiting.Count > 0)
        {
            var free =
                waiting.Find(t => t.ForeignKeyConstraints.All(f => f.PrincipalTable == t || sorted.Contains(f.PrincipalTable)))
                ?? throw new InvalidOperationException(
                    $"The tables {string.Join(", ", waiting.Select(t => t.Name))} refer to each other in a circle."
                );
            sorted.Add(free);
            waiting.Remove(free);
        }
        return [.. sorted.Select(One)];
    }

    public string Select => $"SELECT {Names} FROM \"{Name}\" ORDER BY {string.Join(", ", Key.Select(k => $"\"{k}\""))}";

    public string Names => string.Join(", ", Columns.Select(c => $"\"{c.Name}\""));

    /// <summary>With the columns that the backup has; those that a later version added are filled by its migration.</summary>
    /// <param name="exactly">The backup is of this version.</param>
    /// <returns>Null where the backup has other columns.</returns>
    public BackupTable? As(StoredTable stored, bool exactly)
    {
        var columns = Columns.Where(c => stored.Columns.Contains((c.Name, c.Kind))).ToList();
        return columns.Select(c => (c.Name, c.Kind)).SequenceEqual(stored.Columns) && (!exactly || columns.Count == Columns.Count)
            ? this with
            {
                Columns = columns,
            }
            : null;
    }

    private static BackupTable One(ITable table) =>
        new(
            table.Name,
            [
                .. table
                    .Columns.OrderBy(c => c.Name, StringComparer.Ordinal)
                    .Select(c => new BackupColumn(c.Name, KindOf(table, c), c.StoreType.Split('(')[0], IsCounted(c))),
            ],
            [.. table.PrimaryKey!.Columns.Select(c => c.Name)]
        );

    // Numbers that the database gives out itself.
    private static bool IsCounted(IColumn column) =>
        column.ProviderClrType == typeof(int) && column.PropertyMappings.Any(m => m.Property.ValueGenerated == ValueGenerated.OnAdd);

    private static CellKind KindOf(ITable table, IColumn column)
    {
        // What stands in a column as JSON has no property of its own, and passes as text.
        if (!column.PropertyMappings.Any())
            return CellKind.Text;
        var type = Nullable.GetUnderlyingType(column.ProviderClrType) ?? column.ProviderClrType;
        return type == typeof(string) ? CellKind.Text
            : type == typeof(Guid) ? CellKind.Id
            : type == typeof(DateTime) ? CellKind.Instant
            : type == typeof(DateTimeOffset) ? CellKind.OffsetInstant
            : type == typeof(DateOnly) ? CellKind.Day
            : type == typeof(bool) ? CellKind.Flag
            : type == typeof(int) ? CellKind.Whole
            : type == typeof(long) ? CellKind.Long
            : type == typeof(byte[]) ? CellKind.Bytes
            : type == typeof(decimal) ? CellKind.Decimal
            : type == typeof(double) ? CellKind.Double
            : throw new NotSupportedException(
                $"{table.Name}.{column.Name} is a {type.Name}, which a backup cannot hold yet: give it a {nameof(CellKind)}."
            );
    }
}

/// <summary>One value of a row, to and from a backup. Ciphertext passes as the text it is.</summary>
internal static class BackupCell
{
    public static void Write(BinaryWriter output, CellKind kind, DbDataReader row, int at)
    {
        var isThere = !row.IsDBNull(at);
        output.Write(isThere);
        if (!isThere)
            return;
        switch (kind)
        {
            case CellKind.Text:
                output.Write(row.GetString(at));
                break;
            case CellKind.Id:
                output.Write(row.GetGuid(at).ToByteArray(bigEndian: true));
                break;
            case CellKind.Instant:
                output.Write(row.GetDateTime(at).Ticks);
                break;
            case CellKind.OffsetInstant:
                output.Write(row.GetFieldValue<DateTimeOffset>(at).UtcTicks);
                break;
            case CellKind.Day:
                output.Write(row.GetFieldValue<DateOnly>(at).DayNumber);
                break;
            case CellKind.Flag:
                output.Write(row.GetBoolean(at));
                break;
            case CellKind.Whole:
                output.Write(row.GetInt32(at));
                break;
            case CellKind.Long:
                output.Write(row.GetInt64(at));
                break;
            case CellKind.Decimal:
                output.Write(row.GetDecimal(at));
                break;
            case CellKind.Double:
                output.Write(row.GetDouble(at));
                break;
            case CellKind.Bytes:
                var bytes = row.GetFieldValue<byte[]>(at);
                output.Write(bytes.Length);
                output.Write(bytes);
                break;
        }
    }

    public static object? Read(BinaryReader input, CellKind kind) =>
        !input.ReadBoolean()
            ? null
            : kind switch
            {
                CellKind.Text => input.ReadString(),
                CellKind.Id => new Guid(input.ReadBytes(16), bigEndian: true),
                CellKind.Instant => new DateTime(input.ReadInt64(), DateTimeKind.Utc),
                CellKind.OffsetInstant => new DateTimeOffset(input.ReadInt64(), TimeSpan.Zero),
                CellKind.Day => DateOnly.FromDayNumber(input.ReadInt32()),
                CellKind.Flag => input.ReadBoolean(),
                CellKind.Whole => input.ReadInt32(),
                CellKind.Long => input.ReadInt64(),
                CellKind.Decimal => input.ReadDecimal(),
                CellKind.Double => input.ReadDouble(),
                CellKind.Bytes => input.ReadBytes(input.ReadInt32()),
            };
}
