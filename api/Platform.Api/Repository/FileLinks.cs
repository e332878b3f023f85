using Microsoft.Extensions.Options;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Repository;
using Platform.Storage;
using Platform.Storage.Repository;

namespace Platform.Api.Repository;

/// <summary>A link that was asked for, with the answer.</summary>
/// <param name="Url">The link, relative to this server; null when none is given.</param>
/// <param name="ExpiresAt">When it stops working.</param>
/// <param name="Turn">The reader's turn at a work under copyright; null where none is needed.</param>
/// <param name="Refusal">Why there is no link; <see cref="AccessRefusal.NotVisible"/> for a file that the caller may not know of.</param>
internal sealed record FileLink(string? Url, DateTimeOffset? ExpiresAt, ReadingLease? Turn, AccessRefusal? Refusal)
{
    public static FileLink No(AccessRefusal refusal) => new(null, null, null, refusal);
}

/// <summary>Gives short-lived links to files, by the caller's standing at this moment; for a work under copyright the reader takes a turn.</summary>
internal sealed class FileLinks(
    LibraryDb db, LibraryDbFactory databases, SignedLinks links, ReadingSeats seats, IOptions<FileStoreOptions> options, TimeProvider clock)
{
    /// <summary>The link to a file for an action.</summary>
    /// <param name="fileId">The file.</param>
    /// <param name="libraryId">The library that offers it.</param>
    /// <param name="action">Previewing, reading online or downloading.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<FileLink> GiveAsync(long fileId, long libraryId, AccessAction action, CancellationToken cancellationToken)
    {
        await using var platform = databases.For(Scope.System);
        var access = new ContentAccess(platform, clock);
        var reader = await access.ReaderAsync(db.Scope, libraryId, cancellationToken);
        var answer = await access.DecideAsync(fileId, action, reader, cancellationToken);
        if (answer.File is not { } file)
            return FileLink.No(AccessRefusal.NotVisible);
        if (answer.Refusal is { } refusal)
            return FileLink.No(refusal);
        if (action is AccessAction.Preview && file.Content.Reading?.ThumbnailSha256 is null)
            return FileLink.No(AccessRefusal.NoThumbnail);
        if (action is AccessAction.ReadOnline && !file.Content.Format.IsReadableOnline())
            return FileLink.No(AccessRefusal.NotReadableOnline);
        return await LinkAsync(file, action, reader, cancellationToken);
    }

    private async Task<FileLink> LinkAsync(EResourceFile file, AccessAction action, LinkReader reader, CancellationToken cancellationToken)
    {
        var resource = file.ResourceVersion.Resource;
        ReadingLease? turn = null;
        if (resource.IsLimitedToCopies && action is AccessAction.ReadOnline && reader.Standing is not Standing.Editor)
        {
            turn = await seats.TakeAsync(resource.Id, links.CodeOf("reader:" + db.Scope.Actor), options.Value.LeaseLifetime, cancellationToken);
            if (turn is null)
                return FileLink.No(AccessRefusal.AllCopiesAreRead);
        }
        var ticket = new LinkTicket(file.Id, action, reader, turn?.LeaseId, turn?.EndsAt ?? clock.GetUtcNow() + options.Value.LinkLifetime);
        return new FileLink(ContentEndpoint.Path + links.Sign(ticket), ticket.ExpiresAt, turn, null);
    }
}
