using Microsoft.EntityFrameworkCore;
using Platform.Model.Patrons;

namespace Platform.Model;

/// <summary>What people agreed to and who was let see a class: its tables, and who sees which rows.</summary>
public abstract partial class LibraryDb
{
    public DbSet<Consent> Consents => Set<Consent>();

    public DbSet<ClassGrant> ClassGrants => Set<ClassGrant>();

    public DbSet<PatronTransfer> PatronTransfers => Set<PatronTransfer>();

    public DbSet<PersonImportFile> PersonImportFiles => Set<PersonImportFile>();

    private IReadOnlyList<long> ClassIds { get; } = scope.ClassIds;

    private IReadOnlyList<long> ClassPupilIds { get; } = scope.ClassPupilIds;

    private void FilterPeople(ModelBuilder model)
    {
        model.Entity<Consent>().HasQueryFilter(ScopeFilter, c => PatronEverywhere || PatronLibraryIds.Contains(c.LibraryId) || OwnPatronIds.Contains(c.PatronId));
        model.Entity<ClassGrant>().HasQueryFilter(ScopeFilter, g => PatronEverywhere || PatronLibraryIds.Contains(g.LibraryId) || OwnPatronIds.Contains(g.TeacherId));
        model.Entity<PatronTransfer>().HasQueryFilter(ScopeFilter, t => PatronEverywhere || PatronLibraryIds.Contains(t.LibraryId) || PatronLibraryIds.Contains(t.ToLibraryId));
        model.Entity<PersonImportFile>().HasQueryFilter(ScopeFilter, f => PatronEverywhere || PatronLibraryIds.Contains(f.LibraryId));
    }
}
