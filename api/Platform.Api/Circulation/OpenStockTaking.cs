using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Circulation;
using Platform.Model.Libraries;
using Platform.Storage.Circulation;

namespace Platform.Api.Circulation;

/// <summary>Opens a stock-taking of a library, or of one of its registers.</summary>
[Requires(Permission.Circulate)]
internal sealed class OpenStockTaking(LibraryDb db, TimeProvider clock) : IMutation<OpenStockTakingInput, OpenStockTakingPayload>
{
    public async Task<OpenStockTakingPayload> RunAsync(OpenStockTakingInput input, CancellationToken cancellationToken)
    {
        if (db.Scope.Denied(Permission.Circulate, input.LibraryId.Key) is { Count: > 0 } denied)
            return new OpenStockTakingPayload { Errors = denied };
        if (input.Name.Length is 0 or > 100)
            return new OpenStockTakingPayload { Errors = [new InvalidInput("name", "Tên đợt kiểm kê có từ 1 đến 100 ký tự.", "The name has 1 to 100 characters.")] };
        var opened = await StockTakings.OpenAsync(db, input.LibraryId.Key, input.Name, input.ItemType, clock.GetUtcNow(), cancellationToken);
        return new OpenStockTakingPayload { StockTaking = opened.Id };
    }
}

/// <summary>What is counted.</summary>
internal sealed record OpenStockTakingInput : MutationInput
{
    /// <summary>The library.</summary>
    public required Ref<Library> LibraryId { get; init; }

    /// <summary>What it is called in the minutes; at most 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>The register that is counted; all when nothing is said.</summary>
    public ItemType? ItemType { get; init; }
}

/// <summary>The stock-taking.</summary>
internal sealed record OpenStockTakingPayload : Payload
{
    /// <summary>The stock-taking.</summary>
    public Ref<StockTaking>? StockTaking { get; init; }
}
