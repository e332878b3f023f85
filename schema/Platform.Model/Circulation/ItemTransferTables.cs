using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Model.Libraries;

namespace Platform.Model.Circulation;

internal sealed class ItemTransferTables : IEntityTypeConfiguration<ItemTransfer>, IEntityTypeConfiguration<ItemTransferLine>
{
    public void Configure(EntityTypeBuilder<ItemTransfer> transfer)
    {
        transfer.ToTable("ItemTransfers");
        transfer.Property(t => t.DecisionNumber).HasMaxLength(50);
        transfer.Property(t => t.Reason).HasMaxLength(500);
        transfer.Property(t => t.RefusedBecause).HasMaxLength(500);
        transfer.HasOne(t => t.Library).WithMany().HasForeignKey(t => t.LibraryId).OnDelete(DeleteBehavior.Restrict);
        transfer.HasOne(t => t.ToLibrary).WithMany().HasForeignKey(t => t.ToLibraryId).OnDelete(DeleteBehavior.Restrict);
        transfer.HasIndex(t => new { t.LibraryId, t.State });
        transfer.HasIndex(t => new { t.ToLibraryId, t.State });
    }

    public void Configure(EntityTypeBuilder<ItemTransferLine> line)
    {
        line.ToTable("ItemTransferLines");
        line.HasOne<Library>().WithMany().HasForeignKey(l => l.LibraryId).OnDelete(DeleteBehavior.Restrict);
        line.HasOne<Library>().WithMany().HasForeignKey(l => l.ToLibraryId).OnDelete(DeleteBehavior.Restrict);
        line.HasOne(l => l.Transfer).WithMany(t => t.Lines).HasForeignKey(l => l.TransferId).OnDelete(DeleteBehavior.Restrict);
        line.HasOne(l => l.Item).WithMany().HasForeignKey(l => l.ItemId).OnDelete(DeleteBehavior.Restrict);
        line.HasOne(l => l.NewItem).WithMany().HasForeignKey(l => l.NewItemId).OnDelete(DeleteBehavior.Restrict);
        line.HasIndex(l => new { l.TransferId, l.ItemId }).IsUnique();
        line.HasIndex(l => l.ItemId).IsUnique().HasDatabaseName("UX_ItemTransferLine_OneWaiting").HasFilter("[IsWaiting] = 1");
        line.HasIndex(l => l.NewItemId).IsUnique().HasDatabaseName("UX_ItemTransferLine_OneOrigin").HasFilter("[NewItemId] IS NOT NULL");
    }
}
