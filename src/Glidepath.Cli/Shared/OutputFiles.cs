namespace Glidepath.Cli.Shared;

/// <summary>The files a command was asked for: all are written or none, and a failure leaves nothing behind.</summary>
internal static class OutputFiles
{
    public static void Write(params IReadOnlyList<(string Option, string? Path, Func<string> Content)> files)
    {
        var written = new List<(string Part, string Path)>();
        try
        {
            foreach (var (option, path, content) in files)
                if (path is not null)
                    written.Add((WriteBeside(option, path, written.Select(w => w.Path), content()), path));
            foreach (var (part, path) in written)
                File.Move(part, path, overwrite: true);
        }
        finally
        {
            foreach (var (part, _) in written)
                File.Delete(part);
        }
    }

    private static string WriteBeside(string option, string path, IEnumerable<string> others, string content)
    {
        try
        {
            var full = Path.GetFullPath(path);
            if (others.Any(o => Path.GetFullPath(o) == full))
                throw new InputException($"{option}: read \"{Read.Short(path)}\", which another option names too; accepted: a file of its own");
            if (Directory.Exists(full))
                throw Unwritable(option, path);
            var part = $"{full}.{Path.GetRandomFileName()}.part";
            File.WriteAllText(part, content);
            return part;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Unwritable(option, path);
        }
    }

    private static InputException Unwritable(string option, string path) =>
        new($"{option}: cannot write \"{Read.Short(path)}\"; accepted: a file in a folder that exists and may be written");
}
