using Glidepath.Application.Privacy;
using Glidepath.Paper.Privacy;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Web.Privacy.Disclosures;

/// <summary>
/// A disclosed record as a file. Takes nothing else, so that what was not disclosed cannot be written. The names of the files say nothing.
/// </summary>
internal static class RecordFiles
{
    public static IResult Of(DisclosedRecord record, DisclosureChannel channel) =>
        channel switch
        {
            DisclosureChannel.Pdf => TypedResults.File(Pdf(record), "application/pdf", "summary.pdf"),
            DisclosureChannel.Csv => TypedResults.File(RecordCsv.Write(record), "text/csv; charset=utf-8", "summary.csv"),
            DisclosureChannel.Json => TypedResults.File(RecordJson.Write(record), "application/json", "summary.json"),
            _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, "No file is made for this channel."),
        };

    internal static byte[] Pdf(DisclosedRecord record) => Lay(record).ToPdf();

    internal static Paper.Shared.PrintedDocument Lay(DisclosedRecord record) =>
        SummarySheet.Lay(
            DisclosedRecord.Title,
            $"Made {record.When}, for {record.Recipient}. Why: {record.Purpose}.",
            [.. record.Notices.Select(n => n.Text)],
            [.. record.Sections.Select(s => new SheetTable(s.Title, s.Columns, s.Rows, s.Empty))],
            record.MadeOn
        );
}
