namespace Glidepath.Cli.Shared;

/// <summary>The files a command was asked for: all are written or none, and a failure leaves nothing behind.</summary>
internal static class OutputFiles
{
    public static void Write(params IReadOnlyList<(string Option, string? Path, Func<string> Content)> files)
    {
        var parts = new List<Part>();
        try
        {
            foreach (var (option, path, content) in files)
                if (path is not null)
                {
                    // Noted before it is written: a disk that fills leaves half a file.
                    parts.Add(Beside(option, path, parts));
                    parts[^1].Try(p => File.WriteAllText(p.Beside, content()));
                }
            foreach (var part in parts)
                part.Try(p => File.Move(p.Beside, p.Path, overwrite: true));
        }
        finally
        {
            foreach (var part in parts)
                if (File.Exists(part.Beside))
                    File.Delete(part.Beside);
        }
    }

    private static Part Beside(string option, string path, IReadOnlyList<Part> others)
    {
        var part = new Part(option, path, "");
        part.Try(_ => part = part with { Path = Path.GetFullPath(path) });
        if (others.Any(o => o.Path == part.Path))
            throw new InputException($"{option}: read \"{Read.Short(path)}\", which another option names too; accepted: a file of its own");
        // Moving over a link or a device would replace it.
        var isOrdinary = !Directory.Exists(part.Path) && new FileInfo(part.Path).LinkTarget is null && !part.Path.StartsWith("/dev/", StringComparison.Ordinal);
        if (!isOrdinary || !Directory.Exists(Path.GetDirectoryName(part.Path)))
            throw part.Unwritable();
        return part with { Beside = $"{part.Path}.{Path.GetRandomFileName()}.part" };
    }

    private sealed record Part(string Option, string Path, string Beside)
    {
        public void Try(Action<Part> action)
        {
            try
            {
                action(this);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
            {
                throw Unwritable();
            }
        }

        public InputException Unwritable() =>
            new($"{Option}: cannot write \"{Read.Short(Path)}\"; accepted: an ordinary file in a folder that exists and may be written");
    }
}
