using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Model.Repository;

namespace Platform.Api.Repository;

/// <summary>Begins an e-resource as a draft; its files are uploaded and added as versions.</summary>
[Requires(Permission.EditRepository)]
internal sealed class AddEResource(LibraryDb db, TimeProvider clock) : IMutation<AddEResourceInput, AddEResourcePayload>
{
    public async Task<AddEResourcePayload> RunAsync(AddEResourceInput input, CancellationToken cancellationToken)
    {
        if (!await db.Libraries.AnyAsync(l => l.Id == input.LibraryId.Key, cancellationToken))
            return AddEResourcePayload.No(NotFound.At("libraryId"));
        if (!db.Scope.May(Permission.EditRepository, input.LibraryId.Key))
            return AddEResourcePayload.No(NotPermitted.ForLibrary);
        if (input.Fault() is { } fault)
            return AddEResourcePayload.No(fault);
        if (input.RecordId is { } record && !await db.Records.AnyAsync(r => r.Id == record.Key, cancellationToken))
            return AddEResourcePayload.No(NotFound.At("recordId"));

        var resource = new EResource
        {
            LibraryId = input.LibraryId.Key,
            Kind = input.Kind,
            Title = input.Title,
            Author = input.Author,
            Rights = input.Rights,
            Licence = input.Licence,
            Level = input.Level,
            Audience = input.Audience,
            CreatedAt = clock.GetUtcNow(),
        };
        input.WriteTo(resource);
        db.EResources.Add(resource);
        await db.SaveChangesAsync(cancellationToken);
        return new AddEResourcePayload { EResource = resource.Id };
    }
}

/// <summary>A new e-resource.</summary>
internal sealed record AddEResourceInput : EResourceDescription
{
    /// <summary>The library that offers it.</summary>
    public required Ref<Library> LibraryId { get; init; }
}

/// <summary>The e-resource as it stands afterwards.</summary>
internal sealed record AddEResourcePayload : Payload
{
    /// <summary>The e-resource.</summary>
    public Ref<EResource>? EResource { get; init; }

    public static AddEResourcePayload No(MutationError error) => new() { Errors = [error] };
}
