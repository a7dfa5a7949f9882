using Glidepath.Treatment.Patients;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Patients;

/// <summary>How a stay ended, in words, wherever it is shown.</summary>
internal static class StayWords
{
    public static string InWords(this StayEnd how) =>
        how switch
        {
            StayEnd.OtherBed => T["StayToOtherBed"],
            StayEnd.Home => T["StayHome"],
            StayEnd.OtherPlace => T["StayOtherPlace"],
            StayEnd.AgainstAdvice => T["StayAgainstAdvice"],
            StayEnd.Died => T["StayDied"],
        };
}
