namespace Glidepath.Treatment.Privacy;

/// <summary>The way out. Every one asks <see cref="DisclosureGate"/>.</summary>
public enum DisclosureChannel
{
    None,
    Screen,
    Print,
    Pdf,
    Csv,
    FhirRead,
    FhirSearch,
    Bulk,
    Api,
    EmailText,
    Sync,

    /// <summary>A copy that its receiver can read. The operator's sealed backup, which nobody can read without the keys, is storage and not a disclosure.</summary>
    BackupExport,
    Telephone,
}
