using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Model.Bulk;

internal sealed class BulkJobTables : IEntityTypeConfiguration<BulkJob>
{
    public void Configure(EntityTypeBuilder<BulkJob> job)
    {
        job.Property(j => j.Cursor).HasMaxLength(Lengths.Line).IsUnicode(false);
        job.Property(j => j.Lease).HasMaxLength(32).IsUnicode(false);
        job.Ignore(j => j.IsOver);
        job.HasOne(j => j.Account).WithMany().HasForeignKey(j => j.AccountId).OnDelete(DeleteBehavior.Restrict);
        job.HasOne(j => j.Library).WithMany().HasForeignKey(j => j.LibraryId).OnDelete(DeleteBehavior.Restrict);
        job.HasIndex(j => new { j.State, j.LeasedUntil });
        job.HasIndex(j => j.ExpiresAt);
    }
}
