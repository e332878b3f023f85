using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Model.ChangeFeed;

internal sealed class ChangeFeedTables : IEntityTypeConfiguration<ChangeFeedEntry>
{
    public void Configure(EntityTypeBuilder<ChangeFeedEntry> entry)
    {
        entry.ToTable("ChangeFeed");
        entry.HasKey(e => e.Sequence);
        entry.Property(e => e.Entity).HasMaxLength(50).IsUnicode(false);
        entry.Property(e => e.Actor).HasMaxLength(100);
        entry.HasIndex(e => new { e.Entity, e.EntityId });
        // Harvesters read the changes of records alone, in order.
        entry.HasIndex(e => new { e.Entity, e.Sequence });
    }
}
