using Glidepath.Application.Shared;
using Glidepath.Paper.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Application.Privacy;

/// <summary>
/// What there is of each category, as the areas hand it over: a section that an area adds is in every channel at once. Counselling notes
/// have none: they never travel with a summary. Only the categories of a permit are read.
/// </summary>
public sealed class RecordSections(IEnumerable<CopySection> sections, IEnumerable<LeftOut> leftOut)
{
    /// <summary>
    /// Of a category without a section, or one of which not all may be read: the record may well hold some of it, so its empty part must
    /// not read as an answer.
    /// </summary>
    private const string NotShared = "We do not share this here yet. That does not mean there is nothing.";

    private const string CounselingNotes =
        "Counseling notes: a therapist's own notes of a session, kept apart by law (42 CFR 2.11). Ask your therapist.";

    /// <param name="merged">Of other records of the same person, as the disclosure check permits.</param>
    /// <param name="today">Divides what is to come from what is past.</param>
    /// <param name="isOwn">The patient's own copy: all of the record, and what is left out by name.</param>
    /// <param name="isByPatient">They take it themselves: what they keep to themselves is in it too.</param>
    public async Task<IReadOnlyList<RecordSection>> ReadAsync(
        GlidepathDbContext db,
        Guid patientId,
        InformationCategory permitted,
        IReadOnlyDictionary<Guid, InformationCategory> merged,
        DateOnly today,
        bool isOwn,
        bool isByPatient,
        CancellationToken cancellationToken
    )
    {
        var asked = permitted & InformationCategories.AllButCounsellingNotes;
        var taken = sections
            .Where(s => asked.HasFlag(s.Category) && (isOwn || !s.IsOwn) && (isByPatient || s.Opens is not DataClass.OwnWork))
            .ToList();
        DataClass[] opened = [.. taken.Select(s => s.Opens).Where(c => c is not DataClass.None).Distinct()];
        var open = new Dictionary<Guid, IReadOnlySet<DataClass>> { [patientId] = DataClasses.In(asked).Concat(opened).ToHashSet() };
        foreach (var (id, may) in merged)
            open[id] = DataClasses
                .In(may & asked)
                // What a section opens besides goes with its category.
                .Concat(taken.Where(s => may.HasFlag(s.Category)).Select(s => s.Opens))
                .Where(c => c is not (DataClass.None or DataClass.OwnWork))
                .ToHashSet();
        foreach (var (id, classes) in open)
            db.Grant(id, AccessAction.Read, [.. classes.Intersect(opened)]);
        var read = await Gathered.ReadAsync(db, open, taken.SelectMany(s => s.Rows).Select(r => r.Part), cancellationToken);
        var person = read.Of(patientId);
        var shared = taken.Where(s => !s.IsOwn).ToLookup(s => s.Category);
        // The patient's own copy has the rest behind it: a category of which there is nothing needs no empty part.
        var all = InformationCategories
            .Each(asked)
            .SelectMany(c =>
                shared.Contains(c) ? shared[c].Select(s => Of(s, Whose(s), today))
                : isOwn ? []
                : [Missing(c)]
            )
            .ToList();
        if (!isOwn)
            return all;
        all.AddRange(taken.Where(s => s.IsOwn).OrderBy(s => s.Category).Select(s => Of(s, Whose(s), today)).Where(s => s.Rows.Count > 0));
        all.Add(
            new RecordSection(
                InformationCategory.PresenceInTreatment,
                "What is not in this copy",
                ["What, and where to see it"],
                [.. leftOut.Select(l => l.ToldAs).OfType<string>().Append(CounselingNotes).Select(words => new[] { words })]
            )
        );
        return all;

        PersonEntries Whose(CopySection section) => person with { IsAlone = isOwn && section.IsPersonsOwn };
    }

    private static RecordSection Of(CopySection section, PersonEntries person, DateOnly today) =>
        new(
            section.Category,
            section.Title,
            section.Columns,
            [.. section.Rows.SelectMany(r => r.Of(person, today)).Select(r => r.Select(c => c ?? "").ToArray())]
        )
        {
            Empty = section.Rows.All(r => person.IsOpen(r.Part)) ? section.Empty : NotShared,
        };

    private static RecordSection Missing(InformationCategory category) =>
        new(category, Letters.Capital(Terms.Of(InformationCategories.InWords(category))), ["On file"], []) { Empty = NotShared };
}
