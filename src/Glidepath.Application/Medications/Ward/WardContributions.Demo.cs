using Glidepath.Application.Patients;
using Glidepath.Application.Shared;
using Glidepath.Treatment.Medications;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Application.Medications;

internal static partial class WardContributions
{
    /// <summary>By recipe: what is ordered on the ward.</summary>
    private static readonly Dictionary<string, OrderDetails[]> DemoOrders = new()
    {
        ["not-prescribed-unsure-dose"] = [Timed("diazepam", 10, "diazepam 10 mg tablet", "withdrawal", 6 * 60, 12 * 60, 18 * 60, 22 * 60)],
        ["seizure-before"] = [Timed("clonazepam", 1, "clonazepam 1 mg tablet", "supervised taper", 8 * 60, 20 * 60)],
        ["alcohol-too"] =
        [
            Timed("thiamine", 100, "thiamine 100 mg tablet", "alcohol", 8 * 60),
            new("ondansetron", "mg", [], MedicationRoute.Oral, "nausea", new(4, 8 * 60, 3, 60)),
        ],
    };

    private static readonly DemoEntries[] InDemo =
    [
        DemoEntries.For<MedicationRequest>(person =>
            DemoOrders.GetValueOrDefault(person.Recipe, []).Select((order, place) => Ordered(person, order, place))
        ),
        DemoEntries.For<MedicationAdministration>(person =>
            DemoOrders.GetValueOrDefault(person.Recipe, []).SelectMany((order, place) => Given(person, Ordered(person, order, place)))
        ),
    ];

    private static OrderDetails Timed(string drug, decimal mg, string product, string what, params int[] times) =>
        new(drug, "mg", [.. times.Select(t => new OrderDose(t, mg, [new(product, 1)]))], MedicationRoute.Oral, what);

    private static MedicationRequest Ordered(DemoPerson person, OrderDetails order, int place) =>
        MedicationRequest.Order(
            IdOf(person, place),
            person.Episode,
            order,
            person.At(DemoWard.DaysAgo),
            null,
            new Entry(Guid.CreateVersion7(), person.At(DemoWard.DaysAgo), person.Staff[Role.Prescriber].Id)
        );

    // The order and its doses are made apart, and name each other.
    private static Guid IdOf(DemoPerson person, int place)
    {
        var bytes = person.Episode.Id.ToByteArray();
        bytes[15] = (byte)(bytes[15] ^ (place + 1));
        return new(bytes);
    }

    /// <summary>Each dose whose window is over, a few minutes after its time; sedatives from a sheet, since none was looked at
    /// here.</summary>
    private static IEnumerable<MedicationAdministration> Given(DemoPerson person, MedicationRequest order)
    {
        var rules = WardRules.Default;
        var nurse = person.Staff[Role.Nurse].Id;
        foreach (var slot in DoseSlot.Of(order, person.At(DemoWard.DaysAgo), person.Now - rules.After, person.Zone))
        {
            var at = slot.DueAt.AddMinutes(5);
            yield return new DoseFile(order, [], []).Record(
                new(slot, 0, DoseOutcome.Given, at, nurse, order.Details.NeedsLook, DemoWard.UnitId),
                new(slot.Dose.Amount, slot.Dose.Pieces),
                DoseLook.None,
                [],
                rules,
                new Entry(Guid.CreateVersion7(), at, nurse)
            );
        }
    }
}
