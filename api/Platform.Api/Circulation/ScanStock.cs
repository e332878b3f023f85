using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Circulation;
using Platform.Model.Libraries;
using Platform.Storage.Circulation;

namespace Platform.Api.Circulation;

/// <summary>Enters what a device scanned in a stock-taking. Any number of devices may scan at once; a number scanned again changes nothing.</summary>
[Requires(Permission.Circulate)]
internal sealed class ScanStock(LibraryDb db, TimeProvider clock) : IMutation<ScanStockInput, ScanStockPayload>
{
    private const int MostScans = 500;

    public async Task<ScanStockPayload> RunAsync(ScanStockInput input, CancellationToken cancellationToken)
    {
        if (db.Scope.Denied(Permission.Circulate, input.LibraryId.Key) is { Count: > 0 } denied)
            return new ScanStockPayload { Errors = denied };
        if (input.RegistrationNumbers.Count is 0 or > MostScans || input.RegistrationNumbers.Any(number => number.Length is 0 or > 50))
            return new ScanStockPayload { Errors = [new InvalidInput("registrationNumbers", "Mỗi lần gửi từ 1 đến 500 số, mỗi số tối đa 50 ký tự.", "Send 1 to 500 numbers of at most 50 characters.")] };
        if (input.Device.Length is 0 or > 50)
            return new ScanStockPayload { Errors = [new InvalidInput("device", "Tên thiết bị có từ 1 đến 50 ký tự.", "A device's name has 1 to 50 characters.")] };
        var scans = input.RegistrationNumbers.Select(number => new Scan(number, clock.GetUtcNow())).ToList();
        var results = await StockTakings.ScanAsync(db, input.LibraryId.Key, input.StockTakingId.Key, input.Device, scans, cancellationToken);
        return results is null ? new ScanStockPayload { Errors = [await StockTakingFault.OfAsync(db, input.LibraryId.Key, input.StockTakingId.Key, cancellationToken)] } : new ScanStockPayload { Results = results };
    }
}

/// <summary>What a device scanned.</summary>
internal sealed record ScanStockInput : MutationInput
{
    /// <summary>The library.</summary>
    public required Ref<Library> LibraryId { get; init; }

    /// <summary>The open stock-taking.</summary>
    public required Ref<StockTaking> StockTakingId { get; init; }

    /// <summary>The device's own name; at most 50 characters.</summary>
    public required string Device { get; init; }

    /// <summary>The numbers, 1 to 500.</summary>
    public required IReadOnlyList<string> RegistrationNumbers { get; init; }
}

/// <summary>What the scans say.</summary>
internal sealed record ScanStockPayload : Payload
{
    /// <summary>A result for each number, in the order given; null when nothing was entered.</summary>
    public IReadOnlyList<ScanResult>? Results { get; init; }
}
