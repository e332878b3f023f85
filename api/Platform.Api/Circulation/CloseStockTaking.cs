using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Circulation;
using Platform.Model.Libraries;
using Platform.Storage.Circulation;

namespace Platform.Api.Circulation;

/// <summary>Closes a stock-taking: copies that should be on the shelf and were not scanned are written down as missing.</summary>
[Requires(Permission.Circulate)]
internal sealed class CloseStockTaking(LibraryDb db, TimeProvider clock) : IMutation<CloseStockTakingInput, CloseStockTakingPayload>
{
    public async Task<CloseStockTakingPayload> RunAsync(CloseStockTakingInput input, CancellationToken cancellationToken)
    {
        if (db.Scope.Denied(Permission.Circulate, input.LibraryId.Key) is { Count: > 0 } denied)
            return new CloseStockTakingPayload { Errors = denied };
        var closed = await StockTakings.CloseAsync(db, input.LibraryId.Key, input.StockTakingId.Key, input.ReportLost ?? false, clock.GetUtcNow(), cancellationToken);
        return closed is null ? new CloseStockTakingPayload { Errors = [await StockTakingFault.OfAsync(db, input.LibraryId.Key, input.StockTakingId.Key, cancellationToken)] } : new CloseStockTakingPayload { StockTaking = closed.Id };
    }
}

/// <summary>Which stock-taking is closed.</summary>
internal sealed record CloseStockTakingInput : MutationInput
{
    /// <summary>The library.</summary>
    public required Ref<Library> LibraryId { get; init; }

    /// <summary>The open stock-taking.</summary>
    public required Ref<StockTaking> StockTakingId { get; init; }

    /// <summary>Whether missing copies are reported lost; no when nothing is said.</summary>
    public bool? ReportLost { get; init; }
}

/// <summary>The closed stock-taking.</summary>
internal sealed record CloseStockTakingPayload : Payload
{
    /// <summary>The stock-taking, with the missing copies among its lines.</summary>
    public Ref<StockTaking>? StockTaking { get; init; }
}
