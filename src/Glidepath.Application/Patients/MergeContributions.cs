using Glidepath.Application.Shared;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Patients;

/// <summary>What merges hand over: their service, and their rows in the lists of a record.</summary>
internal static class MergeContributions
{
    public static IServiceCollection AddMerges(this IServiceCollection services) =>
        services.AddScoped<MergeService>().HandOver(OnTimeline).HandOver(InCopy).HandOver(Names).HandOver(NoRow);

    private static readonly TimelineRows OnTimeline = TimelineRows.Of<PatientLink>(
        (l, person) =>
            new(
                l.Id,
                HappeningKind.Move,
                person.DayOf(l.RecordedAt),
                l.RecordedAt,
                l.RecordedBy,
                T[
                    (l.Kind, l.IsEnd) switch
                    {
                        (PatientLinkKind.ReplacedBy, false) => "MergedIntoRecord",
                        (_, false) => "RecordMergedIntoThis",
                        (_, true) => "TakenApartFromRecord",
                    },
                    RecordNumber.Of(l.OtherPatientId)
                ],
                // Why is the privacy officer's to read: it may tell of another person.
                null,
                null,
                l.AmendsId
            )
    );

    /// <summary>That somebody has two records here is nobody's but theirs.</summary>
    private static readonly CopySection InCopy = new(
        InformationCategory.Demographics,
        "Your records here",
        ["Day", "What", "Other record"],
        new CopyRows(
            RecordPart.All<PatientLink>(),
            (person, _) =>
            {
                var all = person.Of(RecordPart.All<PatientLink>());
                // The number of a record that was taken apart is another person's.
                var standing = PatientLink.Standing(all).Select(l => l.Id).ToHashSet();
                return all.OrderBy(l => l.RecordedAt)
                    .Select(l =>
                        new[]
                        {
                            CopyText.Day(person.DayOf(l.RecordedAt)),
                            Terms.Of(l.IsEnd ? "Taken apart again" : "Merged: two records of one person"),
                            standing.Contains(l.Id) ? RecordNumber.Of(l.OtherPatientId) : "",
                        }
                    );
            }
        )
    )
    {
        IsOwn = true,
        Opens = DataClass.RecordLinks,
    };

    private static readonly RecordName[] Names =
    [
        new(typeof(PatientLink), "that two records of yours were put together or taken apart"),
        new(typeof(SamePersonNote), "that another record may be yours too"),
    ];

    private static readonly LeftOut[] NoRow =
    [
        new(RecordList.Today, "It is done when it is written.", typeof(PatientLink)),
        new(RecordList.Pages, "The head of a record says it, and the privacy officer has a register.", typeof(PatientLink)),
        new(RecordList.Demo, "The person who shows the demo asks and merges themselves.", typeof(PatientLink), typeof(SamePersonNote)),
        new(
            RecordList.Timeline,
            "Nothing has happened to the person: the privacy officer looks whether it is one.",
            typeof(SamePersonNote)
        ),
        new(RecordList.Today, "The privacy officer has it in a register.", typeof(SamePersonNote)),
        new(RecordList.Copy, "It may name the record of another person.", typeof(SamePersonNote)),
    ];
}
