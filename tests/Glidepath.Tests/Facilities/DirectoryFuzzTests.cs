using CsCheck;
using Glidepath.Treatment.Facilities;

namespace Glidepath.Tests.Facilities;

/// <summary>
/// Bytes changed, cut, doubled and swapped: a file is read or refused in words, whatever stands in it. eng/fuzz-directory does the same for
/// as long as it is told.
/// </summary>
public class DirectoryFuzzTests
{
    private static readonly byte[] Workbook = MadeFile.Directory(
        MadeFile.Row("Oak House", "1 Oak Street", "SA DT * BDTX"),
        MadeFile.Row("Elm House", "2 Elm Street", "SA")
    );
    private static readonly byte[] Text = MadeFile.Csv(
        MadeFile.Export("Oak House", "1 Oak Street"),
        MadeFile.Export("Elm House", "2 Elm Street", "MH")
    );

    private static readonly byte[] Json =
        """{"page":1,"recordCount":1,"rows":[{"name1":"Oak","street1":"1 Oak St","city":"Chelsea","state":"MA","zip":"02150","typeFacility":"SA","services":[{"f2":"DS","f3":"Medicaid"}]}]}"""u8.ToArray();

    private static readonly Gen<byte[]> Mutated =
        from start in Glidepath.Tests.Shared.Gens.Of(Workbook, Text, Json)
        from changes in Gen.Select(Gen.Int[0, int.MaxValue], Gen.Byte, Gen.Int[0, 3]).Array[1, 6]
        select changes.Aggregate(
            start,
            (bytes, change) => Changed(bytes, change.Item1 % Math.Max(1, bytes.Length), change.Item2, change.Item3)
        );

    [Fact]
    public void A_spoiled_file_is_read_or_refused_in_words() =>
        Mutated.Sample(
            bytes =>
            {
                try
                {
                    var file = MadeFile.Read(bytes, "2025-01-01", MadeFile.Codes);
                    Assert.NotEmpty(file.Rows);
                    Assert.True(MadeFile.Import(null, file).Places.Count > 0);
                }
                catch (DirectoryFileException refused)
                {
                    Assert.NotEmpty(refused.Message);
                }
            },
            iter: 1_500
        );

    private static byte[] Changed(byte[] bytes, int at, byte value, int how) =>
        bytes.Length == 0
            ? bytes
            : how switch
            {
                0 => [.. bytes[..at], value, .. bytes[(at + 1)..]],
                1 => bytes[..at],
                2 => [.. bytes[..at], value, .. bytes[at..]],
                _ => [.. bytes[..at], .. bytes[(at / 2)..]],
            };
}
