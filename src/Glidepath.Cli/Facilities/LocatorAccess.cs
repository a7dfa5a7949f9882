using System.Globalization;
using Glidepath.Cli.Shared;
using Glidepath.Storage.Facilities;

namespace Glidepath.Cli.Facilities;

/// <summary>
/// The way to the live locator: the operator's registration as the environment names it, and what carries a question there.
/// </summary>
internal sealed record LocatorAccess(Func<string, string?> Environment, Func<HttpMessageHandler> Handler)
{
    private const string Operator = "Locator__Operator",
        Contact = "Locator__Contact",
        RegisteredOn = "Locator__RegisteredOn";

    /// <summary>The registration is for one address: what sends us on to another is told and not followed.</summary>
    public static readonly LocatorAccess Real = new(
        System.Environment.GetEnvironmentVariable,
        () => new SocketsHttpHandler { AllowAutoRedirect = false }
    );

    /// <exception cref="InputException">There is none, or not all of it: says what to set.</exception>
    public LocatorRegistration Registration(DateOnly today)
    {
        var missing = new[] { Operator, Contact, RegisteredOn }.Where(name => Value(name) is null).ToList();
        if (missing.Count > 0)
            throw Off($"not set: {string.Join(", ", missing)}");
        if (!Value(Contact)!.Contains('@', StringComparison.Ordinal))
            throw Off($"{Contact}: read \"{Read.Short(Value(Contact)!)}\"");
        if (
            !DateOnly.TryParseExact(Value(RegisteredOn), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || day > today
        )
            throw Off($"{RegisteredOn}: read \"{Read.Short(Value(RegisteredOn)!)}\"");
        return new()
        {
            Operator = Value(Operator),
            Contact = Value(Contact),
            RegisteredOn = day,
        };
    }

    private string? Value(string name) => Environment(name)?.Trim() is { Length: > 0 } value ? value : null;

    private static InputException Off(string why) =>
        new(
            $"locator: {why}; it is off, and nothing was asked of anybody; accepted: after its staff have confirmed your "
                + $"registration (name, contact, fixed addresses, how often), in the environment {Operator} (name), {Contact} (e-mail) "
                + $"and {RegisteredOn} (the day they did, as 2026-12-01, not after today)"
        );
}
