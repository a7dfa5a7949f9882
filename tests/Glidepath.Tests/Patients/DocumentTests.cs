using System.Text;
using CsCheck;
using Glidepath.Treatment;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Tests.Patients;

public class DocumentTests
{
    private static readonly DocumentDetails Letter = new(
        DocumentKind.DischargeLetter,
        "Made-up Hospital",
        DocumentReceipt.Fax,
        "Two days observed",
        Made.Day
    );

    private static readonly byte[][] Signatures =
    [
        [.. "%PDF-"u8],
        [0xFF, 0xD8, 0xFF],
        [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n'],
    ];

    public static byte[] Pdf => Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

    public static byte[] Png => [.. Signatures[2], 0, 0, 0, 13, .. "IHDR"u8, .. new byte[17], 0, 0, 0, 0, .. "IEND"u8, 1, 2, 3, 4];

    public static byte[] Jpeg => [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF"u8, .. new byte[40], 0xFF, 0xD9];

    public static TheoryData<string, string> NotAccepted() =>
        new()
        {
            { "", "document.file.empty" },
            { "<html><body>%PDF-1.7 %%EOF</body></html>", "document.file.markup" },
            { "\uFEFF \n<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "document.file.markup" },
            { "<!doctype html><script>1</script>", "document.file.markup" },
            { "PK\u0003\u0004 a Word document", "document.file.archive" },
            { "\0\0\0\u0018ftypheic....", "document.file.phone-picture" },
            { "II*\0 a scan of old", "document.file.tiff" },
            { "MZ\u0090\0 a program", "document.file.unknown" },
            { "GIF89a", "document.file.unknown" },
            { " %PDF-1.7 %%EOF", "document.file.unknown" },
            { "%PDF-1.7 and no end", "document.file.cut-short" },
            { "%PDF", "document.file.unknown" },
        };

    [Fact]
    public void A_file_is_what_its_first_and_last_bytes_say()
    {
        Assert.Equal((DocumentFormat.Pdf, "application/pdf", "pdf"), Of(Pdf));
        Assert.Equal((DocumentFormat.Png, "image/png", "png"), Of(Png));
        Assert.Equal((DocumentFormat.Jpeg, "image/jpeg", "jpg"), Of(Jpeg));
        var file = DocumentFile.Of(Pdf);
        Assert.Equal(Pdf.Length, file.Size);
        Assert.True(file.IsOf(Pdf));
        Assert.False(file.IsOf([.. Pdf[..^1], (byte)'!']));

        static (DocumentFormat, string, string) Of(byte[] bytes) =>
            DocumentFile.Of(bytes) is var file ? (file.Format, file.ContentType, file.Extension) : default;
    }

    [Theory]
    [MemberData(nameof(NotAccepted))]
    public void Any_other_file_is_refused_and_named_for_what_it_is(string text, string rule) =>
        Assert.Equal(rule, Made.RuleOf(() => DocumentFile.Of(Encoding.UTF8.GetBytes(text))));

    [Fact]
    public void A_picture_that_is_cut_short_is_refused()
    {
        Assert.Equal("document.file.cut-short", Made.RuleOf(() => DocumentFile.Of(Png.AsSpan(..20))));
        Assert.Equal("document.file.cut-short", Made.RuleOf(() => DocumentFile.Of(Jpeg.AsSpan(..^1))));
        Assert.Equal("document.file.cut-short", Made.RuleOf(() => DocumentFile.Of([0xFF, 0xD8, 0xFF, 0xD9])));
    }

    [Fact]
    public void Twenty_megabytes_fit_and_one_byte_more_does_not()
    {
        var most = new byte[DocumentFile.MostBytes];
        Pdf.CopyTo(most, 0);
        "%%EOF"u8.CopyTo(most.AsSpan(most.Length - 6));
        Assert.Equal(DocumentFile.MostBytes, DocumentFile.Of(most).Size);
        Assert.Equal("document.file.too-large", Made.RuleOf(() => DocumentFile.Of([.. most, 0])));
    }

    [Fact]
    public void Random_bytes_never_end_in_an_error_and_pass_only_with_an_accepted_signature() =>
        Gen.Select(Gen.Int[0, 6], Gen.Byte.Array[0, 200], Gen.Int[0, 3])
            .Sample(
                (begin, bytes, end) =>
                {
                    byte[] content =
                    [
                        // At its place, behind a page of the web, or not at all.
                        .. begin is >= 3 and < 6 ? "<p>"u8 : [],
                        .. begin < 6 ? Signatures[begin % 3] : [],
                        .. bytes,
                        .. end switch
                        {
                            0 => "%%EOF"u8,
                            1 => [0xFF, 0xD9],
                            2 => "IEND"u8,
                            _ => [],
                        },
                    ];
                    try
                    {
                        var file = DocumentFile.Of(content);
                        Assert.StartsWith(
                            Convert.ToHexString(Signatures[(int)file.Format]),
                            Convert.ToHexString(content),
                            StringComparison.Ordinal
                        );
                        Assert.True(file.IsOf(content));
                    }
                    catch (RuleViolationException refused)
                    {
                        Assert.StartsWith("document.file.", refused.Rule, StringComparison.Ordinal);
                        Assert.Contains("PDF", refused.Message, StringComparison.Ordinal);
                    }
                },
                iter: 20_000
            );

    [Fact]
    public void A_paper_says_what_it_is_and_keeps_its_file_apart()
    {
        var (document, content) = Receive(Letter, DataClass.Progress);
        Assert.Equal(Letter, document.Details);
        Assert.Equal((document.Id, document.PatientId, DataClass.Progress), (content.Id, content.PatientId, content.Holds));
        Assert.True(document.File.IsOf(content.Bytes));
        Assert.True(document.Stands);
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Assert.Equal("document.on", Made.RuleOf(() => Receive(Letter with { On = Made.Day.AddDays(1) })));
        Assert.Equal("document.on", Made.RuleOf(() => Receive(Letter with { On = new DateOnly(1899, 12, 31) })));
        Assert.Equal("document.source.missing", Made.RuleOf(() => Receive(Letter with { Source = " " })));
        Assert.Equal("document.description.missing", Made.RuleOf(() => Receive(Letter with { Description = "" })));
        Assert.Equal("document.kind", Made.RuleOf(() => Receive(Letter with { Kind = (DocumentKind)99 })));
        Assert.Equal("document.receipt", Made.RuleOf(() => Receive(Letter with { Receipt = (DocumentReceipt)99 })));
        Assert.Null(Receive(Letter with { On = null }).Document.Details.On);
    }

    [Theory]
    [InlineData(DataClass.CounsellingNotes)]
    [InlineData(DataClass.LegalDemands)]
    [InlineData(DataClass.None)]
    public void Counseling_notes_and_registers_are_no_papers(DataClass holds) =>
        Assert.Equal("document.holds", Made.RuleOf(() => Receive(Letter, holds)));

    [Fact]
    public void Each_kind_that_can_be_chosen_is_one_that_a_consent_can_name() =>
        Assert.All(DocumentReference.Choosable, c => Assert.NotEqual(InformationCategory.None, DataClasses.Category(c)));

    [Fact]
    public void What_was_filed_in_error_says_why_and_is_marked_once()
    {
        var (document, _) = Receive(Letter);
        Assert.Equal("document.why-in-error.missing", Made.RuleOf(() => document.MarkEnteredInError(" ", Made.Now, Made.Staff)));
        Assert.True(document.Stands);
        document.MarkEnteredInError("Another person's paper.", Made.Now, Made.Staff);
        Assert.Equal((false, Made.Staff), (document.Stands, document.InErrorBy));
        Assert.Equal("document.error.already", Made.RuleOf(() => document.MarkEnteredInError("Again.", Made.Now, Made.Staff)));
    }

    [Fact]
    public void A_description_is_amended_by_an_entry_that_names_the_one_before_and_says_why()
    {
        var (document, _) = Receive(Letter);
        var first = document.Details.Description;
        Assert.Equal("document.amend.same", Made.RuleOf(() => document.Amend($" {first} ", "A typing error.", Made.Entry())));
        Assert.Equal("document.amend.why.missing", Made.RuleOf(() => document.Amend("Other", " ", Made.Entry())));
        Assert.Equal("document.description.missing", Made.RuleOf(() => document.Amend("", "A typing error.", Made.Entry())));
        Assert.Empty(document.Details.Amendments);
        var (one, two) = (Made.Entry(), Made.Entry());
        document.Amend("Letter after the second stay", "It was the second stay.", one);
        document.Amend("Letter after\nthe third stay", "It was the third.", two);
        Assert.Equal(("Letter after the third stay", first), (document.Details.Description, document.Details.FirstDescription));
        Assert.Equal(
            [(one.Id, document.Id, first), (two.Id, one.Id, "Letter after the second stay")],
            document.Details.Amendments.Select(a => (a.Id, a.Amends, a.Was))
        );
        document.MarkEnteredInError("Another person's paper.", Made.Now, Made.Staff);
        Assert.Equal("document.error.already", Made.RuleOf(() => document.Amend("Other", "Why", Made.Entry())));
    }

    private static (DocumentReference Document, DocumentContent Content) Receive(
        DocumentDetails details,
        DataClass holds = DataClass.Documents
    ) => DocumentReference.Receive(Made.Episode(), details, holds, Pdf, Made.Day, Made.Entry());
}
