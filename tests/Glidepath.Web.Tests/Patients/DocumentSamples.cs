using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Tests.Shared;

namespace Glidepath.Web.Tests.Patients;

/// <summary>Made-up papers, and the form that sends one as a browser does.</summary>
internal static partial class DocumentSamples
{
    public const string Said = "Two days observed after a fall";

    public static byte[] Pdf => Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

    public static byte[] Png =>
        [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n', 0, 0, 0, 13, .. "IHDR"u8, .. new byte[17], 0, 0, 0, 0, .. "IEND"u8, 1, 2, 3, 4];

    /// <summary>A PDF of this many bytes.</summary>
    public static byte[] PdfOf(int bytes)
    {
        var pdf = new byte[bytes];
        new Random(7).NextBytes(pdf);
        Pdf.CopyTo(pdf, 0);
        "\n%%EOF"u8.CopyTo(pdf.AsSpan(bytes - 6));
        return pdf;
    }

    public static (string Name, string Value)[] Fields(params (string Name, string Value)[] changed) =>
        [
            .. new[]
            {
                ("kind", "DischargeLetter"),
                ("holds", "Documents"),
                ("description", Said),
                ("source", "Made-up Hospital"),
                ("receipt", "Fax"),
                ("on", "2026-01-05"),
            }.Where(f => changed.All(c => c.Name != f.Item1)),
            .. changed,
        ];

    /// <summary>The page is asked for, and its form sent with a file.</summary>
    public static async Task<HttpResponseMessage> SendAsync(
        PersonInCare ana,
        byte[]? file,
        string name = "Scan of Ana Sample.pdf",
        string kind = "application/pdf",
        params (string Name, string Value)[] changed
    ) => await SendAsync(ana, await ana.GetAsync($"/patients/{ana.Id}/documents/new"), file, name, kind, changed);

    public static async Task<HttpResponseMessage> SendAsync(
        PersonInCare ana,
        string page,
        byte[]? file,
        string name = "Scan of Ana Sample.pdf",
        string kind = "application/pdf",
        params (string Name, string Value)[] changed
    )
    {
        var form = GlidepathApp
            .FormIn()
            .Matches(page)
            .Select(m => m.Value)
            .Single(f => f.Contains("name=\"file\"", StringComparison.Ordinal));
        Assert.Contains("enctype=\"multipart/form-data\"", form, StringComparison.Ordinal);
        using var content = new MultipartFormDataContent();
        foreach (var hidden in Hidden().Matches(form).AsEnumerable())
            content.Add(new StringContent(WebUtility.HtmlDecode(hidden.Groups[2].Value)), hidden.Groups[1].Value);
        foreach (var (field, value) in Fields(changed))
            content.Add(new StringContent(value), field);
        if (file is not null)
        {
            var sent = new ByteArrayContent(file);
            sent.Headers.ContentType = new MediaTypeHeaderValue(kind);
            content.Add(sent, "file", name);
        }
        return await ana.Staff.PostAsync(
            new Uri($"/patients/{ana.Id}/documents/new", UriKind.Relative),
            content,
            TestContext.Current.CancellationToken
        );
    }

    /// <summary>Filed by the form; it is the newest.</summary>
    public static async Task<DocumentReference> FileAsync(
        GlidepathApp app,
        PersonInCare ana,
        byte[]? file = null,
        params (string Name, string Value)[] changed
    )
    {
        using var sent = await SendAsync(ana, file ?? Pdf, changed: changed);
        Assert.True(
            sent.StatusCode is HttpStatusCode.Redirect,
            $"{sent.StatusCode}: {await sent.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}"
        );
        return (await PersonInCare.StoredAsync<DocumentReference>(app, ana.Id)).MaxBy(d => d.Id)!;
    }

    /// <summary>Straight into the store.</summary>
    public static async Task<DocumentReference> StoreAsync(
        Store store,
        EpisodeOfCare episode,
        byte[] file,
        DataClass holds = DataClass.Documents,
        string described = "Liver values"
    )
    {
        var now = store.Clock.GetUtcNow().UtcDateTime;
        var (document, content) = DocumentReference.Receive(
            episode,
            new(DocumentKind.LaboratoryReport, "Made-up Laboratory", DocumentReceipt.Mail, described),
            holds,
            file,
            DateOnly.FromDateTime(now),
            new Entry(Guid.CreateVersion7(), now, Guid.CreateVersion7())
        );
        await store.Records.RunWholeAsync(
            RequestActor.System("test"),
            new AuditEntry(AuditAction.Create, nameof(DocumentReference), document.PatientId),
            db =>
            {
                db.AddRange(document, content);
                return Task.FromResult(true);
            },
            TestContext.Current.CancellationToken
        );
        return document;
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}
