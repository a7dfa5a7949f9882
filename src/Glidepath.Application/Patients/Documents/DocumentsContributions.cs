using Glidepath.Application.Shared;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Patients;

/// <summary>What papers hand over: their services, and their rows in the lists of a record.</summary>
internal static partial class DocumentsContributions
{
    public static IServiceCollection AddDocuments(this IServiceCollection services) =>
        services
            .AddScoped<DocumentOpening>()
            .AddScoped<DocumentsService>()
            .AddScoped<OwnDocumentsService>()
            .HandOver(OnTimeline)
            .HandOver(InCopy)
            .HandOver(InDemo, ContentsInDemo)
            .HandOver(Names)
            .HandOver(Left);

    private static readonly RecordName[] Names =
    [
        new(typeof(DocumentReference), "the list of your documents"),
        new(typeof(DocumentContent), "a document itself"),
    ];

    private static readonly LeftOut[] Left =
    [
        new(RecordList.Today, "A paper is read when it is filed; what must be done about it is a task.", typeof(DocumentReference)),
        new(RecordList.Today, "The paper is what it is about.", typeof(DocumentContent)),
        new(RecordList.Timeline, "Its description is there; the file is opened on its page.", typeof(DocumentContent)),
        new(RecordList.Copy, "Each document is named there with how the file is got: a table holds no file.", typeof(DocumentContent)),
    ];

    /// <summary>What was filed in error may be another person's: the line says that it was, and nothing of it.</summary>
    private static readonly TimelineRows[] OnTimeline =
    [
        .. DocumentParts.All.Select(part => new TimelineRows(
            part,
            person =>
                person
                    .Of(part)
                    .SelectMany(d =>
                        d.Details.Amendments.Where(_ => d.Stands).Select(a => Amended(d, a, person)).Prepend(Received(d, person))
                    )
        )),
    ];

    private static Happening Received(DocumentReference document, PersonEntries person) =>
        new(
            document.Id,
            HappeningKind.Decision,
            person.DayOf(document.RecordedAt),
            document.RecordedAt,
            document.RecordedBy,
            document.Stands ? T["DocumentReceived", document.Details.Kind.InWords()] : T["DocumentInError"],
            document.Stands ? T["DocumentFrom", document.Details.FirstDescription, document.Details.Source] : null
        )
        {
            Href = PageOf(document),
        };

    private static Happening Amended(DocumentReference document, DocumentAmendment amendment, PersonEntries person) =>
        new(
            amendment.Id,
            HappeningKind.Decision,
            person.DayOf(amendment.At),
            amendment.At,
            amendment.By,
            T["DocumentAmended", document.Details.Kind.InWords()],
            T["DocumentFrom", amendment.Description, document.Details.Source],
            amendment.Why,
            amendment.Amends
        )
        {
            Href = PageOf(document),
        };

    private static string PageOf(DocumentReference document) => $"/patients/{document.PatientId}/documents/{document.Id}";

    private static readonly CopySection InCopy = new(
        InformationCategory.Documents,
        "Documents",
        ["Document", "What it is", "Date of the paper", "From", "File", "How to get it"],
        [.. DocumentParts.All.Select(Rows)]
    )
    {
        Empty = "No document is on file.",
    };

    private static CopyRows Rows(RecordPart<DocumentReference> part) =>
        CopyRows.Each(
            d => d.RecordedAt,
            (d, _, _) =>
                d.Stands
                    ?
                    [
                        [
                            d.Details.Kind.InWords(),
                            d.Details.Description,
                            CopyText.Day(d.Details.On),
                            d.Details.Source,
                            d.File.InWords(),
                            T["AskUsForTheFile"],
                        ],
                    ]
                    : Array.Empty<IReadOnlyList<string?>>(),
            part
        );
}
