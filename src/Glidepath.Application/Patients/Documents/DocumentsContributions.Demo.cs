using Glidepath.Application.Shared;
using Glidepath.Paper.Privacy;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Application.Patients;

internal static partial class DocumentsContributions
{
    private sealed record DemoPaper(DocumentDetails Details, DataClass Holds, byte[] Content, int DaysAgo);

    /// <summary>By recipe: papers that say of themselves that they are made up.</summary>
    private static readonly Dictionary<string, Func<DemoPerson, DemoPaper[]>> DemoPapers = new()
    {
        ["first-cut-made"] = person =>
            [
                new(
                    new(
                        DocumentKind.DischargeLetter,
                        "Made-up General Hospital",
                        DocumentReceipt.Mail,
                        "Two days observed after a fall; sent home the same dose",
                        person.Day(70)
                    ),
                    DataClass.Progress,
                    Letter(person),
                    20
                ),
                new(
                    new(DocumentKind.LaboratoryReport, "Made-up Laboratory", DocumentReceipt.InPerson, "Blood count and liver values"),
                    DataClass.VitalSigns,
                    Convert.FromBase64String(Picture),
                    6
                ),
            ],
    };

    /// <summary>A sheet with "MADE UP" on it, 176 by 112 dots.</summary>
    private const string Picture =
        "iVBORw0KGgoAAAANSUhEUgAAALAAAABwAQAAAACWJMdHAAAAhElEQVR42u2UwQmAMAxFu4HkLmQUL4GO1eWEztN7IVZBKtVU4kkx"
        + "/xQeIYRHiHOqTHyR/HOcOGUKAJkoMEeOAHoszUYoLchjWMFWohpLs1OayZdu8nxcUIVlJ+0metydvRssMvEBtkP+IM6nh9TDpqpm"
        + "6GNT1ViRsamql3OD7YW9AauyANG4Fw9nY1NUAAAAAElFTkSuQmCC";

    private static readonly DemoEntries InDemo = new(
        typeof(DocumentReference),
        person => DemoPapers.GetValueOrDefault(person.Recipe, _ => [])(person).SelectMany(told => Made(person, told))
    )
    {
        Recipes = [.. DemoPapers.Keys],
    };

    /// <summary>Files are made with the papers that they are of.</summary>
    private static readonly DemoEntries ContentsInDemo = new(typeof(DocumentContent), _ => []);

    private static IEnumerable<IPatientRecord> Made(DemoPerson person, DemoPaper told)
    {
        var (document, content) = DocumentReference.Receive(
            person.Episode,
            told.Details,
            told.Holds,
            told.Content,
            person.Day(0),
            new Entry(Guid.CreateVersion7(), person.At(told.DaysAgo), person.Staff[Role.Nurse].Id)
        );
        return [document, content];
    }

    private static byte[] Letter(DemoPerson person) =>
        SummarySheet
            .Lay(
                "Made-up discharge letter",
                "No hospital wrote this, and nobody was there. It shows how a received paper is kept.",
                [],
                [
                    new(
                        "Stay",
                        ["What", "Made up"],
                        [
                            ["Came in", CopyText.Day(person.Day(72))],
                            ["Went home", CopyText.Day(person.Day(70))],
                        ]
                    ),
                ],
                person.Day(70)
            )
            .ToPdf();
}
