using Microsoft.EntityFrameworkCore;
using Platform.Model.Catalogue.CallNumbers;
using Platform.Model.Catalogue.Editing;
using Platform.Model.Catalogue.Merging;
using Platform.Model.Catalogue.Numbering;

namespace Platform.Model;

/// <summary>Cataloguing and the control of the union catalogue: its tables, and who sees which rows.</summary>
public abstract partial class LibraryDb
{
    public DbSet<CataloguingDefaults> CataloguingDefaults => Set<CataloguingDefaults>();

    public DbSet<CutterNumber> CutterNumbers => Set<CutterNumber>();

    public DbSet<NumberPattern> NumberPatterns => Set<NumberPattern>();

    public DbSet<RecordMerge> RecordMerges => Set<RecordMerge>();

    private void FilterCataloguing(ModelBuilder model)
    {
        model.Entity<CataloguingDefaults>().HasQueryFilter(ScopeFilter, d => CataloguingEverywhere || CataloguingLibraryIds.Contains(d.LibraryId));
        model.Entity<CutterNumber>().HasQueryFilter(ScopeFilter, n => CataloguingEverywhere || CataloguingLibraryIds.Contains(n.LibraryId));
        model.Entity<NumberPattern>().HasQueryFilter(ScopeFilter, p => CataloguingEverywhere || CataloguingLibraryIds.Contains(p.LibraryId));
        model.Entity<RecordMerge>().HasQueryFilter(ScopeFilter, m => CataloguingEverywhere || CataloguingLibraryIds.Contains(m.LibraryId));
    }
}
