using Microsoft.EntityFrameworkCore;
using Platform.Model.Circulation;
using Platform.Model.Notices;
using Platform.Model.Patrons;

namespace Platform.Model;

/// <summary>What people agreed to, who was let see a class, notices, weedings and transfers: their tables, and who sees which rows.</summary>
public abstract partial class LibraryDb
{
    public DbSet<Consent> Consents => Set<Consent>();

    public DbSet<ClassGrant> ClassGrants => Set<ClassGrant>();

    public DbSet<PatronTransfer> PatronTransfers => Set<PatronTransfer>();

    public DbSet<PersonImportFile> PersonImportFiles => Set<PersonImportFile>();

    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<Weeding> Weedings => Set<Weeding>();

    public DbSet<WeedingLine> WeedingLines => Set<WeedingLine>();

    public DbSet<ItemTransfer> ItemTransfers => Set<ItemTransfer>();

    public DbSet<ItemTransferLine> ItemTransferLines => Set<ItemTransferLine>();

    public DbSet<NoticeContact> NoticeContacts => Set<NoticeContact>();

    public DbSet<NoticeTemplate> NoticeTemplates => Set<NoticeTemplate>();

    private IReadOnlyList<long> ClassIds { get; } = scope.ClassIds;

    private IReadOnlyList<long> ClassPupilIds { get; } = scope.ClassPupilIds;

    private void FilterPeople(ModelBuilder model)
    {
        model.Entity<Consent>().HasQueryFilter(ScopeFilter, c => PatronEverywhere || PatronLibraryIds.Contains(c.LibraryId) || OwnPatronIds.Contains(c.PatronId));
        model.Entity<ClassGrant>().HasQueryFilter(ScopeFilter, g => PatronEverywhere || PatronLibraryIds.Contains(g.LibraryId) || OwnPatronIds.Contains(g.TeacherId));
        model.Entity<PatronTransfer>().HasQueryFilter(ScopeFilter, t => PatronEverywhere || PatronLibraryIds.Contains(t.LibraryId) || PatronLibraryIds.Contains(t.ToLibraryId));
        model.Entity<Notice>().HasQueryFilter(ScopeFilter, n => LendingEverywhere || LendingLibraryIds.Contains(n.LibraryId) || (n.PatronId != null && OwnPatronIds.Contains(n.PatronId.Value)));
        model.Entity<NoticeContact>().HasQueryFilter(ScopeFilter, c => PatronEverywhere || PatronLibraryIds.Contains(c.LibraryId) || OwnPatronIds.Contains(c.PatronId));
        model.Entity<Weeding>().HasQueryFilter(ScopeFilter, w => LendingEverywhere || LendingLibraryIds.Contains(w.LibraryId));
        model.Entity<WeedingLine>().HasQueryFilter(ScopeFilter, l => LendingEverywhere || LendingLibraryIds.Contains(l.LibraryId));
        model.Entity<ItemTransfer>().HasQueryFilter(ScopeFilter, t => LendingEverywhere || LendingLibraryIds.Contains(t.LibraryId) || LendingLibraryIds.Contains(t.ToLibraryId));
        model.Entity<ItemTransferLine>().HasQueryFilter(ScopeFilter, l => LendingEverywhere || LendingLibraryIds.Contains(l.LibraryId) || LendingLibraryIds.Contains(l.ToLibraryId));
        model.Entity<NoticeTemplate>().HasQueryFilter(ScopeFilter, t => LendingEverywhere || LendingLibraryIds.Contains(t.LibraryId));
        model.Entity<PersonImportFile>().HasQueryFilter(ScopeFilter, f => PatronEverywhere || PatronLibraryIds.Contains(f.LibraryId));
    }
}
