using System.Text;

namespace Glidepath.Application.Privacy;

/// <summary>A record as a table that a spreadsheet opens. The notice stands first.</summary>
internal static class RecordCsv
{
    public static byte[] Write(DisclosedRecord record)
    {
        var text = new StringBuilder();
        foreach (var notice in record.Notices)
            Line("Notice", notice.Text);
        Line("Made", record.When);
        Line("For", record.Recipient);
        Line("Why", record.Purpose);
        foreach (var section in record.Sections)
        {
            Line();
            Line([section.Title]);
            Line([.. section.Columns]);
            foreach (var row in section.Rows)
                Line([.. row]);
            if (section.Rows.Count == 0)
                Line(section.Empty);
        }
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];

        void Line(params string[] cells) => text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");
    }

    /// <summary>Quoted, and never a formula: what a spreadsheet would reckon begins with a mark that makes it text.</summary>
    internal static string Cell(string value)
    {
        var safe = value.TrimStart() is ['=' or '+' or '-' or '@', ..] || value is ['\t' or '\r' or '\n', ..] ? "'" + value : value;
        return "\"" + safe.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }
}
