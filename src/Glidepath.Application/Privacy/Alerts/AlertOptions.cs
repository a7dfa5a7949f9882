namespace Glidepath.Application.Privacy;

/// <summary>
/// <c>Alerts</c> in the configuration: how much in how short a time somebody has to look at. The defaults are program rules: far above what
/// a person does at work, and far below what a program does that copies a record.
/// </summary>
public sealed class AlertOptions
{
    /// <summary>Over how long is counted.</summary>
    public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Different people whose records one account opened.</summary>
    public int RecordsOpened { get; set; } = 40;

    /// <summary>Different people who stood in lists that one account was shown.</summary>
    public int PeopleListed { get; set; } = 500;

    /// <summary>Different names, devices or addresses that had to wait before the next try, at one node.</summary>
    public int HadToWait { get; set; } = 20;

    /// <summary>Sign-ins that were refused.</summary>
    public int SignInsRefused { get; set; } = 200;
}
