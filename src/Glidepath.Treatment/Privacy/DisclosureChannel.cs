namespace Glidepath.Treatment.Privacy;

/// <summary>The way out. Every one asks <see cref="DisclosureGate"/>.</summary>
public enum DisclosureChannel
{
    None,
    Screen,
    Print,
    Pdf,
    Csv,

    /// <summary>
    /// A file for a program, made by a person here who looks at the recipient; <see cref="Api"/> is what a program fetches by itself.
    /// </summary>
    Json,
    FhirRead,
    FhirSearch,
    Bulk,
    Api,
    EmailText,
    Sync,

    /// <summary>
    /// A copy that its receiver can read. The operator's sealed backup, which nobody can read without the keys, is storage and not a
    /// disclosure.
    /// </summary>
    BackupExport,
    Telephone,
}
