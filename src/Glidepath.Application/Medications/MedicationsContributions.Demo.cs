using Glidepath.Application.Shared;
using Glidepath.Treatment.Medications;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Application.Medications;

internal static partial class MedicationsContributions
{
    /// <summary>By recipe: what is taken now, and whether a nurse held it against the bottle.</summary>
    private static readonly Dictionary<string, (MedicationDetails Details, bool IsReconciled)[]> DemoMedicines = new()
    {
        ["seizure-before"] = [(Taking("clonazepam", "1 mg morning, 1 mg bedtime", "2016", "panic attacks"), true)],
        ["first-cut-made"] =
        [
            (Taking("clonazepam", "0.5 mg morning, 1 mg bedtime", "2019", "panic attacks"), true),
            (Taking("sertraline", "100 mg in the morning", "2021", "worry"), true),
        ],
        ["holding-after-a-hard-week"] = [(Taking("clonazepam", "0.5 mg bedtime", "2008", "sleep"), true)],
        ["expecting"] = [(Taking("lorazepam", "0.5 mg morning, 0.5 mg bedtime", "2024-02", "anxiety"), false)],
        ["half-way-down"] = [(Taking("clonazepam", "0.25 mg morning, 0.5 mg bedtime", "2017", "panic attacks"), true)],
        ["came-back-to-it"] = [(Taking("diazepam", "4 mg bedtime", "2020", "muscle spasms"), false)],
    };

    private static readonly DemoEntries InDemo = DemoEntries.For(
        DemoMedicines,
        (person, told) =>
            told.Select(t =>
            {
                var (at, by) = (person.At(person.CameDaysAgo), person.Staff[Role.Prescriber].Id);
                var statement = MedicationStatement.Record(
                    Guid.CreateVersion7(),
                    person.Episode,
                    t.Details,
                    person.Day(person.CameDaysAgo),
                    at,
                    by
                );
                if (t.IsReconciled)
                    statement.Reconcile(at, person.Staff[Role.Nurse].Id);
                return statement;
            })
    );

    private static MedicationDetails Taking(string name, string how, string since, string reason) =>
        new(name, how, false, MedicationSource.Bottle, since, "Dr. Demo", reason);
}
