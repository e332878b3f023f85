using Microsoft.EntityFrameworkCore;
using Platform.Model.Access;
using Platform.Model.Repository;
using Platform.Model.Sharing;

namespace Platform.Model;

/// <summary>The e-resource repository: its tables, and whose resources a caller knows of.</summary>
public abstract partial class LibraryDb
{
    public DbSet<MemberLevel> MemberLevels => Set<MemberLevel>();

    public DbSet<EResource> EResources => Set<EResource>();

    public DbSet<EResourceVersion> EResourceVersions => Set<EResourceVersion>();

    public DbSet<EResourceFile> EResourceFiles => Set<EResourceFile>();

    public DbSet<AppraisalRecord> AppraisalRecords => Set<AppraisalRecord>();

    public DbSet<FileContent> FileContents => Set<FileContent>();

    public DbSet<FileReading> FileReadings => Set<FileReading>();

    public DbSet<Upload> Uploads => Set<Upload>();

    public DbSet<ReadingSeat> ReadingSeats => Set<ReadingSeat>();

    public DbSet<EResourceUse> EResourceUses => Set<EResourceUse>();

    public DbSet<PaidAccess> PaidAccesses => Set<PaidAccess>();

    private bool RepositoryEverywhere { get; } = scope.SeesAllLibraries && scope.May(Permission.ReadRepository);

    private IReadOnlyList<long> EditedRepositoryIds { get; } = scope.ReachOf(Permission.EditRepository).LibraryIds;

    private IReadOnlyList<long> OwnRepositoryIds { get; } = StandingOf.OwnLibraries(scope);

    private IReadOnlyList<long> ReadRepositoryIds { get; } = scope.ReachOf(Permission.ReadRepository).LibraryIds;

    // The same rule as AccessPolicy.IsVisible, for whole lists; a test walks both over every standing.
    private void FilterRepository(ModelBuilder model)
    {
        model.Entity<EResource>().HasQueryFilter(ScopeFilter, r =>
            RepositoryEverywhere
            || EditedRepositoryIds.Contains(r.LibraryId)
            || (r.PublishedVersion != null && r.WithdrawnOn == null
                && (r.Audience == Audience.Everyone
                    || OwnRepositoryIds.Contains(r.LibraryId)
                    || (r.Audience == Audience.Group && r.ContributedOn != null
                        && Memberships.Any(theirs => theirs.LibraryId == r.LibraryId && theirs.JoinedOn <= Today && (theirs.LeftOn == null || theirs.LeftOn >= Today)
                            && Memberships.Any(ours => ours.GroupId == theirs.GroupId && ours.JoinedOn <= Today && (ours.LeftOn == null || ours.LeftOn >= Today)
                                && ReadRepositoryIds.Contains(ours.LibraryId)))))));
        model.Entity<EResourceVersion>().HasQueryFilter(ScopeFilter, v =>
            RepositoryEverywhere || EditedRepositoryIds.Contains(v.LibraryId) || v.Number == v.Resource.PublishedVersion);
        model.Entity<EResourceFile>().HasQueryFilter(ScopeFilter, f =>
            RepositoryEverywhere || EditedRepositoryIds.Contains(f.LibraryId) || f.ResourceVersion.Number == f.ResourceVersion.Resource.PublishedVersion);
        model.Entity<AppraisalRecord>().HasQueryFilter(ScopeFilter, s => RepositoryEverywhere || EditedRepositoryIds.Contains(s.LibraryId));
        model.Entity<Upload>().HasQueryFilter(ScopeFilter, u => RepositoryEverywhere || EditedRepositoryIds.Contains(u.LibraryId));
        model.Entity<EResourceUse>().HasQueryFilter(ScopeFilter, u => RepositoryEverywhere || EditedRepositoryIds.Contains(u.LibraryId) || EditedRepositoryIds.Contains(u.OwnerId));
        model.Entity<PaidAccess>().HasQueryFilter(ScopeFilter, p => RepositoryEverywhere || EditedRepositoryIds.Contains(p.LibraryId) || EditedRepositoryIds.Contains(p.PayerId));
    }
}
