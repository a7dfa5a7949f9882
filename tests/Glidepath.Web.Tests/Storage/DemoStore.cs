using Glidepath.Storage;
using Microsoft.Data.Sqlite;

namespace Glidepath.Web.Tests.Storage;

/// <summary>The store of a demo as its first start leaves it, made once and copied: a host makes its people for seconds.</summary>
internal static class DemoStore
{
    private static readonly Lazy<StoreLocation> Made = new(Make);

    public static void CopyTo(StoreLocation location)
    {
        foreach (var file in Directory.EnumerateFiles(Made.Value.DataDirectory, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(location.DataDirectory, Path.GetRelativePath(Made.Value.DataDirectory, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static StoreLocation Make()
    {
        var made = new StoreLocation(Path.Combine(AppContext.BaseDirectory, "demo-store", Guid.CreateVersion7().ToString("N")));
        Directory.CreateDirectory(made.DataDirectory);
        using var app = new GlidepathApp { Demo = true, IsFirstStart = true };
        var from = app.Store.Location;
        foreach (var folder in new[] { from.KeyFolder, Path.GetDirectoryName(from.AnchorFile)! }.Where(Directory.Exists))
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            var copy = Path.Combine(made.DataDirectory, Path.GetRelativePath(from.DataDirectory, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        using (var source = new SqliteConnection($"Data Source={from.SqliteFile}"))
        using (var copy = new SqliteConnection($"Data Source={made.SqliteFile};Pooling=False"))
        {
            source.Open();
            copy.Open();
            source.BackupDatabase(copy);
        }
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(made.DataDirectory, recursive: true);
        return made;
    }
}
