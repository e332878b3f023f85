using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Model.Libraries;
using Platform.Model.Patrons;

namespace Platform.Model.Notices;

/// <summary>The tables of notices, and the names of the indexes that hold their invariants.</summary>
public sealed class NoticeTables : IEntityTypeConfiguration<Notice>, IEntityTypeConfiguration<NoticeContact>, IEntityTypeConfiguration<NoticeTemplate>
{
    /// <summary>Most characters of a mail address.</summary>
    public const int AddressLength = 254;

    /// <summary>Most characters of a subject.</summary>
    public const int SubjectLength = 200;

    /// <summary>Most characters of a text.</summary>
    public const int BodyLength = 2_000;

    /// <summary>Most characters of what a mail server said.</summary>
    public const int FaultLength = 300;

    /// <summary>Name of the index that lets an occasion have one notice.</summary>
    public const string OnePerOccasion = "UX_Notice_OnePerOccasion";

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Property(n => n.Key).HasMaxLength(60).IsUnicode(false);
        builder.Property(n => n.Address).HasMaxLength(AddressLength);
        builder.Property(n => n.Subject).HasMaxLength(SubjectLength);
        builder.Property(n => n.Body).HasMaxLength(BodyLength);
        builder.Property(n => n.Fault).HasMaxLength(FaultLength);
        builder.HasOne(n => n.Library).WithMany().HasForeignKey(n => n.LibraryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(n => n.Patron).WithMany().HasForeignKey(n => n.PatronId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(n => new { n.LibraryId, n.Key }).IsUnique().HasDatabaseName(OnePerOccasion);
        builder.HasIndex(n => new { n.State, n.NextAttemptAt });
        builder.HasIndex(n => new { n.PatronId, n.CreatedAt });
    }

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<NoticeContact> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Property(c => c.Mail).HasMaxLength(AddressLength);
        builder.HasOne<Library>().WithMany().HasForeignKey(c => c.LibraryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Patron>().WithMany().HasForeignKey(c => c.PatronId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => c.PatronId).IsUnique();
    }

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<NoticeTemplate> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Property(t => t.Subject).HasMaxLength(SubjectLength);
        builder.Property(t => t.Body).HasMaxLength(BodyLength);
        builder.HasOne<Library>().WithMany().HasForeignKey(t => t.LibraryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(t => new { t.LibraryId, t.Kind }).IsUnique();
    }
}
