using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue;

namespace Platform.Api.Catalogue.Items;

/// <summary>Changes what the register says of a copy. Its number never changes.</summary>
[Requires(Permission.EditCatalogue)]
internal sealed class EditItem(LibraryDb db) : IMutation<EditItemInput, EditItemPayload>
{
    public async Task<EditItemPayload> RunAsync(EditItemInput input, CancellationToken cancellationToken)
    {
        if (await db.Items.SingleOrDefaultAsync(i => i.Id == input.ItemId.Key, cancellationToken) is not { } item)
            return No(NotFound.At("itemId"));
        if (!db.Scope.May(Permission.EditCatalogue, item.LibraryId))
            return No(NotPermitted.ForLibrary);
        if (item.Version != input.Version)
            return No(StaleVersion.Now);
        if (ItemText.Fault(null, input.CallNumber, input.Location, input.Price) is { } fault)
            return No(fault);
        if (input.RecordId is { } record && !await db.Records.AnyAsync(r => r.Id == record.Key, cancellationToken))
            return No(NotFound.At("recordId"));

        item.RecordId = input.RecordId?.Key ?? item.RecordId;
        item.Type = input.Type ?? item.Type;
        item.CallNumber = input.CallNumber is null ? item.CallNumber : ItemText.Clean(input.CallNumber);
        item.Location = input.Location is null ? item.Location : ItemText.Clean(input.Location);
        item.Price = input.Price ?? item.Price;
        item.Funding = input.Funding ?? item.Funding;
        item.AcquiredOn = input.AcquiredOn ?? item.AcquiredOn;
        await db.SaveChangesAsync(cancellationToken);
        return new EditItemPayload { Item = item.Id };
    }

    private static EditItemPayload No(MutationError error) => new() { Errors = [error] };
}

/// <summary>Changes of a copy; what is left out stays as it is, an empty text is taken away.</summary>
internal sealed record EditItemInput : MutationInput
{
    /// <summary>The copy.</summary>
    public required Ref<Item> ItemId { get; init; }

    /// <summary>The version of the copy that was read.</summary>
    public required int Version { get; init; }

    /// <summary>Another publication, where the copy stood under a wrong one.</summary>
    public Ref<BibliographicRecord>? RecordId { get; init; }

    /// <summary>Another register; the number stays.</summary>
    public ItemType? Type { get; init; }

    /// <summary>Call number.</summary>
    public string? CallNumber { get; init; }

    /// <summary>Shelf or room.</summary>
    public string? Location { get; init; }

    /// <summary>Price in whole đồng.</summary>
    public long? Price { get; init; }

    /// <summary>Source of the money or the copy.</summary>
    public FundingSource? Funding { get; init; }

    /// <summary>Day of entry in the register.</summary>
    public DateOnly? AcquiredOn { get; init; }
}

/// <summary>The copy as it stands afterwards.</summary>
internal sealed record EditItemPayload : Payload
{
    /// <summary>The copy.</summary>
    public Ref<Item>? Item { get; init; }
}
