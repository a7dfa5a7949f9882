using System.Globalization;
using Glidepath.Application.Medications;
using Glidepath.Treatment.Medications;

namespace Glidepath.Web.Medications;

/// <summary>The dose that is opened on the page of a ward, to be recorded.</summary>
/// <param name="Dose">Null of one that is given as needed.</param>
public sealed record OpenDose(WardPerson Person, DoseFile File, SheetDose? Dose)
{
    public string Name => Dose is { Slot: var slot } ? NameOf(slot) : $"{File.Order.Id:N}";

    public static string NameOf(DoseSlot slot) =>
        string.Create(CultureInfo.InvariantCulture, $"{slot.OrderId:N}_{slot.Day:yyyyMMdd}_{slot.Dose.Minutes}");

    /// <returns>Null where the address names no dose that can be recorded now.</returns>
    public static OpenDose? Find(WardView view, string name)
    {
        if (!view.MayGive || view.Sheet is null || name.Length == 0)
            return null;
        foreach (var person in view.People)
        foreach (var file in person.Files)
        {
            if (file.Order.Details.AsNeeded is not null && $"{file.Order.Id:N}" == name)
                return new(person, file, null);
            if (view.Sheet.Doses.FirstOrDefault(d => d.Slot.OrderId == file.Order.Id && NameOf(d.Slot) == name) is { IsOpen: true } dose)
                return new(person, file, dose);
        }
        return null;
    }
}
