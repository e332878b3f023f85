using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Model.Catalogue;
using Platform.Model.Libraries;

namespace Platform.Model.Circulation;

internal sealed class InventoryTables :
    IEntityTypeConfiguration<StockTaking>,
    IEntityTypeConfiguration<StockTakingLine>,
    IEntityTypeConfiguration<DeskOperation>,
    IEntityTypeConfiguration<Weeding>,
    IEntityTypeConfiguration<WeedingLine>
{
    public void Configure(EntityTypeBuilder<StockTaking> stockTaking)
    {
        stockTaking.Property(s => s.Name).HasMaxLength(100);
        stockTaking.HasOne<Library>().WithMany().HasForeignKey(s => s.LibraryId).OnDelete(DeleteBehavior.Restrict);
        stockTaking.HasIndex(s => new { s.LibraryId, s.StartedAt });
    }

    public void Configure(EntityTypeBuilder<StockTakingLine> line)
    {
        line.Property(l => l.RegistrationNumber).HasMaxLength(50);
        line.Property(l => l.Device).HasMaxLength(50);
        line.HasOne<Library>().WithMany().HasForeignKey(l => l.LibraryId).OnDelete(DeleteBehavior.Restrict);
        line.HasOne<StockTaking>().WithMany().HasForeignKey(l => l.StockTakingId).OnDelete(DeleteBehavior.Restrict);
        line.HasOne(l => l.Item).WithMany().HasForeignKey(l => l.ItemId).OnDelete(DeleteBehavior.Restrict);
        line.HasIndex(l => new { l.StockTakingId, l.RegistrationNumber }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Weeding> weeding)
    {
        weeding.Property(w => w.Name).HasMaxLength(100);
        weeding.Property(w => w.DecisionNumber).HasMaxLength(50);
        weeding.HasOne(w => w.Library).WithMany().HasForeignKey(w => w.LibraryId).OnDelete(DeleteBehavior.Restrict);
        weeding.HasIndex(w => w.LibraryId).IsUnique().HasDatabaseName("UX_Weeding_OneOpen").HasFilter("[State] IN (1, 2)");
        weeding.HasIndex(w => new { w.LibraryId, w.DecidedOn });
    }

    public void Configure(EntityTypeBuilder<WeedingLine> line)
    {
        line.HasOne<Library>().WithMany().HasForeignKey(l => l.LibraryId).OnDelete(DeleteBehavior.Restrict);
        line.HasOne(l => l.Weeding).WithMany(w => w.Lines).HasForeignKey(l => l.WeedingId).OnDelete(DeleteBehavior.Restrict);
        line.HasOne(l => l.Item).WithMany().HasForeignKey(l => l.ItemId).OnDelete(DeleteBehavior.Restrict);
        line.HasIndex(l => new { l.WeedingId, l.ItemId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<DeskOperation> operation)
    {
        operation.Property(o => o.Device).HasMaxLength(50);
        operation.HasOne<Library>().WithMany().HasForeignKey(o => o.LibraryId).OnDelete(DeleteBehavior.Restrict);
        operation.HasOne<Loan>().WithMany().HasForeignKey(o => o.LoanId).OnDelete(DeleteBehavior.Restrict);
        operation.HasOne<Item>().WithMany().HasForeignKey(o => o.ItemId).OnDelete(DeleteBehavior.Restrict);
        operation.HasIndex(o => new { o.ItemId, o.OccurredAt });
        operation.HasIndex(o => new { o.LibraryId, o.Device, o.Sequence }).IsUnique();
    }
}
