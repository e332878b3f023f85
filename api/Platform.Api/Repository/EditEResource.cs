using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Repository;
using Platform.Storage.Repository;

namespace Platform.Api.Repository;

/// <summary>Changes what is said of an e-resource. Rights, level and audience take effect at once, also for links already given.</summary>
[Requires(Permission.EditRepository)]
internal sealed class EditEResource(LibraryDb db, TimeProvider clock) : IMutation<EditEResourceInput, EditEResourcePayload>
{
    public async Task<EditEResourcePayload> RunAsync(EditEResourceInput input, CancellationToken cancellationToken)
    {
        if (await db.EResources.SingleOrDefaultAsync(r => r.Id == input.EResourceId.Key, cancellationToken) is not { } resource)
            return EditEResourcePayload.No(NotFound.At("eResourceId"));
        if (!db.Scope.May(Permission.EditRepository, resource.LibraryId))
            return EditEResourcePayload.No(NotPermitted.ForLibrary);
        if (resource.Version != input.Version)
            return EditEResourcePayload.No(StaleVersion.Now);
        if (input.Fault() is { } fault)
            return EditEResourcePayload.No(fault);

        input.WriteTo(resource);
        resource.ElearningReason = await EResourceSteps.ReasonAsync(db, resource, cancellationToken);
        resource.CountsAsElearning = Elearning.Counts(resource.ElearningReason);
        await db.SaveChangesAsync(cancellationToken);
        if (resource.IsOpen)
            await ReadingCopies.SetAsync(db, clock, resource, cancellationToken);
        return new EditEResourcePayload { EResource = resource.Id };
    }
}

/// <summary>A changed description, whole.</summary>
internal sealed record EditEResourceInput : EResourceDescription
{
    /// <summary>The e-resource.</summary>
    public required Ref<EResource> EResourceId { get; init; }

    /// <summary>The version of the row that was changed.</summary>
    public required int Version { get; init; }
}

/// <summary>The e-resource as it stands afterwards.</summary>
internal sealed record EditEResourcePayload : Payload
{
    /// <summary>The e-resource.</summary>
    public Ref<EResource>? EResource { get; init; }

    public static EditEResourcePayload No(MutationError error) => new() { Errors = [error] };
}
