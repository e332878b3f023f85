using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Repository;
using Platform.Model.Sharing;

namespace Platform.Storage.Repository;

/// <summary>A file that was asked for, with the answer.</summary>
/// <param name="File">The file with its content and resource; null when there is none that the reader may know of.</param>
/// <param name="Refusal">Why it is not given; null when it is.</param>
public sealed record ContentAnswer(EResourceFile? File, AccessRefusal? Refusal)
{
    /// <summary>There is nothing that the reader may know of.</summary>
    public static ContentAnswer None { get; } = new(null, AccessRefusal.NotVisible);
}

/// <summary>
/// Decides about files: gathers what <see cref="AccessPolicy"/> needs as it is at this moment. Links are asked again at every download, so a
/// resource withdrawn, a level lowered or a membership ended closes links already given.
/// </summary>
/// <param name="db">The database as the platform itself sees it: the decision, not a filter, keeps readers out here.</param>
/// <param name="clock">The clock.</param>
public sealed class ContentAccess(LibraryDb db, TimeProvider clock)
{
    /// <summary>What the caller is to the library today, and the library it reads for.</summary>
    public async Task<LinkReader> ReaderAsync(Scope scope, long libraryId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var readsFor = scope.ReachOf(Permission.ReadRepository).LibraryIds;
        var fellow = await FellowAsync(readsFor, libraryId, cancellationToken);
        var own = StandingOf.OwnLibraries(scope);
        return new LinkReader(StandingOf.Caller(scope, libraryId, fellow is not null), own.Count > 0 ? own[0] : fellow, scope.AccountId);
    }

    /// <summary>Whether the reader gets the file now.</summary>
    public async Task<ContentAnswer> DecideAsync(long fileId, AccessAction action, LinkReader reader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var file = await db.EResourceFiles.AsNoTracking()
            .Include(f => f.Content).ThenInclude(c => c.Reading).Include(f => f.ResourceVersion).ThenInclude(v => v.Resource)
            .SingleOrDefaultAsync(f => f.Id == fileId, cancellationToken);
        if (file is null || await IsClosedAsync(reader, cancellationToken))
            return ContentAnswer.None;
        var resource = file.ResourceVersion.Resource;
        if (reader.Standing is not Standing.Editor && file.ResourceVersion.Number != resource.PublishedVersion)
            return ContentAnswer.None;
        var facts = await FactsAsync(resource, reader, cancellationToken);
        return AccessPolicy.Refuse(resource, action, facts) switch
        {
            AccessRefusal.NotVisible => ContentAnswer.None,
            var refusal => new ContentAnswer(file, refusal),
        };
    }

    // Another member library that both are in a group with; null when there is none today.
    private async Task<long?> FellowAsync(IReadOnlyList<long> readsFor, long libraryId, CancellationToken cancellationToken)
    {
        var groups = GroupsOf(libraryId);
        var today = clock.Today();
        return await db.Memberships
            .Where(m => readsFor.Contains(m.LibraryId) && m.JoinedOn <= today && (m.LeftOn == null || m.LeftOn >= today) && groups.Contains(m.GroupId))
            .OrderBy(m => m.LibraryId)
            .Select(m => (long?)m.LibraryId)
            .FirstOrDefaultAsync(cancellationToken);
    }

    private IQueryable<long> GroupsOf(long libraryId)
    {
        var today = clock.Today();
        return db.Memberships
            .Where(m => m.LibraryId == libraryId && m.JoinedOn <= today && (m.LeftOn == null || m.LeftOn >= today))
            .Select(m => m.GroupId);
    }

    private async Task<bool> IsClosedAsync(LinkReader reader, CancellationToken cancellationToken) =>
        reader.AccountId is { } account && await db.Accounts.AnyAsync(a => a.Id == account && a.ClosedAt != null, cancellationToken);

    private async Task<AccessFacts> FactsAsync(EResource resource, LinkReader reader, CancellationToken cancellationToken)
    {
        if (reader.Standing is Standing.Editor or Standing.OwnTeacher or Standing.OwnPupil || reader.LibraryId is not { } library)
            return new AccessFacts(reader.Standing);
        if (await FellowAsync([library], resource.LibraryId, cancellationToken) is null)
            return new AccessFacts(Standing.Outsider);
        var today = clock.Today();
        var groups = GroupsOf(resource.LibraryId);
        var levels = await db.MemberLevels.AsNoTracking().Where(l => l.LibraryId == resource.LibraryId && groups.Contains(l.GroupId)).ToListAsync(cancellationToken);
        var hasPaid = await db.PaidAccesses.AnyAsync(
            p => p.ResourceId == resource.Id && p.PayerId == library && p.FromOn <= today && (p.UntilOn == null || p.UntilOn >= today), cancellationToken);
        return new AccessFacts(reader.Standing, MemberLevel.Of(levels, resource.Kind, today), hasPaid);
    }
}
