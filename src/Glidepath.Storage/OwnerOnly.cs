namespace Glidepath.Storage;

/// <summary>
/// What is not encrypted (who, when, how much) is nobody else's on the machine either: files and folders of a store are made with the
/// rights of their owner alone, whatever the umask says. On Windows the rights of the folder above hold.
/// </summary>
public static class OwnerOnly
{
    private const UnixFileMode File600 = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        Folder700 = File600 | UnixFileMode.UserExecute;

    /// <summary>With those above it that are missing. A folder that is there already keeps its rights.</summary>
    public static void CreateFolder(string path)
    {
        // One by one: made in one call, only the last would have these rights.
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } above && !Directory.Exists(above))
            CreateFolder(above);
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, Folder700);
    }

    /// <summary>
    /// Makes an empty file, or takes the rights of others from one that is there, without opening it: a file that was opened and closed
    /// loses the locks that SQLite holds on it in this process.
    /// </summary>
    public static void CreateFile(string path)
    {
        if (File.Exists(path))
            Restrict(path);
        else
            using (new FileStream(path, Options(FileMode.CreateNew))) { }
    }

    public static void Restrict(string path)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(path))
            File.SetUnixFileMode(path, File600);
    }

    public static FileStreamOptions Options(FileMode mode, FileShare share = FileShare.None)
    {
        var options = new FileStreamOptions
        {
            Mode = mode,
            Access = FileAccess.ReadWrite,
            Share = share,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = File600;
        return options;
    }
}
