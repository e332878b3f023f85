using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Libraries;

namespace Platform.Api.Sharing;

/// <summary>Says where a library is and how much its shelves take: rotations and loans between libraries are planned by it.</summary>
[Requires(Permission.EditCatalogue)]
internal sealed class SetLibraryPlace(LibraryDb db) : IMutation<SetLibraryPlaceInput, SetLibraryPlacePayload>
{
    public async Task<SetLibraryPlacePayload> RunAsync(SetLibraryPlaceInput input, CancellationToken cancellationToken)
    {
        if (!db.Scope.May(Permission.EditCatalogue, input.LibraryId.Key))
            return No(NotPermitted.ForLibrary);
        if (await db.Libraries.SingleOrDefaultAsync(l => l.Id == input.LibraryId.Key, cancellationToken) is not { } library)
            return No(NotFound.At("libraryId"));
        if (input.Latitude is < -90 or > 90 || input.Longitude is < -180 or > 180 || input.Latitude is null != input.Longitude is null)
            return No(new InvalidInput("latitude", "Vĩ độ từ -90 đến 90, kinh độ từ -180 đến 180, cùng có hoặc cùng không.", "Latitude -90 to 90, longitude -180 to 180, both or neither."));
        if (input.ShelfRoom < 0)
            return No(new InvalidInput("shelfRoom", "Số chỗ trên giá không được âm.", "Shelf room must not be negative."));

        (library.Latitude, library.Longitude, library.ShelfRoom) = (input.Latitude, input.Longitude, input.ShelfRoom);
        await db.SaveChangesAsync(cancellationToken);
        return new SetLibraryPlacePayload { Library = library.Id };
    }

    private static SetLibraryPlacePayload No(MutationError error) => new() { Errors = [error] };
}

/// <summary>Where a library is.</summary>
internal sealed record SetLibraryPlaceInput : MutationInput
{
    /// <summary>The library.</summary>
    public required Ref<Library> LibraryId { get; init; }

    /// <summary>Degrees north; null when not said.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east; null when not said.</summary>
    public double? Longitude { get; init; }

    /// <summary>Most items of other libraries that its shelves take in a semester; null when not said.</summary>
    public int? ShelfRoom { get; init; }
}

/// <summary>The library afterwards.</summary>
internal sealed record SetLibraryPlacePayload : Payload
{
    /// <summary>The library.</summary>
    public Ref<Library>? Library { get; init; }
}
