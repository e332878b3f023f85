using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Model.Libraries;

namespace Platform.Model.Reporting;

/// <summary>Mapping of the report ledger.</summary>
public sealed class ReportingTables :
    IEntityTypeConfiguration<ReportRun>,
    IEntityTypeConfiguration<ReportSnapshot>,
    IEntityTypeConfiguration<SnapshotChunk>,
    IEntityTypeConfiguration<SubmissionStep>,
    IEntityTypeConfiguration<ReportNarrative>
{
    /// <summary>Name of the index that gives a report one snapshot of a number: of two corrections at once, one is refused.</summary>
    public const string OneSnapshotPerNumber = "UX_ReportSnapshot_OnePerNumber";

    /// <summary>Name of the index that lets a library report once on a period by one version of a definition.</summary>
    public const string OneRunPerPeriod = "UX_ReportRun_OnePerPeriod";

    /// <summary>Name of the index that gives a section one text of a number: of two writers at once, one is told.</summary>
    public const string OneNarrativePerNumber = "UX_ReportNarrative_OnePerNumber";

    /// <summary>Greatest length of the message of a step.</summary>
    public const int MessageLength = 2000;

    /// <summary>Greatest length of a text that people write in a report.</summary>
    public const int NarrativeLength = 8000;

    private const int HashLength = 64;

    public void Configure(EntityTypeBuilder<ReportRun> builder)
    {
        builder.Property(r => r.DefinitionCode).HasMaxLength(20).IsUnicode(false);
        builder.Property(r => r.Period).HasMaxLength(20).IsUnicode(false);
        builder.HasOne(r => r.Library).WithMany().HasForeignKey(r => r.LibraryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.LibraryId, r.DefinitionCode, r.DefinitionVersion, r.Period }).IsUnique().HasDatabaseName(OneRunPerPeriod);
        builder.HasIndex(r => new { r.LastOn, r.Id });
        builder.Property(r => r.State).HasDefaultValue(SubmissionState.Draft).HasSentinel(default);
    }

    public void Configure(EntityTypeBuilder<ReportSnapshot> builder)
    {
        builder.Property(s => s.Hash).HasMaxLength(HashLength).IsFixedLength().IsUnicode(false);
        builder.Property(s => s.StoredHash).HasMaxLength(HashLength).IsFixedLength().IsUnicode(false);
        builder.HasOne(s => s.Run).WithMany(r => r.Snapshots).HasForeignKey(s => s.RunId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Library>().WithMany().HasForeignKey(s => s.LibraryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => new { s.RunId, s.Number }).IsUnique().HasDatabaseName(OneSnapshotPerNumber);
        builder.HasIndex(s => s.Hash);
    }

    public void Configure(EntityTypeBuilder<SubmissionStep> builder)
    {
        builder.Property(s => s.Message).HasMaxLength(MessageLength);
        builder.Property(s => s.Actor).HasMaxLength(100);
        builder.HasOne(s => s.Run).WithMany(r => r.Steps).HasForeignKey(s => s.RunId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Library>().WithMany().HasForeignKey(s => s.LibraryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => new { s.RunId, s.Id });
    }

    public void Configure(EntityTypeBuilder<ReportNarrative> builder)
    {
        builder.Property(n => n.DefinitionCode).HasMaxLength(20).IsUnicode(false);
        builder.Property(n => n.Period).HasMaxLength(20).IsUnicode(false);
        builder.Property(n => n.Section).HasMaxLength(40).IsUnicode(false);
        builder.Property(n => n.Text).HasMaxLength(NarrativeLength);
        builder.Property(n => n.Author).HasMaxLength(100);
        builder.HasOne(n => n.Library).WithMany().HasForeignKey(n => n.LibraryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(n => new { n.LibraryId, n.DefinitionCode, n.Period, n.Section, n.Number }).IsUnique().HasDatabaseName(OneNarrativePerNumber);
    }

    public void Configure(EntityTypeBuilder<SnapshotChunk> builder)
    {
        builder.Property(c => c.Hash).HasMaxLength(HashLength).IsFixedLength().IsUnicode(false);
        builder.Property(c => c.StoredHash).HasMaxLength(HashLength).IsFixedLength().IsUnicode(false);
        builder.HasOne(c => c.Snapshot).WithMany(s => s.Chunks).HasForeignKey(c => c.SnapshotId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Library>().WithMany().HasForeignKey(c => c.LibraryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.SnapshotId, c.Kind, c.Ordinal }).IsUnique();
        builder.Property(c => c.Kind).HasDefaultValue(ChunkKind.Facts).HasSentinel(default);
    }
}
