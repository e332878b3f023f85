using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Model.Catalogue;
using Platform.Model.Libraries;

namespace Platform.Model.Circulation;

/// <summary>The desk's tables, and the names of the indexes that hold its invariants.</summary>
public sealed class CirculationTables :
    IEntityTypeConfiguration<Loan>,
    IEntityTypeConfiguration<Hold>,
    IEntityTypeConfiguration<Charge>,
    IEntityTypeConfiguration<ClassSet>,
    IEntityTypeConfiguration<LibraryVisit>,
    IEntityTypeConfiguration<LibraryActivity>
{
    /// <summary>Name of the index that lets an item have one open loan only.</summary>
    public const string OneOpenLoanPerItem = "UX_Loan_OneOpenPerItem";

    /// <summary>Name of the index that lets a patron have one active hold on a publication only.</summary>
    public const string OneActiveHold = "UX_Hold_OneActive";

    /// <summary>Name of the index that keeps a copy for one hold only.</summary>
    public const string OneHoldPerKeptItem = "UX_Hold_OnePerKeptItem";

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<Loan> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.HasOne<Library>().WithMany().HasForeignKey(l => l.LibraryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(l => l.Item).WithMany().HasForeignKey(l => l.ItemId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(l => l.Patron).WithMany().HasForeignKey(l => l.PatronId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<LoanRule>().WithMany().HasForeignKey(l => l.RuleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ClassSet>().WithMany(s => s.Loans).HasForeignKey(l => l.ClassSetId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(l => l.ItemId).IsUnique().HasDatabaseName(OneOpenLoanPerItem).HasFilter("[ReturnedAt] IS NULL");
        builder.HasIndex(l => new { l.ItemId, l.LentAt });
        // All that yearly reports count of a loan: a million loans are read from the index alone.
        builder.HasIndex(l => new { l.LibraryId, l.LentOn, l.Kind, l.PatronCategory, l.Grade, l.ItemType, l.ItemId, l.PatronId, l.StandsFor }).HasDatabaseName("IX_Loans_Counts");
        builder.HasIndex(l => new { l.LibraryId, l.ReturnedAt }).HasFilter("[ReturnedAt] IS NOT NULL");
        builder.HasIndex(l => new { l.PatronId, l.ReturnedAt });
        builder.HasIndex(l => new { l.LibraryId, l.DueOn }).HasDatabaseName("IX_Loans_OpenByDue").HasFilter("[ReturnedAt] IS NULL");
        builder.HasIndex(l => l.ClassSetId).HasFilter("[ClassSetId] IS NOT NULL");
    }

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<Hold> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.HasOne<Library>().WithMany().HasForeignKey(h => h.LibraryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(h => h.Record).WithMany().HasForeignKey(h => h.RecordId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(h => h.Patron).WithMany().HasForeignKey(h => h.PatronId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(h => h.Item).WithMany().HasForeignKey(h => h.ItemId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(h => new { h.PatronId, h.RecordId }).IsUnique().HasDatabaseName(OneActiveHold).HasFilter("[ClosedAt] IS NULL AND [PatronId] IS NOT NULL");
        builder.HasIndex(h => h.ItemId).IsUnique().HasDatabaseName(OneHoldPerKeptItem).HasFilter("[ClosedAt] IS NULL AND [ItemId] IS NOT NULL");
        builder.HasIndex(h => new { h.LibraryId, h.RecordId, h.ClosedAt });
    }

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<Charge> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Property(c => c.Note).HasMaxLength(300);
        builder.HasOne<Library>().WithMany().HasForeignKey(c => c.LibraryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(c => c.Patron).WithMany().HasForeignKey(c => c.PatronId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(c => c.Loan).WithMany().HasForeignKey(c => c.LoanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Item>().WithMany().HasForeignKey(c => c.ItemId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.PatronId, c.SettledAt });
        builder.HasIndex(c => new { c.LibraryId, c.RaisedOn });
        builder.ToTable(table => table.HasCheckConstraint("CK_Charge_Amount", "[Amount] > 0"));
    }

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<ClassSet> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.HasOne<Library>().WithMany().HasForeignKey(s => s.LibraryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(s => s.Class).WithMany().HasForeignKey(s => s.ClassId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => new { s.LibraryId, s.ClassId });
    }

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<LibraryVisit> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Property(v => v.ClassName).HasMaxLength(20);
        builder.HasOne(v => v.Library).WithMany().HasForeignKey(v => v.LibraryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(v => new { v.LibraryId, v.VisitedOn });
        builder.ToTable(table => table.HasCheckConstraint("CK_LibraryVisit_Visitors", "[Visitors] > 0"));
    }

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<LibraryActivity> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Property(a => a.Title).HasMaxLength(300);
        builder.Property(a => a.Audience).HasMaxLength(100);
        builder.HasOne(a => a.Library).WithMany().HasForeignKey(a => a.LibraryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => new { a.LibraryId, a.HeldOn });
    }
}
