using Microsoft.EntityFrameworkCore;
using Platform.Model.Libraries;
using Platform.Model.Reporting.Exchange;

namespace Platform.Model;

/// <summary>The exchange with the sector database: what was sent, and what a school enters for it and for its registers.</summary>
public abstract partial class LibraryDb
{
    public DbSet<ExchangeRecord> ExchangeRecords => Set<ExchangeRecord>();

    public DbSet<FacilityFact> FacilityFacts => Set<FacilityFact>();

    public DbSet<FormFigure> FormFigures => Set<FormFigure>();

    public DbSet<LibraryAsset> Assets => Set<LibraryAsset>();

    private void FilterExchange(ModelBuilder model)
    {
        model.Entity<ExchangeRecord>().HasQueryFilter(ScopeFilter, r => DiaryEverywhere || DiaryLibraryIds.Contains(r.LibraryId));
        model.Entity<FacilityFact>().HasQueryFilter(ScopeFilter, f => DiaryEverywhere || DiaryLibraryIds.Contains(f.LibraryId));
        model.Entity<LibraryAsset>().HasQueryFilter(ScopeFilter, a => DiaryEverywhere || DiaryLibraryIds.Contains(a.LibraryId));
        model.Entity<FormFigure>().HasQueryFilter(ScopeFilter, f => DiaryEverywhere || DiaryLibraryIds.Contains(f.LibraryId));
    }
}
