using Microsoft.EntityFrameworkCore;
using Platform.Model.Bulk;

namespace Platform.Model;

/// <summary>Bulk jobs: each seen by the account that started it, and by those who run the platform; its files by the account alone.</summary>
public abstract partial class LibraryDb
{
    public DbSet<BulkJob> BulkJobs => Set<BulkJob>();

    private void FilterBulk(ModelBuilder model) =>
        model.Entity<BulkJob>().HasQueryFilter(ScopeFilter, j => AdministersEverything || j.AccountId == OwnAccountId);
}
