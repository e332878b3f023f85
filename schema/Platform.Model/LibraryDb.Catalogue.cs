using Microsoft.EntityFrameworkCore;
using Platform.Model.Catalogue.CallNumbers;
using Platform.Model.Catalogue.Control;
using Platform.Model.Catalogue.Editing;
using Platform.Model.Catalogue.Merging;
using Platform.Model.Catalogue.Numbering;
using Platform.Model.Catalogue.Standardising;

namespace Platform.Model;

/// <summary>Cataloguing and the control of the union catalogue: its tables, and who sees which rows.</summary>
public abstract partial class LibraryDb
{
    public DbSet<CataloguingDefaults> CataloguingDefaults => Set<CataloguingDefaults>();

    public DbSet<CutterNumber> CutterNumbers => Set<CutterNumber>();

    public DbSet<NumberPattern> NumberPatterns => Set<NumberPattern>();

    public DbSet<ChangeProposal> ChangeProposals => Set<ChangeProposal>();

    public DbSet<UnionContribution> UnionContributions => Set<UnionContribution>();

    public DbSet<ClusterDecision> ClusterDecisions => Set<ClusterDecision>();

    public DbSet<QualityAssessment> QualityAssessments => Set<QualityAssessment>();

    public DbSet<StandardisationJob> StandardisationJobs => Set<StandardisationJob>();

    public DbSet<StandardisationLine> StandardisationLines => Set<StandardisationLine>();

    public DbSet<StandardisedRecord> StandardisedRecords => Set<StandardisedRecord>();

    public DbSet<RecordMerge> RecordMerges => Set<RecordMerge>();

    private void FilterCataloguing(ModelBuilder model)
    {
        model.Entity<CataloguingDefaults>().HasQueryFilter(ScopeFilter, d => CataloguingEverywhere || CataloguingLibraryIds.Contains(d.LibraryId));
        model.Entity<CutterNumber>().HasQueryFilter(ScopeFilter, n => CataloguingEverywhere || CataloguingLibraryIds.Contains(n.LibraryId));
        model.Entity<NumberPattern>().HasQueryFilter(ScopeFilter, p => CataloguingEverywhere || CataloguingLibraryIds.Contains(p.LibraryId));
        // The member that proposes sees it, and whoever keeps the record.
        model.Entity<ChangeProposal>().HasQueryFilter(ScopeFilter, p => CataloguingEverywhere || CataloguingLibraryIds.Contains(p.LibraryId) || CataloguingLibraryIds.Contains(p.KeeperId));
        model.Entity<ClusterDecision>().HasQueryFilter(ScopeFilter, d => CataloguingEverywhere || CataloguingLibraryIds.Contains(d.LibraryId) || CataloguingLibraryIds.Contains(d.OtherLibraryId));
        model.Entity<QualityAssessment>().HasQueryFilter(ScopeFilter, a => CataloguingEverywhere || CataloguingLibraryIds.Contains(a.LibraryId));
        model.Entity<StandardisationJob>().HasQueryFilter(ScopeFilter, j => CataloguingEverywhere || CataloguingLibraryIds.Contains(j.LibraryId));
        model.Entity<StandardisationLine>().HasQueryFilter(ScopeFilter, l => CataloguingEverywhere || CataloguingLibraryIds.Contains(l.LibraryId));
        model.Entity<RecordMerge>().HasQueryFilter(ScopeFilter, m => CataloguingEverywhere || CataloguingLibraryIds.Contains(m.LibraryId));
    }
}
