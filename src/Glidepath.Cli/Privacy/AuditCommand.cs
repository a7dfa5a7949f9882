using System.CommandLine;
using System.Text.Json;
using Glidepath.Cli.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;

namespace Glidepath.Cli.Privacy;

internal static class AuditCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Build(TextWriter output, TimeProvider clock)
    {
        var command = new Command("audit", "Check the chain of the audit, or anchor its end outside the database.");
        command.Subcommands.Add(Verify(output, clock));
        command.Subcommands.Add(Anchor(output, clock));
        return command;
    }

    public static string Words(AuditVerdict verdict) =>
        verdict.Holds
            ? $"The audit chain holds: {verdict.Rows:N0} rows, {verdict.Anchors:N0} anchors{Keys(verdict)}." + Times(verdict)
            : $"THE AUDIT CHAIN IS BROKEN: {verdict.Problem} ({verdict.Rows:N0} rows and {verdict.Anchors:N0} anchors read.)";

    private static string Keys(AuditVerdict verdict) => verdict.Keys > 1 ? $", {verdict.Keys:N0} keys one after the other" : "";

    private static string Times(AuditVerdict verdict) =>
        verdict.ClockBack is { } back
            ? $" TIMES RUN BACKWARD at {back.Rows:N0} rows, first at row {back.First:N0}: the clock was put back, and times before and after "
                + "cannot be compared."
            : "";

    private static Command Verify(TextWriter output, TimeProvider clock)
    {
        var command = new Command("verify", "Walk the chain from its first row to its sealed end, and hold it against the anchors.");
        var (store, json) = (new StoreOptions(), new Option<bool>("--json") { Description = "The verdict as JSON" });
        store.AddTo(command);
        command.Options.Add(json);
        command.SetAction(
            (result, stop) =>
                StoreOptions.SayAsync(async () =>
                {
                    var opened = store.Store(result, clock);
                    await StoreCheck.RequireAsync(opened, stop);
                    var verdict = await AuditVerifier.VerifyAsync(opened, stop);
                    if (result.GetValue(json))
                        await output.WriteLineAsync(JsonSerializer.Serialize(verdict, Json));
                    else
                        new Screen(output).Line(
                            Words(verdict),
                            !verdict.Holds ? "bold red"
                                : verdict.ClockBack is null ? ""
                                : "bold yellow"
                        );
                    return verdict.Holds ? ExitCode.Done : ExitCode.Breach;
                })
        );
        return command;
    }

    private static Command Anchor(TextWriter output, TimeProvider clock)
    {
        var command = new Command("anchor", "Write the end of the chain to the anchor file now.");
        var store = new StoreOptions();
        store.AddTo(command);
        command.SetAction(
            (result, stop) =>
                StoreOptions.SayAsync(async () =>
                {
                    var opened = store.Store(result, clock);
                    await StoreCheck.RequireAsync(opened, stop);
                    await AccessEnds.AppendAsync(opened, stop);
                    var anchor = await AnchorFile.AppendAsync(opened, stop);
                    new Screen(output).Line(
                        anchor is null
                            ? $"The end of the chain is stored in {opened.Location.AnchorFile} already."
                            : $"Row {anchor.Count:N0} is anchored in {opened.Location.AnchorFile}."
                    );
                    return ExitCode.Done;
                })
        );
        return command;
    }
}
