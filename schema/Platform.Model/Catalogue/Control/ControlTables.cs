using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Model.Libraries;

namespace Platform.Model.Catalogue.Control;

internal sealed class ControlTables :
    IEntityTypeConfiguration<ChangeProposal>,
    IEntityTypeConfiguration<UnionContribution>,
    IEntityTypeConfiguration<ClusterDecision>,
    IEntityTypeConfiguration<QualityAssessment>,
    IEntityTypeConfiguration<QualityCount>
{
    /// <summary>Two records have one decision at a time.</summary>
    public const string OneDecisionPerPair = "UX_ClusterDecision_OnePerPair";

    public void Configure(EntityTypeBuilder<ChangeProposal> proposal)
    {
        proposal.ToTable("ChangeProposals");
        proposal.Property(p => p.Note).HasMaxLength(Lengths.Title);
        proposal.Property(p => p.Message).HasMaxLength(Lengths.Title);
        proposal.Property(p => p.Rules).HasMaxLength(Lengths.Line);
        proposal.HasOne(p => p.Library).WithMany().HasForeignKey(p => p.LibraryId).OnDelete(DeleteBehavior.Restrict);
        proposal.HasOne(p => p.Record).WithMany().HasForeignKey(p => p.RecordId).OnDelete(DeleteBehavior.Restrict);
        proposal.HasIndex(p => new { p.State, p.ProposedAt });
        proposal.HasIndex(p => p.KeeperId);
    }

    public void Configure(EntityTypeBuilder<UnionContribution> contribution)
    {
        contribution.ToTable("UnionContributions");
        contribution.HasOne(c => c.Library).WithMany().HasForeignKey(c => c.LibraryId).OnDelete(DeleteBehavior.Restrict);
        contribution.HasOne(c => c.Record).WithMany().HasForeignKey(c => c.RecordId).OnDelete(DeleteBehavior.Restrict);
        contribution.HasIndex(c => new { c.RecordId, c.LibraryId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ClusterDecision> decision)
    {
        decision.ToTable("ClusterDecisions");
        decision.Property(d => d.Note).HasMaxLength(Lengths.Title);
        decision.Property(d => d.Actor).HasMaxLength(100);
        decision.HasOne(d => d.Record).WithMany().HasForeignKey(d => d.RecordId).OnDelete(DeleteBehavior.Restrict);
        decision.HasOne(d => d.Other).WithMany().HasForeignKey(d => d.OtherId).OnDelete(DeleteBehavior.Restrict);
        decision.HasOne(d => d.Library).WithMany().HasForeignKey(d => d.LibraryId).OnDelete(DeleteBehavior.Restrict);
        decision.HasOne<Library>().WithMany().HasForeignKey(d => d.OtherLibraryId).OnDelete(DeleteBehavior.Restrict);
        decision.HasIndex(d => new { d.RecordId, d.OtherId }).IsUnique().HasDatabaseName(OneDecisionPerPair).HasFilter("[UndoneAt] IS NULL");
        decision.HasIndex(d => d.OtherId);
    }

    public void Configure(EntityTypeBuilder<QualityAssessment> assessment)
    {
        assessment.ToTable("QualityAssessments");
        assessment.HasOne(a => a.Library).WithMany().HasForeignKey(a => a.LibraryId).OnDelete(DeleteBehavior.Restrict);
        assessment.HasIndex(a => new { a.LibraryId, a.AssessedAt });
    }

    public void Configure(EntityTypeBuilder<QualityCount> count)
    {
        count.ToTable("QualityCounts");
        count.HasKey(c => new { c.AssessmentId, c.Rule });
        count.HasOne<QualityAssessment>().WithMany(a => a.Counts).HasForeignKey(c => c.AssessmentId).OnDelete(DeleteBehavior.Cascade);
    }
}
