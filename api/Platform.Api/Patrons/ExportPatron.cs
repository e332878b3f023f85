using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Patrons;
using Platform.Storage.Patrons;
using Platform.Storage.Repository;

namespace Platform.Api.Patrons;

/// <summary>
/// Gives a short-lived link to everything the platform keeps about a person: a ZIP archive with JSON, made when it is fetched and stored
/// nowhere. For the person, a guardian, and the library.
/// </summary>
[Requires(Permission.ReadOwn)]
internal sealed class ExportPatron(LibraryDb db, SignedLinks links, LookLog looks, IOptions<PrivacyOptions> options, TimeProvider clock)
    : IMutation<ExportPatronInput, ExportPatronPayload>
{
    public async Task<ExportPatronPayload> RunAsync(ExportPatronInput input, CancellationToken cancellationToken)
    {
        var patron = await db.Patrons.Where(p => p.Id == input.PatronId.Key && p.ErasedAt == null).Select(p => new { p.Id, p.LibraryId }).SingleOrDefaultAsync(cancellationToken);
        if (patron is null)
            return new ExportPatronPayload { Errors = [NotFound.At("patronId")] };
        if (!db.Scope.May(Permission.EditPatrons, patron.LibraryId) && !db.Scope.OwnPatronIds.Contains(patron.Id))
            return new ExportPatronPayload { Errors = [NotPermitted.ForLibrary] };
        await looks.NoteAsync([patron.Id], LookKind.Export, cancellationToken);
        var expiresAt = clock.GetUtcNow() + options.Value.ExportLifetime;
        return new ExportPatronPayload { Url = PersonExportEndpoint.Path + links.Seal(PersonExportEndpoint.Purpose, patron.Id, expiresAt), ExpiresAt = expiresAt };
    }
}

/// <summary>Whose data are exported.</summary>
internal sealed record ExportPatronInput : MutationInput
{
    /// <summary>The person.</summary>
    public required Ref<Patron> PatronId { get; init; }
}

/// <summary>The link.</summary>
internal sealed record ExportPatronPayload : Payload
{
    /// <summary>The link, relative to this server; it needs no sign-in.</summary>
    public string? Url { get; init; }

    /// <summary>When it stops working.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
