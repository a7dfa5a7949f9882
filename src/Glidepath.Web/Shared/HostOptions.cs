using System.Net;

namespace Glidepath.Web.Shared;

/// <summary>
/// What the host was started with. Areas that need more of the command line add a member here and a case in <see cref="Read"/>.
/// </summary>
public sealed record HostOptions
{
    public const string DefaultUrl = "http://localhost:5080";

    /// <summary>A made-up clinic: loopback only, and every page says so.</summary>
    public bool Demo { get; init; }

    /// <summary>Who runs the machine has read what a restore may have brought back, and lets the store serve.</summary>
    public bool ConfirmRestore { get; init; }

    /// <summary>Who runs the machine says that its clock is right, though the last row of the audit is later.</summary>
    public bool AcceptClock { get; init; }

    /// <summary>Where the store and its keys are; null means the folder the host decides on.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>
    /// Addresses to listen on, parted by semicolons; null means <see cref="DefaultUrl"/> unless configuration says otherwise.
    /// </summary>
    public string? Urls { get; init; }

    /// <summary>
    /// What is left for the framework's own builder: content root, environment and application name as its test host passes them.
    /// </summary>
    internal WebApplicationOptions ForBuilder { get; private init; } = new();

    private const string Accepted = "accepted: --urls ADDRESS[;ADDRESS], --data DIR, --demo, --confirm-restore, --accept-clock";

    /// <returns>Null when an argument was not understood; <paramref name="problem"/> then says which and what is accepted.</returns>
    public static HostOptions? Read(IReadOnlyList<string> args, out string? problem)
    {
        problem = null;
        var (options, framework) = (new HostOptions(), new List<string>());
        for (var i = 0; i < args.Count; i++)
        {
            var (name, value) = args[i].Split('=', 2) is [var n, var v] ? (n, v) : (args[i], null);
            if (name is "--environment" or "--contentRoot" or "--applicationName" or "--AllowedHosts" && value is not null)
                framework.Add(args[i]);
            else if (name is "--demo" && value is null or "true")
                options = options with { Demo = true };
            else if (name is "--confirm-restore" && value is null or "true")
                options = options with { ConfirmRestore = true };
            else if (name is "--accept-clock" && value is null or "true")
                options = options with { AcceptClock = true };
            else if (
                name is "--urls" or "--data"
                && (value ?? (i + 1 < args.Count ? args[++i] : null)) is { Length: > 0 } given
                && !given.StartsWith("--", StringComparison.Ordinal)
            )
                options = name is "--urls" ? options with { Urls = given } : options with { DataDirectory = Path.GetFullPath(given) };
            else if (
                name is not ("--urls" or "--data")
                && value is not null
                && (name.Contains(':', StringComparison.Ordinal) || value.Length == 0)
            )
                // A setting by its full name, such as --RateLimits:RequestsPerMinute=600, and the empty sections that the framework's test
                // host adds.
                framework.Add(args[i]);
            else
            {
                problem = name is "--urls" or "--data"
                    ? $"{name}: nothing stands after it; {Accepted}"
                    : $"read \"{Short(args[i])}\"; {Accepted}";
                return null;
            }
        }
        problem = Addresses(options);
        return problem is null ? options with { ForBuilder = new() { Args = [.. framework] } } : null;
    }

    private static string? Addresses(HostOptions options)
    {
        foreach (var address in options.Urls?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            if (Host(address) is not { } host)
                return $"--urls: read \"{Short(address)}\"; accepted: http or https addresses such as {DefaultUrl}";
            if (options.Demo && !IsLoopback(host))
                return $"--urls: read \"{Short(address)}\" beside --demo, which serves this machine only; accepted: localhost, 127.0.0.1 "
                    + $"or [::1]";
        }
        return null;
    }

    /// <summary>The host of an address, <c>*</c> and <c>+</c> too; null where it is none.</summary>
    internal static string? Host(string address)
    {
        var plain = address
            .Replace("://*", "://any.invalid", StringComparison.Ordinal)
            .Replace("://+", "://any.invalid", StringComparison.Ordinal);
        return Uri.TryCreate(plain, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.AbsolutePath is "/"
            ? uri.Host
            : null;
    }

    internal static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static string Short(string text) => text.Length > 60 ? text[..60] + "…" : text;
}
