using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Glidepath.Storage.Facilities;

internal sealed class PlaceMapping : IEntityTypeConfiguration<PlaceRecord>
{
    /// <summary>Two lines of 300 characters and what stands between them.</summary>
    internal const int LongestLine = 620;

    public void Configure(EntityTypeBuilder<PlaceRecord> builder)
    {
        builder.ToTable("DirectoryPlaces");
        foreach (
            var text in (string[])
                [nameof(PlaceRecord.Name), nameof(PlaceRecord.Street), nameof(PlaceRecord.City), nameof(PlaceRecord.County)]
        )
            builder.Property(text).HasMaxLength(LongestLine);
        builder.Property(p => p.State).HasMaxLength(2);
        builder.Property(p => p.Zip).HasMaxLength(5);
        builder.HasIndex(p => p.Zip);
    }
}

internal sealed class ProgrammeMapping : IEntityTypeConfiguration<ProgrammeRecord>
{
    public void Configure(EntityTypeBuilder<ProgrammeRecord> builder)
    {
        builder.ToTable("DirectoryProgrammes");
        foreach (
            var text in (string[])
                [
                    nameof(ProgrammeRecord.Name),
                    nameof(ProgrammeRecord.Branch),
                    nameof(ProgrammeRecord.Phone),
                    nameof(ProgrammeRecord.Website),
                    nameof(ProgrammeRecord.Source),
                ]
        )
            builder.Property(text).HasMaxLength(PlaceMapping.LongestLine);
        builder.HasIndex(p => p.PlaceId);
        builder.HasOne<PlaceRecord>().WithMany().HasForeignKey(p => p.PlaceId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ServiceCodeMapping : IEntityTypeConfiguration<ServiceCodeRecord>
{
    public void Configure(EntityTypeBuilder<ServiceCodeRecord> builder)
    {
        builder.ToTable("DirectoryCodes");
        builder.HasKey(c => new { c.Edition, c.Code });
        builder.Property(c => c.Edition).HasMaxLength(20);
        builder.Property(c => c.Code).HasMaxLength(60);
    }
}

internal sealed class DirectoryImportMapping : IEntityTypeConfiguration<DirectoryImportRecord>
{
    public void Configure(EntityTypeBuilder<DirectoryImportRecord> builder)
    {
        builder.ToTable("DirectoryImports");
        builder.Property(i => i.Edition).HasMaxLength(20);
        builder.Property(i => i.Kinds).HasMaxLength(200);
        builder.Property(i => i.FileName).HasMaxLength(260);
        builder.HasIndex(i => i.At);
    }
}

internal sealed class AttestationMapping : IEntityTypeConfiguration<AttestationRecord>
{
    public void Configure(EntityTypeBuilder<AttestationRecord> builder)
    {
        builder.ToTable("DirectoryAttestations");
        builder.Property(a => a.Value).HasMaxLength(DirectoryMarks.LongestValue);
        builder.Property(a => a.AttestedBy).HasMaxLength(DirectoryMarks.LongestName);
        builder.Property(a => a.Evidence).HasMaxLength(DirectoryMarks.LongestEvidence);
        builder.Property(a => a.RejectedReason).HasMaxLength(DirectoryMarks.LongestReason);
        builder.HasIndex(a => a.PlaceId);
    }
}

internal sealed class CapacityMapping : IEntityTypeConfiguration<CapacityRecord>
{
    public void Configure(EntityTypeBuilder<CapacityRecord> builder)
    {
        builder.ToTable("DirectoryCapacity");
        builder.HasKey(c => c.PlaceId);
        builder.Property(c => c.PlaceId).ValueGeneratedNever();
        builder.Property(c => c.SaidBy).HasMaxLength(DirectoryMarks.LongestName);
    }
}

internal sealed class OwnPlaceMapping : IEntityTypeConfiguration<OwnPlaceRecord>
{
    public void Configure(EntityTypeBuilder<OwnPlaceRecord> builder)
    {
        builder.ToTable("DirectoryOwnPlaces");
        builder.HasKey(o => o.PlaceId);
        builder.Property(o => o.PlaceId).ValueGeneratedNever();
    }
}
