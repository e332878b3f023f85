using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Model.Libraries;

namespace Platform.Model.Reporting;

/// <summary>Mapping of what managing bodies send up, and of the papers that were signed.</summary>
public sealed class ConsolidationTables : IEntityTypeConfiguration<ConsolidatedReport>, IEntityTypeConfiguration<ConsolidationStep>, IEntityTypeConfiguration<ReportScan>
{
    /// <summary>Name of the index that lets a body report once on a period by a form.</summary>
    public const string OnePerPeriod = "UX_ConsolidatedReport_OnePerPeriod";

    private const int HashLength = 64;

    public void Configure(EntityTypeBuilder<ConsolidatedReport> builder)
    {
        builder.ToTable("ConsolidatedReports");
        builder.Property(r => r.DefinitionCode).HasMaxLength(20).IsUnicode(false);
        builder.Property(r => r.Period).HasMaxLength(20).IsUnicode(false);
        builder.Property(r => r.Hash).HasMaxLength(HashLength).IsFixedLength().IsUnicode(false);
        builder.HasOne(r => r.Organisation).WithMany().HasForeignKey(r => r.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.OrganisationId, r.DefinitionCode, r.Period }).IsUnique().HasDatabaseName(OnePerPeriod);
    }

    public void Configure(EntityTypeBuilder<ConsolidationStep> builder)
    {
        builder.ToTable("ConsolidationSteps");
        builder.Property(s => s.Message).HasMaxLength(ReportingTables.MessageLength);
        builder.Property(s => s.Hash).HasMaxLength(HashLength).IsFixedLength().IsUnicode(false);
        builder.Property(s => s.Actor).HasMaxLength(100);
        builder.HasOne(s => s.Report).WithMany(r => r.Steps).HasForeignKey(s => s.ReportId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(s => new { s.ReportId, s.Id });
    }

    public void Configure(EntityTypeBuilder<ReportScan> builder)
    {
        builder.ToTable("ReportScans");
        builder.Property(s => s.Actor).HasMaxLength(100);
        builder.HasOne(s => s.Run).WithMany(r => r.Scans).HasForeignKey(s => s.RunId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Library>().WithMany().HasForeignKey(s => s.LibraryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(s => s.Content).WithMany().HasForeignKey(s => s.ContentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => new { s.RunId, s.Id });
    }
}
