using System.CommandLine;
using System.Text;
using Glidepath.Cli.Shared;
using Glidepath.Storage;

namespace Glidepath.Cli.Privacy;

/// <summary>The key pair of backups on a schedule: the host gets the public half, the private one never comes near it.</summary>
internal static class BackupKeyCommand
{
    public static Command Build(TextWriter output)
    {
        var command = new Command(
            "key",
            "Make the key pair that scheduled backups are sealed to. Run it on another machine than the host."
        );
        var file = new Argument<string>("PRIVATE-FILE")
        {
            Description = "File to make for the private key; the public one is named the same with .pub behind it",
        };
        command.Arguments.Add(file);
        command.SetAction(
            (result, _) =>
                StoreOptions.SayAsync(() =>
                {
                    var path = Path.GetFullPath(result.GetValue(file)!);
                    if (!Directory.Exists(Path.GetDirectoryName(path)))
                        throw new InputException($"PRIVATE-FILE: read \"{Read.Short(path)}\"; accepted: a file in a folder that exists");
                    foreach (var taken in new[] { path, path + ".pub" }.Where(Path.Exists))
                        throw new InputException(
                            $"PRIVATE-FILE: \"{Read.Short(taken)}\" is there already; accepted: another name, since a key that is written "
                                + "over opens no backup any more"
                        );
                    var (privatePem, publicPem) = BackupKeyPair.Make();
                    Write(path, privatePem);
                    Write(path + ".pub", publicPem);
                    var screen = new Screen(output);
                    screen.Line($"Key pair {BackupKeyPair.Of(publicPem).Fingerprint}");
                    screen.Line($"{path}.pub: the public key. Copy it to the host and name it in Backup:PublicKey. It only seals.");
                    screen.Line(
                        $"{path}: the private key. It opens every backup sealed with the public one, and without it nobody opens them. Keep "
                            + "it off the host, and a copy in another place.",
                        "bold yellow"
                    );
                    return Task.FromResult(ExitCode.Done);
                })
        );
        return command;
    }

    private static void Write(string path, string pem)
    {
        using var made = new FileStream(path, OwnerOnly.Options(FileMode.CreateNew));
        made.Write(Encoding.ASCII.GetBytes(pem));
        made.Flush(flushToDisk: true);
    }
}
