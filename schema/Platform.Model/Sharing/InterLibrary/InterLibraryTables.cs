using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Model.Libraries;

namespace Platform.Model.Sharing.InterLibrary;

/// <summary>Tables of inter-library loans and the names of their indexes.</summary>
public sealed class InterLibraryTables :
    IEntityTypeConfiguration<InterLibraryLoan>,
    IEntityTypeConfiguration<InterLibraryOffer>,
    IEntityTypeConfiguration<InterLibraryReader>,
    IEntityTypeConfiguration<LendingConditions>
{
    /// <summary>Name of the index that lends a copy to one library at a time.</summary>
    public const string OneOpenLoanPerItem = "UX_InterLibraryLoan_OneOpenPerItem";

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<InterLibraryLoan> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("InterLibraryLoans", table => table.HasCheckConstraint("CK_InterLibraryLoan_Apart", "[LenderId] IS NULL OR [LenderId] <> [BorrowerId]"));
        builder.Property(l => l.Conditions).HasMaxLength(Lengths.Line);
        builder.Property(l => l.Note).HasMaxLength(Lengths.Line);
        builder.HasOne<LibraryGroup>().WithMany().HasForeignKey(l => l.GroupId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(l => l.Borrower).WithMany().HasForeignKey(l => l.BorrowerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(l => l.Lender).WithMany().HasForeignKey(l => l.LenderId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Library>().WithMany().HasForeignKey(l => l.AskedId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(l => l.Record).WithMany().HasForeignKey(l => l.RecordId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(l => l.Item).WithMany().HasForeignKey(l => l.ItemId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(l => l.ItemId).IsUnique().HasDatabaseName(OneOpenLoanPerItem).HasFilter("[ItemId] IS NOT NULL AND [ReturnedOn] IS NULL");
        builder.HasIndex(l => new { l.BorrowerId, l.RequestedOn });
        builder.HasIndex(l => new { l.LenderId, l.SentOn });
    }

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<InterLibraryOffer> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("InterLibraryOffers");
        builder.Property(o => o.Reason).HasMaxLength(Lengths.Line);
        builder.Property(o => o.Declined).HasMaxLength(Lengths.Line);
        builder.HasOne(o => o.Loan).WithMany(l => l.Offers).HasForeignKey(o => o.LoanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Library>().WithMany().HasForeignKey(o => o.LibraryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(o => new { o.LoanId, o.Position }).IsUnique();
        builder.HasIndex(o => new { o.LoanId, o.LibraryId }).IsUnique();
    }

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<LendingConditions> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("LendingConditions");
        builder.Property(c => c.ItemTypes).HasMaxLength(200).IsUnicode(false);
        builder.Property(c => c.Pauses).HasMaxLength(500).IsUnicode(false);
        builder.Property(c => c.Text).HasMaxLength(Lengths.Line);
        builder.HasOne(c => c.Library).WithMany().HasForeignKey(c => c.LibraryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => c.LibraryId).IsUnique();
    }

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<InterLibraryReader> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("InterLibraryReaders");
        builder.HasKey(r => r.LoanId);
        builder.Property(r => r.LoanId).ValueGeneratedNever();
        builder.HasOne(r => r.Loan).WithOne().HasForeignKey<InterLibraryReader>(r => r.LoanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Library>().WithMany().HasForeignKey(r => r.LibraryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(r => r.Patron).WithMany().HasForeignKey(r => r.PatronId).OnDelete(DeleteBehavior.Restrict);
    }
}
