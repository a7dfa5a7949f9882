using System.Runtime.CompilerServices;

namespace Glidepath.Tests.Shared;

/// <summary>Compares text with a committed file that a person has read.</summary>
internal static class Approved
{
    /// <summary>
    /// Fails where <paramref name="text"/> differs from <c>Approved/NAME.verified.txt</c>, and leaves it beside that file as
    /// <c>NAME.received.txt</c>:
    /// read it, and rename it to approve it.
    /// </summary>
    public static void Match(string text, [CallerMemberName] string name = "", [CallerFilePath] string file = "")
    {
        // The width of a table pads every line; what is read is the text.
        var read = string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(l => l.TrimEnd())).TrimEnd() + "\n";
        var path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "Approved", name));
        var (verified, received) = (path + ".verified.txt", path + ".received.txt");
        var approved = File.Exists(verified) ? File.ReadAllText(verified).ReplaceLineEndings("\n") : "";
        if (approved == read)
        {
            File.Delete(received);
            return;
        }
        File.WriteAllText(received, read);
        Assert.Fail($"{name} is not as approved.\n{FirstDifference(approved, read)}\nReceived: {received}");
    }

    private static string FirstDifference(string approved, string received)
    {
        var (was, now) = (approved.Split('\n'), received.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(was.Length, now.Length)).First(i => was.ElementAtOrDefault(i) != now.ElementAtOrDefault(i));
        return $"line {line + 1}\n  approved: {was.ElementAtOrDefault(line)}\n  received: {now.ElementAtOrDefault(line)}";
    }
}
