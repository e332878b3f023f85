using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Model.Libraries;

namespace Platform.Model.Patrons;

/// <summary>The tables of transfers and of files that wait to be imported.</summary>
public sealed class TransferTables : IEntityTypeConfiguration<PatronTransfer>, IEntityTypeConfiguration<PersonImportFile>
{
    /// <summary>Name of the index that lets a card be offered to one library at a time.</summary>
    public const string OneOffer = "UX_PatronTransfer_OneOffer";

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<PatronTransfer> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Property(t => t.FullName).HasMaxLength(100);
        builder.Property(t => t.MinistryCode).HasMaxLength(20);
        builder.HasOne(t => t.Library).WithMany().HasForeignKey(t => t.LibraryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(t => t.ToLibrary).WithMany().HasForeignKey(t => t.ToLibraryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Patron>().WithMany().HasForeignKey(t => t.PatronId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Patron>().WithMany().HasForeignKey(t => t.NewPatronId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(t => t.PatronId).IsUnique().HasDatabaseName(OneOffer).HasFilter("[State] = 1");
        builder.HasIndex(t => new { t.ToLibraryId, t.State });
        builder.HasIndex(t => new { t.LibraryId, t.State });
    }

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<PersonImportFile> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Actor).HasMaxLength(100);
        builder.HasOne<Library>().WithMany().HasForeignKey(f => f.LibraryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(f => f.ExpiresAt);
    }
}
