using System.CommandLine;
using Glidepath.Cli.Shared;
using Glidepath.Storage;
using Spectre.Console;

namespace Glidepath.Cli.Privacy;

/// <summary>
/// What seals a backup: from a file, or asked for. Never from the command line itself, where others on the machine could read it.
/// </summary>
internal sealed class SecretOptions
{
    private readonly Option<string?> _passphrase = new("--passphrase-file")
    {
        Description = "File whose first line is the passphrase",
        HelpName = "FILE",
    };
    private readonly Option<string?> _key = new("--key-file")
    {
        Description = "File with a key: 32 bytes in base64, or half of a key pair (the public one to back up, the private one to restore)",
        HelpName = "FILE",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(_passphrase);
        command.Options.Add(_key);
    }

    /// <param name="twice">Ask again, so that a slip of the finger does not seal a backup for good.</param>
    public BackupSecret Read(ParseResult result, bool twice) =>
        (result.GetValue(_passphrase), result.GetValue(_key)) switch
        {
            ({ }, { }) => throw new InputException("--key-file: stands beside --passphrase-file; accepted: one of the two"),
            ({ } file, null) => BackupSecret.OfPassphrase(Content("--passphrase-file", file).Split('\n')[0].TrimEnd('\r')),
            (null, { } file) => BackupSecret.OfKey(Content("--key-file", file)),
            _ => BackupSecret.OfPassphrase(Ask(twice)),
        };

    private static string Content(string option, string file)
    {
        try
        {
            if (new FileInfo(file) is { Exists: true, Length: <= 4096 })
                return File.ReadAllText(file);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or ArgumentException) { }
        throw new InputException(
            $"{option}: read \"{Shared.Read.Short(file)}\"; accepted: a file that exists, may be read and holds at most 4 kB"
        );
    }

    private static string Ask(bool twice)
    {
        if (Console.IsInputRedirected || Console.IsErrorRedirected)
            throw new InputException("passphrase: nobody is there to ask; accepted: --passphrase-file FILE or --key-file FILE");
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        var first = console.Prompt(new TextPrompt<string>("Passphrase of the backup:").Secret(null));
        if (twice && console.Prompt(new TextPrompt<string>("The same once more:").Secret(null)) != first)
            throw new InputException("passphrase: the two differ; accepted: the same twice");
        return first;
    }
}
