using System.Data.Common;
using System.Globalization;
using Glidepath.Treatment.Facilities;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Glidepath.Benchmarks;

/// <summary>
/// The same rules, weights and counts in SQL: places with their codes as bits, an index over the map (R*Tree; GiST over geography), and
/// place × code rows for the facets. Prepared once, in memory or cache. It gives no reasons, no unknowns below, no stability: it does less.
/// </summary>
internal sealed class SqlRival : IDisposable
{
    private readonly DbConnection connection;
    private readonly DbCommand score,
        facets;

    private SqlRival(string name, DbConnection connection, bool postgres, IReadOnlyList<Place> places, CallerNeeds needs)
    {
        (Name, this.connection) = (name, connection);
        connection.Open();
        var codes = places
            .SelectMany(p => p.Programmes)
            .SelectMany(p => p.Services)
            .Select(s => s.Code)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();
        var words = (codes.Count + 62) / 63;
        Fill(postgres, places, codes, words);
        var lines = NeedLines.Of(needs);
        string Lists(IEnumerable<Criterion> any) =>
            "("
            + string.Join(
                " OR ",
                any.SelectMany(c => c.Codes)
                    .Select(c => codes.IndexOf(c))
                    .Where(c => c >= 0)
                    .GroupBy(c => c / 63)
                    .Select(g => $"(m{g.Key} & {g.Aggregate(0L, (bits, c) => bits | 1L << (c % 63))}) <> 0")
            )
            + ")";
        var miles = postgres
            ? "ST_Distance(place, @here::geography, false) / 1609.344"
            : "7917.5226 * asin(min(1, sqrt((x-@x)*(x-@x) + (y-@y)*(y-@y) + (z-@z)*(z-@z)) / 2))";
        var near = postgres
            ? "ST_DWithin(place, @here::geography, 160934.4, false)"
            : "id IN (SELECT id FROM area WHERE north >= @s AND south <= @n AND east >= @w AND west <= @e) AND miles <= 100";
        var where = string.Join(" AND ", lines.Where(l => l.IsHard).Select(l => Lists(l.Criteria)));
        var hard = lines.Where(l => l.IsHard).Sum(l => l.Weight);
        var soft = string.Join(
            " + ",
            lines
                .Where(l => l.Kind is NeedKind.Wish)
                .Select(l => $"CASE WHEN {Lists(l.Criteria)} THEN {l.Weight} ELSE {l.Weight * 0.25} END")
        );
        var from = postgres
            ? $"(SELECT *, {miles} AS miles FROM site WHERE {near} AND {where}) s"
            : $"(SELECT *, {miles} AS miles FROM site WHERE {where} AND {near}) s";
        var valued = $"(SELECT *, ({hard} + {soft} + 3 * exp(-miles / 40)) / {lines.Sum(l => l.Weight)} AS value FROM {from}) v";
        score = Prepared(
            $"SELECT id, value, miles, count(*) OVER () FROM {valued} ORDER BY floor((1 - value) * 33.3333), round(miles) LIMIT 20",
            postgres
        );
        facets = Prepared($"SELECT code, count(*) FROM site_code WHERE site IN (SELECT id FROM {from}) GROUP BY code", postgres);
    }

    public string Name { get; }

    public static SqlRival Sqlite(IReadOnlyList<Place> places, CallerNeeds needs) =>
        new("SQLite R*Tree", new SqliteConnection("Data Source=:memory:"), false, places, needs);

    public static SqlRival PostGis(string connection, IReadOnlyList<Place> places, CallerNeeds needs) =>
        new("PostGIS", new NpgsqlConnection(connection), true, places, needs);

    /// <returns>How many places hold to the rules.</returns>
    public int Score(Coordinates here)
    {
        Here(score, here);
        using var reader = score.ExecuteReader();
        var count = 0;
        while (reader.Read())
            count = reader.GetInt32(3);
        return count;
    }

    public int Facets(Coordinates here)
    {
        Here(facets, here);
        using var reader = facets.ExecuteReader();
        var sum = 0;
        while (reader.Read())
            sum += reader.GetInt32(1);
        return sum;
    }

