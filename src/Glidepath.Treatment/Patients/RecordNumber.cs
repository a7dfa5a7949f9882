namespace Glidepath.Treatment.Patients;

/// <summary>
/// What a record is called on paper and by telephone: the last ten signs of its id, which are chance, in two groups (<c>3F2A0-76990</c>).
/// One in 10¹² is taken, so a slip of the pen names nobody rather than somebody else.
/// </summary>
public static class RecordNumber
{
    private const int Length = 10;

    public static string Of(Guid id)
    {
        var signs = Signs(id);
        return $"{signs[..(Length / 2)]}-{signs[(Length / 2)..]}";
    }

    /// <summary>The ten signs without their dash, as they are looked up.</summary>
    public static string Signs(Guid id) => id.ToString("N")[^Length..].ToUpperInvariant();

    /// <param name="written">With or without dash and spaces, in letters large or small; O is read as 0 and I or L as 1.</param>
    /// <returns>The ten signs; null where it is no record number.</returns>
    public static string? Read(string written)
    {
        var signs = string.Concat(written.Where(c => c is not '-' && !char.IsWhiteSpace(c)).Select(Sign));
        return signs.Length == Length && signs.All(char.IsAsciiHexDigitUpper) ? signs : null;
    }

    private static char Sign(char written) =>
        char.ToUpperInvariant(written) switch
        {
            'O' => '0',
            'I' or 'L' => '1',
            var sign => sign,
        };
}
