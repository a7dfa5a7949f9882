using System.CommandLine;
using Glidepath.Cli.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy.Rotation;

namespace Glidepath.Cli.Privacy;

internal static class KeysCommand
{
    private const string Master = "master",
        Audit = "audit",
        HostKeys = "data-protection";

    public static Command Build(TextWriter output, TimeProvider clock)
    {
        var command = new Command("keys", "Change keys of the store for new ones.");
        command.Subcommands.Add(Rotate(output, clock));
        return command;
    }

    private static Command Rotate(TextWriter output, TimeProvider clock)
    {
        var command = new Command("rotate", "Put a new key in the place of an old one, with the host stopped.");
        var (which, store) = (
            new Argument<string>("KEY")
            {
                Description = $"{Master}: of the record and of notes; {Audit}: of the audit; {HostKeys}: of cookies and forms",
            },
            new StoreOptions()
        );
        command.Arguments.Add(which);
        store.AddTo(command);
        command.SetAction(
            (result, stop) =>
                StoreOptions.SayAsync(async () =>
                {
                    var screen = new Screen(output);
                    switch (result.GetValue(which))
                    {
                        case Master:
                            screen.Line(Words(await KeyRotation.MasterAsync(store.Store(result, clock).Location, clock, stop)));
                            break;
                        case Audit:
                            screen.Line(Words(await KeyRotation.AuditAsync(store.Store(result, clock).Location, clock, stop)));
                            break;
                        case HostKeys:
                            var opened = store.Store(result, clock);
                            await StoreCheck.RequireAsync(opened, stop);
                            screen.Line(Words(await KeyRotation.HostKeysAsync(opened, stop)));
                            break;
                        case var other:
                            throw new InputException($"KEY: read \"{Read.Short(other ?? "")}\"; accepted: {Master}, {Audit}, {HostKeys}");
                    }
                    return ExitCode.Done;
                })
        );
        return command;
    }

    private static string Words(MasterRotation done) =>
        $"The record and notes keys are new ones. {done.Keys:N0} keys of patients are sealed with them, and {done.Sessions:N0} sessions "
        + "and all one-time codes were ended: everyone signs in again and makes new recovery codes. Keep a copy of the new key files now. "
        + "Backups made before open with what they were sealed with, and bring the old keys back.";

    private static string Words(AuditRotation done) =>
        $"The audit key is a new one. {done.Heads:N0} seals of what decides access and {done.Sessions:N0} of sessions were made with it"
        + (done.Ended > 0 ? $", and {done.Ended:N0} sessions ended: they were not as they had been sealed. " : ". ")
        + "Rows and anchors from before are verified with the key before, which the store keeps sealed under the new one. Keep a copy of "
        + "the new key file now. Where someone may know the old one, also run `glidepath keys rotate data-protection`: it ends all sessions.";

    private static string Words(int sessions) =>
        $"The old keys of cookies and forms are gone, and {sessions:N0} sessions were ended. A host that still runs uses the old ones "
        + "until it is started again; the next start makes a new one.";
}
