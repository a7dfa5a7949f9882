using Glidepath.Treatment.Tapering;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Glidepath.Storage.Tapering;

internal sealed class TaperCourseMapping : IEntityTypeConfiguration<TaperCourse>
{
    // Of two first approvals at one moment one begins the course: the second finds it when it is tried again. One that was handed over is
    // not gone back to, and another may follow it.
    public void Configure(EntityTypeBuilder<TaperCourse> builder) =>
        builder
            .HasIndex(c => new { c.PatientId, c.EpisodeId }, "IX_TaperCourse_OneOfCare")
            .IsUnique()
            .HasFilter($"\"State\" <> '{nameof(CourseState.HandedOver)}'");
}
