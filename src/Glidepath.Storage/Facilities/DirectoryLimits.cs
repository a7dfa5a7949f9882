using System.IO.Compression;
using Glidepath.Treatment.Facilities;

namespace Glidepath.Storage.Facilities;

/// <summary>The most that is read of a file. The whole country with 332 columns is about 100,000 rows and 35 MB.</summary>
internal static class DirectoryLimits
{
    public const long FileBytes = 64L << 20,
        UnpackedBytes = 384L << 20;

    public const int Rows = 250_000,
        Columns = 1_000,
        CellCharacters = 32_767,
        Sheets = 20,
        Parts = 1_000;

    /// <summary>The bytes in memory, so that a reader may go back and forth; at most <see cref="FileBytes"/>.</summary>
    public static async Task<MemoryStream> TakeAsync(Stream file, CancellationToken cancellationToken)
    {
        var (all, buffer) = (new MemoryStream(), new byte[81_920]);
        while (await file.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            if (all.Length + read > FileBytes)
                throw new DirectoryFileException($"The file is larger than {FileBytes >> 20} MB; no directory is.");
            all.Write(buffer, 0, read);
        }
        all.Position = 0;
        return all;
    }

    /// <summary>Unpacks every part once and counts, since what a ZIP file says of its sizes is only a claim.</summary>
    public static void RequireModestZip(MemoryStream file)
    {
        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count > Parts)
                throw new DirectoryFileException($"The workbook has {zip.Entries.Count:N0} parts; at most {Parts:N0} are read.");
            var (total, buffer) = (0L, new byte[81_920]);
            foreach (var entry in zip.Entries)
            {
                using var part = entry.Open();
                while (part.Read(buffer) is > 0 and var read)
                    if ((total += read) > UnpackedBytes)
                        throw new DirectoryFileException(
                            $"The workbook unpacks to more than {UnpackedBytes >> 20} MB; no directory does, and nothing more of "
                                + $"it was unpacked."
                        );
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or NotSupportedException or IOException)
        {
            throw new DirectoryFileException(
                "The file begins as an XLSX workbook and is not whole: it was cut short or changed on its way. Download it again."
            );
        }
        file.Position = 0;
    }
}
