using GraphQL;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Repository;
using Platform.Storage;
using Platform.Storage.Repository;

namespace Platform.Api.Repository;

/// <summary>
/// Gives a short-lived link to a file. For a work under copyright the reader takes a turn, as long as a copy is free; asking again keeps it.
/// </summary>
[Requires(Permission.ReadRepository)]
internal sealed class RequestFileLink(
    LibraryDb db, LibraryDbFactory databases, SignedLinks links, ReadingSeats seats, IOptions<FileStoreOptions> options, TimeProvider clock)
    : IMutation<RequestFileLinkInput, RequestFileLinkPayload>
{
    public async Task<RequestFileLinkPayload> RunAsync(RequestFileLinkInput input, CancellationToken cancellationToken)
    {
        var owner = await db.EResourceFiles.Where(f => f.Id == input.FileId.Key).Select(f => (long?)f.LibraryId).SingleOrDefaultAsync(cancellationToken);
        if (owner is not { } library)
            return RequestFileLinkPayload.No(NotFound.At("fileId"));
        var action = input.Use is FileUse.Download ? AccessAction.Download : AccessAction.ReadOnline;
        await using var platform = databases.For(Scope.System);
        var access = new ContentAccess(platform, clock);
        var reader = await access.ReaderAsync(db.Scope, library, cancellationToken);
        var answer = await access.DecideAsync(input.FileId.Key, action, reader, cancellationToken);
        if (answer.File is not { } file)
            return RequestFileLinkPayload.No(NotFound.At("fileId"));
        if (answer.Refusal is { } refusal)
            return RequestFileLinkPayload.No(FileNotGiven.Of(refusal));
        if (action is AccessAction.ReadOnline && !file.Content.Format.IsReadableOnline())
            return RequestFileLinkPayload.No(FileNotGiven.Of(AccessRefusal.NotReadableOnline));
        return await LinkAsync(file, action, reader, cancellationToken);
    }

    private async Task<RequestFileLinkPayload> LinkAsync(EResourceFile file, AccessAction action, LinkReader reader, CancellationToken cancellationToken)
    {
        var resource = file.ResourceVersion.Resource;
        ReadingLease? turn = null;
        if (resource.IsLimitedToCopies && reader.Standing is not Standing.Editor)
        {
            turn = await seats.TakeAsync(resource.Id, links.CodeOf("reader:" + db.Scope.Actor), options.Value.LeaseLifetime, cancellationToken);
            if (turn is null)
                return RequestFileLinkPayload.No(FileNotGiven.Of(AccessRefusal.AllCopiesAreRead));
        }
        var ticket = new LinkTicket(file.Id, action, reader, turn?.LeaseId, turn?.EndsAt ?? clock.GetUtcNow() + options.Value.LinkLifetime);
        return new RequestFileLinkPayload
        {
            Url = ContentEndpoint.Path + links.Sign(ticket),
            ExpiresAt = ticket.ExpiresAt,
            TurnId = turn?.LeaseId.ToString("N"),
        };
    }
}

/// <summary>Which file, and for what.</summary>
internal sealed record RequestFileLinkInput : MutationInput
{
    /// <summary>The file.</summary>
    public required Ref<EResourceFile> FileId { get; init; }

    /// <summary>What it is wanted for.</summary>
    public required FileUse Use { get; init; }
}

/// <summary>What a file is wanted for.</summary>
internal enum FileUse
{
    /// <summary>To be read or watched in the browser.</summary>
    ReadOnline = 1,

    /// <summary>To be kept.</summary>
    Download = 2,
}

/// <summary>A link to a file.</summary>
[FailsWith(typeof(FileNotGiven))]
internal sealed record RequestFileLinkPayload : Payload
{
    /// <summary>The link, relative to this server: it needs no sign-in, works for ranges too, and is asked again each time.</summary>
    public string? Url { get; init; }

    /// <summary>When it stops working.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The reader's turn at a work under copyright, to give it back early; null where none is needed.</summary>
    public string? TurnId { get; init; }

    public static RequestFileLinkPayload No(MutationError error) => new() { Errors = [error] };
}

/// <summary>The file is not given.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Vietnamese">The sentence in Vietnamese.</param>
/// <param name="English">The sentence in English.</param>
internal sealed record FileNotGiven(AccessRefusal Reason, string Vietnamese, string English) : MutationError(Reason.ToString().ToConstantCase(), Vietnamese, English)
{
    public static FileNotGiven Of(AccessRefusal reason)
    {
        var (vietnamese, english) = AccessWording.Of(reason);
        return new FileNotGiven(reason, vietnamese, english);
    }
}
