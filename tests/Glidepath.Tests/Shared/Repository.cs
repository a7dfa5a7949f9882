namespace Glidepath.Tests.Shared;

internal static class Repository
{
    /// <summary>The folder of Glidepath.slnx.</summary>
    public static readonly string Root = Above("Glidepath.slnx");

    /// <summary>The nearest folder above the tests that holds <paramref name="path"/>.</summary>
    public static string Above(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, path)))
                return folder.FullName;
        throw new FileNotFoundException($"{path} stands in no folder above {AppContext.BaseDirectory}");
    }
}
