using System.Text;

namespace Glidepath.Cli.Shared;

/// <summary>One file a command may be asked for.</summary>
/// <param name="Path">Null where it was not.</param>
/// <param name="Content">Called only where it was: drawing costs more than a whole plan.</param>
internal sealed record OutputFile(string Option, string? Path, Func<byte[]> Content)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static OutputFile OfText(string option, string? path, Func<string> text) => new(option, path, () => Utf8.GetBytes(text()));

    /// <exception cref="InputException">The library that draws is missing or is none for this machine.</exception>
    public static OutputFile OfDrawing(string option, string? path, Func<byte[]> draw) =>
        new(
            option,
            path,
            () =>
            {
                try
                {
                    return draw();
                }
                catch (Exception exception)
                    when (exception
                            is DllNotFoundException
                                or BadImageFormatException
                                or EntryPointNotFoundException
                                or TypeInitializationException
                    )
                {
                    throw new InputException(
                        $"{option}: cannot draw, since the native library libSkiaSharp cannot be loaded on this machine; accepted: "
                            + $"--csv, --ics or --json, which need none"
                    );
                }
            }
        );
}

/// <summary>The files a command was asked for: all are written or none, and a failure leaves nothing behind.</summary>
internal static class OutputFiles
{
    public static void Write(params IReadOnlyList<OutputFile> files)
    {
        var parts = new List<Part>();
        try
        {
            foreach (var file in files)
                if (file.Path is not null)
                {
                    // Noted before it is written: a disk that fills leaves half a file.
                    parts.Add(Beside(file.Option, file.Path, parts));
                    parts[^1].Try(p => File.WriteAllBytes(p.Beside, file.Content()));
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
        var isOrdinary =
            !Directory.Exists(part.Path)
            && new FileInfo(part.Path).LinkTarget is null
            && !part.Path.StartsWith("/dev/", StringComparison.Ordinal);
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
            catch (Exception exception)
                when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
            {
                throw Unwritable();
            }
        }

        public InputException Unwritable() =>
            new($"{Option}: cannot write \"{Read.Short(Path)}\"; accepted: an ordinary file in a folder that exists and may be written");
    }
}