    private void Fill(bool postgres, IReadOnlyList<Place> places, List<string> codes, int words)
    {
        var masks = Enumerable.Range(0, words).Select(w => $"m{w}").ToList();
        using var transaction = connection.BeginTransaction();
        Run(
            postgres
                ? $"CREATE EXTENSION IF NOT EXISTS postgis; DROP TABLE IF EXISTS site_code; DROP TABLE IF EXISTS site; CREATE TABLE site "
                    + $"(id int PRIMARY KEY, place geography(Point), {string.Join(',', masks.Select(m => m + " bigint"))}); CREATE TABLE "
                    + $"site_code (site int, code smallint)"
                : $"CREATE TABLE site (id INTEGER PRIMARY KEY, x REAL, y REAL, z REAL, {string.Join(',', masks)}); CREATE VIRTUAL "
                    + $"TABLE area USING rtree(id, south, north, west, east); CREATE TABLE site_code (site INTEGER, code INTEGER, "
                    + $"PRIMARY KEY (site, code)) WITHOUT ROWID"
        );
        foreach (var (id, place) in places.Index())
        {
            if (place.Coordinates is not { } at || PlaceReading.Open(place) is not { Count: > 0 } open)
                continue;
            var own = open.SelectMany(p => p.Services).Select(s => codes.IndexOf(s.Code)).Distinct().ToList();
            var bits = Enumerable.Range(0, words).Select(w => own.Where(c => c / 63 == w).Aggregate(0L, (m, c) => m | 1L << (c % 63)));
            var (x, y, z) = Unit(at);
            string Text(double v) => v.ToString("R", CultureInfo.InvariantCulture);
            Run(
                postgres
                    ? $"INSERT INTO site VALUES ({id}, ST_MakePoint({Text(at.Longitude)}, {Text(at.Latitude)})::geography, "
                        + $"{string.Join(',', bits)}); INSERT INTO site_code VALUES {string.Join(',', own.Select(c => $"({id},{c})"))}"
                    : $"INSERT INTO site VALUES ({id}, {Text(x)}, {Text(y)}, {Text(z)}, {string.Join(',', bits)}); INSERT INTO area "
                        + $"VALUES ({id}, {Text(at.Latitude)}, {Text(at.Latitude)}, {Text(at.Longitude)}, {Text(at.Longitude)}); INSERT "
                        + $"INTO site_code VALUES {string.Join(',', own.Select(c => $"({id},{c})"))}"
            );
        }
        transaction.Commit();
        Run(
            postgres
                ? "CREATE INDEX ON site USING gist (place); CREATE INDEX ON site_code (site) INCLUDE (code); ANALYZE site; ANALYZE "
                    + "site_code"
                : "ANALYZE"
        );
    }

    private void Run(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private DbCommand Prepared(string sql, bool postgres)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in postgres ? "here".Split(' ') : "x y z s n w e".Split(' '))
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("@" + name, postgres ? "POINT(0 0)" : 0d);
            command.Parameters.Add(parameter);
        }
        command.Prepare();
        return command;
    }

    private static void Here(DbCommand command, Coordinates at)
    {
        if (command is NpgsqlCommand)
        {
            command.Parameters[0].Value = FormattableString.Invariant($"POINT({at.Longitude} {at.Latitude})");
            return;
        }
        var (x, y, z) = Unit(at);
        var (north, east) = (100 / 69.0, 100 / 69.0 / Math.Max(0.1, Math.Cos((Math.Abs(at.Latitude) + 1.5) * Math.PI / 180)));
        foreach (
            var (i, value) in new[] { x, y, z, at.Latitude - north, at.Latitude + north, at.Longitude - east, at.Longitude + east }.Index()
        )
            command.Parameters[i].Value = value;
    }

    private static (double X, double Y, double Z) Unit(Coordinates at)
    {
        var (a, b) = (double.DegreesToRadians(at.Latitude), double.DegreesToRadians(at.Longitude));
        return (Math.Cos(a) * Math.Cos(b), Math.Cos(a) * Math.Sin(b), Math.Sin(a));
    }

    public void Dispose()
    {
        score.Dispose();
        facets.Dispose();
        connection.Dispose();
    }
}
