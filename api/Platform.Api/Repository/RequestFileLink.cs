using GraphQL;
using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Repository;

namespace Platform.Api.Repository;

/// <summary>
/// Gives a short-lived link to a file. For a work under copyright the reader takes a turn, as long as a copy is free; asking again keeps it.
/// </summary>
[Requires(Permission.ReadRepository)]
internal sealed class RequestFileLink(LibraryDb db, FileLinks links) : IMutation<RequestFileLinkInput, RequestFileLinkPayload>
{
    public async Task<RequestFileLinkPayload> RunAsync(RequestFileLinkInput input, CancellationToken cancellationToken)
    {
        var owner = await db.EResourceFiles.Where(f => f.Id == input.FileId.Key).Select(f => (long?)f.LibraryId).SingleOrDefaultAsync(cancellationToken);
        if (owner is not { } library)
            return RequestFileLinkPayload.No(NotFound.At("fileId"));
        var link = await links.GiveAsync(input.FileId.Key, library, ActionOf(input.Use), cancellationToken);
        return link.Refusal switch
        {
            null => new RequestFileLinkPayload { Url = link.Url, ExpiresAt = link.ExpiresAt, TurnId = link.Turn?.LeaseId.ToString("N") },
            AccessRefusal.NotVisible => RequestFileLinkPayload.No(NotFound.At("fileId")),
            { } refusal => RequestFileLinkPayload.No(FileNotGiven.Of(refusal)),
        };
    }

    private static AccessAction ActionOf(FileUse use) => use switch
    {
        FileUse.ReadOnline => AccessAction.ReadOnline,
        FileUse.Download => AccessAction.Download,
        FileUse.Thumbnail => AccessAction.Preview,
        _ => throw new ArgumentOutOfRangeException(nameof(use), use, null),
    };
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

    /// <summary>Only a small picture of it, of a PDF of its first page (WebP, at most 320 pixels), where one could be made: see thumbnailState.</summary>
    Thumbnail = 3,
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
