using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Model.Libraries;

namespace Platform.Model.Patrons;

/// <summary>The tables of consents and of classes granted to teachers.</summary>
public sealed class ConsentTables : IEntityTypeConfiguration<Consent>, IEntityTypeConfiguration<ClassGrant>
{
    /// <summary>Most characters of the place where a consent is written down.</summary>
    public const int EvidenceLength = 200;

    /// <summary>Name of the index that keeps one standing consent for each purpose and party.</summary>
    public const string OneStanding = "UX_Consent_OneStanding";

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<Consent> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Property(c => c.Evidence).HasMaxLength(EvidenceLength);
        builder.HasOne<Library>().WithMany().HasForeignKey(c => c.LibraryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(c => c.Patron).WithMany().HasForeignKey(c => c.PatronId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.PatronId, c.Purpose, c.GivenBy }).IsUnique().HasDatabaseName(OneStanding).HasFilter("[WithdrawnOn] IS NULL");
        builder.HasIndex(c => new { c.LibraryId, c.Purpose });
    }

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<ClassGrant> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.HasOne<Library>().WithMany().HasForeignKey(g => g.LibraryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(g => g.Class).WithMany().HasForeignKey(g => g.ClassId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(g => g.Teacher).WithMany().HasForeignKey(g => g.TeacherId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(g => new { g.TeacherId, g.UntilOn });
        builder.HasIndex(g => g.ClassId);
        builder.ToTable(table => table.HasCheckConstraint("CK_ClassGrant_Order", "[FromOn] <= [UntilOn]"));
    }
}
