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
                    .Select(d => new Happening(
                        d.Id,
                        HappeningKind.Decision,
                        person.DayOf(d.RecordedAt),
                        d.RecordedAt,
                        d.RecordedBy,
                        d.Stands ? T["DocumentReceived", d.Details.Kind.InWords()] : T["DocumentInError"],
                        d.Stands ? T["DocumentFrom", d.Details.Description, d.Details.Source] : null
                    ))
        )),
    ];

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
