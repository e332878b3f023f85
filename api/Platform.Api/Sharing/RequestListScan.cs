using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Sharing;
using Platform.Storage.Repository;

namespace Platform.Api.Sharing;

/// <summary>Gives a short-lived link to the stamped scan of a semester list, to the library that sent it, its hub and its office.</summary>
[Requires(Permission.ReadReports)]
internal sealed class RequestListScan(LibraryDb db, SignedLinks links, TimeProvider clock) : IMutation<RequestListScanInput, RequestListScanPayload>
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    public async Task<RequestListScanPayload> RunAsync(RequestListScanInput input, CancellationToken cancellationToken)
    {
        if (!await db.SemesterLists.AnyAsync(l => l.Id == input.ListId.Key && l.ScanId != null, cancellationToken))
            return new RequestListScanPayload { Errors = [NotFound.At("listId")] };
        var expiresAt = clock.GetUtcNow() + Lifetime;
        return new RequestListScanPayload { Url = ListScanEndpoint.UrlOf(links, input.ListId.Key, expiresAt), ExpiresAt = expiresAt };
    }
}

/// <summary>Which list.</summary>
internal sealed record RequestListScanInput : MutationInput
{
    /// <summary>The list.</summary>
    public required Ref<SemesterList> ListId { get; init; }
}

/// <summary>A link to the scan.</summary>
internal sealed record RequestListScanPayload : Payload
{
    /// <summary>The link, relative to this server; it needs no sign-in.</summary>
    public string? Url { get; init; }

    /// <summary>When it stops working.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
