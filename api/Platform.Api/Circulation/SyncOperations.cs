using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Circulation;
using Platform.Model.Libraries;
using Platform.Storage.Circulation;

namespace Platform.Api.Circulation;

/// <summary>
/// Takes in what a desk did while it had no connection, in the order of its numbers, each once. Send what has no result again: repeating
/// is harmless.
/// </summary>
[Requires(Permission.Circulate)]
[SavesByItself]
internal sealed class SyncOperations(LibraryDb db, TimeProvider clock) : IMutation<SyncOperationsInput, SyncOperationsPayload>
{
    private const int MostOperations = 200;
    private const int LongestDevice = 50;

    public async Task<SyncOperationsPayload> RunAsync(SyncOperationsInput input, CancellationToken cancellationToken)
    {
        if (db.Scope.Denied(Permission.Circulate, input.LibraryId.Key) is { Count: > 0 } denied)
            return new SyncOperationsPayload { Errors = denied };
        if (input.Device.Length is 0 or > LongestDevice)
            return new SyncOperationsPayload { Errors = [new InvalidInput("device", "Tên thiết bị có từ 1 đến 50 ký tự.", "A device's name has 1 to 50 characters.")] };
        if (input.Operations.Count > MostOperations)
            return new SyncOperationsPayload { Errors = [new InvalidInput("operations", "Mỗi lần gửi tối đa 200 thao tác.", "Send at most 200 operations at a time.")] };
        var operations = input.Operations.Select(operation => operation.ToOperation()).ToList();
        var results = await OfflineDesk.SyncAsync(db, input.LibraryId.Key, input.Device, operations, clock.GetUtcNow(), cancellationToken);
        return new SyncOperationsPayload { Results = [.. results.Select(result => new SyncedOperation(result.Sequence, result.Settlement, result.Refusal))] };
    }
}

/// <summary>What a device did.</summary>
internal sealed record SyncOperationsInput : MutationInput
{
    /// <summary>The library.</summary>
    public required Ref<Library> LibraryId { get; init; }

    /// <summary>The device's own name, the same for ever; at most 50 characters.</summary>
    public required string Device { get; init; }

    /// <summary>The operations, at most 200.</summary>
    public required IReadOnlyList<OfflineOperationInput> Operations { get; init; }
}

/// <summary>One operation of an offline desk.</summary>
internal sealed record OfflineOperationInput
{
    /// <summary>Its number on the device, from 1 without gaps.</summary>
    public required long Sequence { get; init; }

    /// <summary>What was done.</summary>
    public required DeskOperationKind Kind { get; init; }

    /// <summary>The copy's registration number (số ĐKCB), as scanned.</summary>
    public required string RegistrationNumber { get; init; }

    /// <summary>The patron's card number, as scanned; a check-out needs it.</summary>
    public string? CardNumber { get; init; }

    /// <summary>The stock-taking of a scan.</summary>
    public Ref<StockTaking>? StockTakingId { get; init; }

    /// <summary>When it was done, by the clock of the device.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    public OfflineOperation ToOperation() => new()
    {
        Sequence = Sequence,
        Kind = Kind,
        RegistrationNumber = RegistrationNumber,
        CardNumber = CardNumber,
        StockTakingId = StockTakingId?.Key,
        OccurredAt = OccurredAt,
    };
}

/// <summary>What became of the operations.</summary>
internal sealed record SyncOperationsPayload : Payload
{
    /// <summary>A result for each operation, in the order given; null when nothing was taken in.</summary>
    public IReadOnlyList<SyncedOperation>? Results { get; init; }
}

/// <summary>What became of one operation of an offline desk.</summary>
/// <param name="Sequence">Its number on the device.</param>
/// <param name="Settlement">How it was settled; null when others before it are missing: send it again after them.</param>
/// <param name="Conflict">Why a person must look at it; null otherwise.</param>
internal sealed record SyncedOperation(long Sequence, DeskSettlement? Settlement, RefusalCode? Conflict);
