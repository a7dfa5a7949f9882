using Glidepath.Application.Patients;
using Glidepath.Application.Shared;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Tasks;

namespace Glidepath.Application.Tasks;

internal static partial class TasksContributions
{
    /// <summary>By recipe: what, in whose hands, and in how many days it is due.</summary>
    private static readonly Dictionary<string, (string What, Role For, bool IsForRole, int Due, bool IsDone)[]> DemoTasks = new()
    {
        ["first-cut-made"] =
        [
            ("Call about sleep after the dose reduction", Role.Nurse, false, 0, false),
            ("Ask the pharmacy for the 0.125 mg tablets", Role.Nurse, true, 3, false),
            ("Send the safety plan to the sister", Role.Nurse, false, 0, true),
        ],
        ["holding-after-a-hard-week"] = [("Talk about the next step", Role.Prescriber, false, 2, false)],
        ["half-way-down"] = [("Bring the sleep diary to the next session", Role.Therapist, true, -1, false)],
    };

    private static readonly DemoEntries InDemo = DemoEntries.For(
        DemoTasks,
        (person, told) =>
            told.Select(t =>
            {
                var (by, owner) = (person.Staff[Role.Prescriber].Id, person.Staff[t.For].Id);
                var task = CareTask.Ask(
                    Guid.CreateVersion7(),
                    person.Episode,
                    new(
                        t.What,
                        t.IsForRole ? TaskOwner.Of(PatientRoles.OnTeam(t.For)!.Value) : TaskOwner.Account(owner),
                        person.Day(0).AddDays(t.Due)
                    ),
                    person.Day(3),
                    person.At(3),
                    by
                );
                if (t.IsDone)
                    task.Finish("Sent, and they called to say thanks.", person.At(1), owner);
                return task;
            })
    );
}
