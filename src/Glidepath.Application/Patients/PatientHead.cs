using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;

namespace Glidepath.Application.Patients;

/// <summary>What stands on top of every page of one person.</summary>
public sealed record PatientHead(
    Guid Id,
    string DisplayName,
    int? Age,
    string? Pronouns,
    Guid? EpisodeId,
    EpisodePhase? Phase,
    DateOnly? PhaseSince,
    Pathway? Pathway
)
{
    /// <summary>IANA name of where the person is; null for where the program is.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Names the record to somebody who may not know the person.</summary>
    public string RecordNumber => Treatment.Patients.RecordNumber.Of(Id);

    /// <summary>The record that goes on, where this one was merged into it: this one takes no new entry.</summary>
    public MergePointer? MergedInto { get; init; }

    /// <summary>Records of the same person that were merged into this one.</summary>
    public IReadOnlyList<MergedHead> AlsoKeptAs { get; init; } = [];

    public bool IsOpen => Phase is not null and not EpisodePhase.Discharged;

    public static PatientHead Of(Patient patient, EpisodeOfCare? episode, DateOnly today) =>
        new(
            patient.Id,
            patient.DisplayName,
            patient.AgeOn(today),
            patient.Pronouns,
            episode?.Id,
            episode?.Phase,
            episode?.PhaseSince,
            episode?.Pathway
        )
        {
            TimeZone = patient.TimeZone,
        };
}

/// <param name="Since">The day of the merge, where the program is.</param>
public sealed record MergedHead(Guid Id, DateOnly Since)
{
    public string RecordNumber => Treatment.Patients.RecordNumber.Of(Id);
}
