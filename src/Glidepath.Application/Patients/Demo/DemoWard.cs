namespace Glidepath.Application.Patients;

/// <summary>The unit of the demo, and who of its people lies in which bed.</summary>
internal static class DemoWard
{
    public static readonly Guid UnitId = new("0197c5a0-0000-7000-8000-00000000a001");

    public static IReadOnlyDictionary<string, string> Beds { get; } =
        new Dictionary<string, string>
        {
            ["not-prescribed-unsure-dose"] = "1",
            ["seizure-before"] = "2",
            ["alcohol-too"] = "4",
        };

    /// <summary>How long they have been there.</summary>
    public const int DaysAgo = 1;
}
