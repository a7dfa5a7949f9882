namespace Glidepath.Web.Privacy;

/// <summary>What the terminal says at a start: where to go, and how the first administrator comes in.</summary>
internal static class FirstStart
{
    public static Task GreetAsync(WebApplication app, HostOptions options)
    {
        Console.WriteLine($"Glidepath: {string.Join(", ", app.Urls.DefaultIfEmpty(options.Urls ?? HostOptions.DefaultUrl))}");
        return Task.CompletedTask;
    }
}
