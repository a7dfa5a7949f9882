namespace Glidepath.Tests.Shared;

/// <summary>The files of <c>tests/data</c>; its <c>SOURCES.md</c> says what each is. One that is missing fails whatever reads it.</summary>
internal static class TestData
{
    private static readonly string Folder = Find();

    /// <param name="file">By its path in <c>tests/data</c>, with slashes.</param>
    /// <exception cref="FileNotFoundException">It is not there.</exception>
    public static string File(string file)
    {
        var path = Path.Combine(Folder, file);
        return System.IO.File.Exists(path) ? path : throw new FileNotFoundException($"tests/data has no file {file}.", path);
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "tests/data") is var found && System.IO.File.Exists(Path.Combine(found, "SOURCES.md")))
                return found;
        throw new FileNotFoundException($"tests/data/SOURCES.md stands in no folder above {AppContext.BaseDirectory}");
    }
}
