using System.Globalization;
using System.Runtime.CompilerServices;

namespace Glidepath.Tests.Shared;

/// <summary>
/// Runs the tests as on a machine of another culture: GLIDEPATH_CULTURE=de-DE. What is written must be the same on all of them.
/// </summary>
internal static class Culture
{
    [ModuleInitializer]
    internal static void OfThisRun()
    {
        if (Environment.GetEnvironmentVariable("GLIDEPATH_CULTURE") is not { Length: > 0 } name)
            return;
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(name);
    }
}
