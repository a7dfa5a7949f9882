using System.Text.Json.Serialization;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

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

    /// <summary>Those of <see cref="AlsoKeptAs"/> that have entries of their own of what this page shows.</summary>
    [JsonIgnore]
    public IReadOnlyList<MergedHead> HeldApart { get; init; } = [];

    public bool IsOpen { get; init; }

    /// <summary>False where the phase and the pathway are withheld from who looks: that they are empty then says nothing.</summary>
    [JsonIgnore]
    public bool TellsCare { get; init; } = true;

    /// <summary>The front desk meets whoever is in care, and learns neither how far they are nor by which pathway they came.</summary>
    public PatientHead ShownTo(Role role) =>
        !role.TellsCare() ? this with { Phase = null, PhaseSince = null, Pathway = null, TellsCare = false, AlsoKeptAs = [] } : this;

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
            IsOpen = episode is { IsOpen: true },
        };
}
