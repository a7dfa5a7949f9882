using Glidepath.Treatment.Facilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Glidepath.Storage.Facilities;

/// <summary>Places to and from their tables, all at once.</summary>
internal static class DirectoryRows
{
    private const string BetweenPhones = "; ";

    public static async Task<IReadOnlyList<Place>> ReadAsync(GlidepathDbContext db, CancellationToken cancellationToken)
    {
        var (services, marks) = (new ServiceText(), await DirectoryMarks.AllAsync(db, cancellationToken));
        var programmes = (await db.Set<ProgrammeRecord>().AsNoTracking().ToListAsync(cancellationToken)).ToLookup(p => p.PlaceId);
        var places = (await db.Set<PlaceRecord>().AsNoTracking().ToListAsync(cancellationToken))
            .Select(p => marks.On(Of(p, [.. programmes[p.Id].OrderBy(r => r.Position).Select(r => Of(r, services))])))
            .ToList();
        places.Sort(
            static (a, b) =>
                string.CompareOrdinal(a.State, b.State) is not 0 and var state ? state
                : string.CompareOrdinal(a.City, b.City) is not 0 and var city ? city
                : string.CompareOrdinal(a.Name, b.Name) is not 0 and var name ? name
                : a.Id.CompareTo(b.Id)
        );
        return places;
    }

    /// <param name="progress">0 to 1.</param>
    public static async Task ReplaceAsync(
        GlidepathDbContext db,
        IReadOnlyList<Place> places,
        Action<double>? progress,
        CancellationToken cancellationToken
    )
    {
        await db.Set<ProgrammeRecord>().ExecuteDeleteAsync(cancellationToken);
        await db.Set<PlaceRecord>().ExecuteDeleteAsync(cancellationToken);
        var (done, all) = (0, Math.Max(1, places.Sum(p => p.Programmes.Count + 1)));
        await InsertAsync(db, places.Select(Of), Step, cancellationToken);
        await InsertAsync(db, places.SelectMany(p => p.Programmes.Select((r, i) => Of(r, p.Id, i))), Step, cancellationToken);

        void Step()
        {
            if (++done % 500 == 0)
                progress?.Invoke((double)done / all);
        }
    }

    private static async Task InsertAsync<T>(
        GlidepathDbContext db,
        IEnumerable<T> records,
        Action step,
        CancellationToken cancellationToken
    )
        where T : class
    {
        var entity = db.Model.FindEntityType(typeof(T))!;
        var table = BackupTable.Of(db).Single(t => t.Name == entity.GetTableName());
        var cells = table
            .Columns.Select(column => entity.GetProperties().Single(p => p.GetColumnName() == column.Name))
            .Select(p => (p.PropertyInfo!, p.GetTypeMapping().Converter))
            .ToList();
        var transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        await using TableLoader sink =
            db is PostgresGlidepathDbContext
                ? await PostgresRows.BeginAsync(transaction, table, cancellationToken)
                : new SqliteRows(transaction, table);
        foreach (var record in records)
        {
            await sink.AddAsync(
                [
                    .. cells.Select(c =>
                        c.Item1.GetValue(record) is { } value && c.Converter is { } converter
                            ? converter.ConvertToProvider(value)
                            : c.Item1.GetValue(record)
                    ),
                ],
                cancellationToken
            );
            step();
        }
        await sink.CompleteAsync(cancellationToken);
    }

    private static PlaceRecord Of(Place place) =>
        new()
        {
            Id = place.Id,
            Name = place.Name,
            Street = place.Street,
            City = place.City,
            State = place.State,
            Zip = place.Zip,
            County = place.County,
            Latitude = place.Coordinates?.Latitude,
            Longitude = place.Coordinates?.Longitude,
            CoordinateSource = place.Coordinates?.Source,
        };

    private static Place Of(PlaceRecord record, IReadOnlyList<Programme> programmes) =>
        new()
        {
            Id = record.Id,
            Name = record.Name,
            Street = record.Street,
            City = record.City,
            State = record.State,
            Zip = record.Zip,
            County = record.County,
            Coordinates = record is { Latitude: { } latitude, Longitude: { } longitude, CoordinateSource: { } source }
                ? new(latitude, longitude, source)
                : null,
            Programmes = programmes,
        };

    private static ProgrammeRecord Of(Programme programme, Guid placeId, int position) =>
        new()
        {
            Id = programme.Id,
            PlaceId = placeId,
            Position = position,
            Kind = programme.Kind,
            Name = programme.Name,
            Branch = programme.Branch,
            Phone = programme.Phone,
            IntakePhones = programme.IntakePhones.Count == 0 ? null : string.Join(BetweenPhones, programme.IntakePhones),
            Website = programme.Website,
            Source = programme.Origin.Source,
            AsOf = programme.Origin.AsOf,
            Services = ServiceText.Write(programme.Services),
            Statements = StatementText.Write(programme.Statements),
        };

    private static Programme Of(ProgrammeRecord record, ServiceText services) =>
        new()
        {
            Id = record.Id,
            Kind = record.Kind,
            Name = record.Name,
            Branch = record.Branch,
            Phone = record.Phone,
            IntakePhones = record.IntakePhones?.Split(BetweenPhones) ?? [],
            Website = record.Website,
            Origin = services.Origin(record.Source, record.AsOf),
            Services = services.Read(record.Services),
            Statements = StatementText.Read(record.Statements),
        };
}
