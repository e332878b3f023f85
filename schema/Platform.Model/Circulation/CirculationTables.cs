using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Model.Libraries;

namespace Platform.Model.Circulation;

internal sealed class CirculationTables :
    IEntityTypeConfiguration<Loan>,
    IEntityTypeConfiguration<LibraryVisit>,
    IEntityTypeConfiguration<LibraryActivity>
{
    /// <summary>Name of the index that lets an item have one open loan only.</summary>
    public const string OneOpenLoanPerItem = "UX_Loan_OneOpenPerItem";

    public void Configure(EntityTypeBuilder<Loan> loan)
    {
        loan.HasOne<Library>().WithMany().HasForeignKey(l => l.LibraryId).OnDelete(DeleteBehavior.Restrict);
        loan.HasOne(l => l.Item).WithMany().HasForeignKey(l => l.ItemId).OnDelete(DeleteBehavior.Restrict);
        loan.HasOne(l => l.Patron).WithMany().HasForeignKey(l => l.PatronId).OnDelete(DeleteBehavior.Restrict);
        loan.HasIndex(l => l.ItemId).IsUnique().HasDatabaseName(OneOpenLoanPerItem).HasFilter("[ReturnedAt] IS NULL");
        loan.HasIndex(l => new { l.ItemId, l.LentAt });
        loan.HasIndex(l => new { l.LibraryId, l.LentOn });
        loan.HasIndex(l => new { l.PatronId, l.ReturnedAt });
    }

    public void Configure(EntityTypeBuilder<LibraryVisit> visit)
    {
        visit.Property(v => v.ClassName).HasMaxLength(20);
        visit.HasOne(v => v.Library).WithMany().HasForeignKey(v => v.LibraryId).OnDelete(DeleteBehavior.Restrict);
        visit.HasIndex(v => new { v.LibraryId, v.VisitedOn });
        visit.ToTable(table => table.HasCheckConstraint("CK_LibraryVisit_Visitors", "[Visitors] > 0"));
    }

    public void Configure(EntityTypeBuilder<LibraryActivity> activity)
    {
        activity.Property(a => a.Title).HasMaxLength(300);
        activity.Property(a => a.Audience).HasMaxLength(100);
        activity.HasOne(a => a.Library).WithMany().HasForeignKey(a => a.LibraryId).OnDelete(DeleteBehavior.Restrict);
        activity.HasIndex(a => new { a.LibraryId, a.HeldOn });
    }
}
