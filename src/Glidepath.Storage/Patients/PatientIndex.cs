using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Glidepath.Storage.Patients;

/// <summary>
/// What a patient can be found by, as <see cref="BlindIndex"/> hashes. It has no kind of its own: hashes alone, kept in step by whatever
/// changes the person.
/// </summary>
[RecordOf(DataClass.None)]
public sealed class PatientIndex : IPatientRecord
{
    /// <summary>The kind that everyone has.</summary>
    public const string Number = "record";

    public required Guid PatientId { get; init; }

    /// <summary>namePart, dateOfBirth, phone or record; name, of whole names, in entries from before parts were kept.</summary>
    public required string Kind { get; init; }

    public required string Hash { get; init; }
}

internal sealed class PatientIndexMapping : IEntityTypeConfiguration<PatientIndex>
{
    public void Configure(EntityTypeBuilder<PatientIndex> builder)
    {
        builder.HasKey(i => new
        {
            i.PatientId,
            i.Kind,
            i.Hash,
        });
        builder.Property(i => i.Kind).HasMaxLength(20);
        builder.Property(i => i.Hash).HasMaxLength(32);
        builder.HasIndex(i => new { i.Kind, i.Hash });
    }
}
