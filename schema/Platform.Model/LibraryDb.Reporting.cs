using Microsoft.EntityFrameworkCore;
using Platform.Model.Access;
using Platform.Model.Reporting;

namespace Platform.Model;

/// <summary>What managing bodies send up, seen by the body and the bodies above it, and the signed papers of schools.</summary>
public abstract partial class LibraryDb
{
    public DbSet<ConsolidatedReport> ConsolidatedReports => Set<ConsolidatedReport>();

    public DbSet<ConsolidationStep> ConsolidationSteps => Set<ConsolidationStep>();

    public DbSet<ReportScan> ReportScans => Set<ReportScan>();

    private IReadOnlyList<long> ReportingOrganisationIds { get; } = scope.May(Permission.ReadReports) ? scope.OrganisationIds : [];

    private void FilterReporting(ModelBuilder model)
    {
        model.Entity<ConsolidatedReport>().HasQueryFilter(ScopeFilter, r => DiaryEverywhere || ReportingOrganisationIds.Contains(r.OrganisationId));
        model.Entity<ReportScan>().HasQueryFilter(ScopeFilter, s => DiaryEverywhere || DiaryLibraryIds.Contains(s.LibraryId));
        model.Entity<ConsolidationStep>().HasQueryFilter(ScopeFilter, s => DiaryEverywhere || ReportingOrganisationIds.Contains(s.Report.OrganisationId));
    }
}
