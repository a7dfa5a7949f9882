using System.Collections.Concurrent;
using System.Reflection;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Storage.Privacy;

/// <summary>Which kinds of data a unit of work may touch, patient by patient. Empty until the access check or a duty fills it.</summary>
internal sealed class Grants
{
    // What a register's duty opens is opened for every patient, under this id.
    private static readonly Guid Everyone = Guid.Empty;

    private readonly HashSet<(Guid PatientId, DataClass DataClass)> _loads = [];
    private readonly HashSet<(Guid PatientId, DataClass DataClass)> _saves = [];

    /// <summary>Who may change a kind of data loads it too: nothing is changed unseen.</summary>
    public void Add(Guid patientId, AccessAction action, DataClass dataClass)
    {
        _loads.Add((patientId, dataClass));
        if (action is AccessAction.Write or AccessAction.Decide)
            _saves.Add((patientId, dataClass));
    }

    public void AddForEveryone(AccessAction action, DataClass dataClass) => Add(Everyone, action, dataClass);

    public bool MayLoad(Guid patientId, DataClass dataClass) => Holds(_loads, patientId, dataClass);

    public bool MaySave(Guid patientId, DataClass dataClass) => Holds(_saves, patientId, dataClass);

    /// <summary>For some patient at least: what a table can be asked for at all.</summary>
    public bool MayLoadAny(DataClass dataClass) => _loads.Any(l => l.DataClass == dataClass || dataClass is DataClass.None);

    // What has no kind of its own follows whatever else of that patient may be touched.
    private static bool Holds(HashSet<(Guid PatientId, DataClass)> set, Guid patientId, DataClass dataClass) =>
        set.Contains((patientId, dataClass))
        || set.Contains((Everyone, dataClass))
        || (dataClass is DataClass.None && set.Any(g => g.PatientId == patientId));
}

/// <summary>What record types say of themselves by <see cref="RecordOfAttribute"/>.</summary>
internal static class RecordClasses
{
    private static readonly ConcurrentDictionary<Type, DataClass> Types = [];
    private static readonly ConcurrentDictionary<Type, IReadOnlyDictionary<string, DataClass>> Fields = [];

    /// <exception cref="InvalidOperationException">The type does not say it.</exception>
    public static DataClass Of(Type record) =>
        Types.GetOrAdd(
            record,
            static t =>
                t.GetCustomAttribute<RecordOfAttribute>()?.DataClass
                ?? throw new InvalidOperationException($"{t.Name} does not say what kind of data it holds: give it [RecordOf(…)].")
        );

    /// <summary>Fields of another kind than their type, by name.</summary>
    public static IReadOnlyDictionary<string, DataClass> FieldsOf(Type record) =>
        Fields.GetOrAdd(
            record,
            static t =>
                t.GetProperties()
                    .Select(p => (p.Name, Said: p.GetCustomAttribute<RecordOfAttribute>()))
                    .Where(p => p.Said is not null)
                    .ToDictionary(p => p.Name, p => p.Said!.DataClass)
        );
}

/// <summary>
/// An entry of a kind that was not granted for its patient was loaded, saved or asked for. A mistake in the program: the access check must
/// be asked for that kind, or the kind left out.
/// </summary>
public sealed class UngrantedAccessException(string what, string dataClass, string action)
    : InvalidOperationException($"{what} holds {dataClass}, and {dataClass} was not granted here: it is not {action}. Ask for it first.");
