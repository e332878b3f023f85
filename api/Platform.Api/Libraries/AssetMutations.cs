using Microsoft.EntityFrameworkCore;
using Platform.Api.Circulation;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Model.Text;

namespace Platform.Api.Libraries;

/// <summary>
/// Enters furniture or devices of a library in its register of assets (sổ tài sản). S-08 and the self-evaluation of TT 16/2022 count
/// what the library had on their last day.
/// </summary>
[Requires(Permission.EditReports)]
internal sealed class AddAsset(LibraryDb db, TimeProvider clock) : IMutation<AddAssetInput, AddAssetPayload>
{
    public async Task<AddAssetPayload> RunAsync(AddAssetInput input, CancellationToken cancellationToken)
    {
        if (db.Scope.Denied(Permission.EditReports, input.LibraryId.Key) is { Count: > 0 } denied)
            return new AddAssetPayload { Errors = denied };
        var asset = new LibraryAsset
        {
            LibraryId = input.LibraryId.Key,
            Name = VietnameseText.Clean(input.Name),
            Kind = input.Kind,
            Unit = VietnameseText.Clean(input.Unit),
            Quantity = input.Quantity,
            AcquiredOn = input.AcquiredOn,
            Funding = input.Funding,
            Cost = input.Cost,
            Condition = input.Condition ?? AssetCondition.Good,
        };
        if (AssetFault.Of(asset, clock.Today()) is { } fault)
            return new AddAssetPayload { Errors = [fault] };
        db.Assets.Add(asset);
        await db.SaveChangesAsync(cancellationToken);
        return new AddAssetPayload { Asset = asset.Id };
    }
}

/// <summary>Corrects a line of the register of assets; a value that is not given stays. Closed reports keep what they counted.</summary>
[Requires(Permission.EditReports)]
internal sealed class EditAsset(LibraryDb db, TimeProvider clock) : IMutation<EditAssetInput, EditAssetPayload>
{
    public async Task<EditAssetPayload> RunAsync(EditAssetInput input, CancellationToken cancellationToken)
    {
        if (await db.Assets.SingleOrDefaultAsync(a => a.Id == input.AssetId.Key, cancellationToken) is not { } asset)
            return new EditAssetPayload { Errors = [NotFound.At("assetId")] };
        if (db.Scope.Denied(Permission.EditReports, asset.LibraryId) is { Count: > 0 } denied)
            return new EditAssetPayload { Errors = denied };
        if (asset.Version != input.Version)
            return new EditAssetPayload { Errors = [StaleVersion.Now] };
        (asset.Name, asset.Unit) = (VietnameseText.Clean(input.Name ?? asset.Name), VietnameseText.Clean(input.Unit ?? asset.Unit));
        (asset.Kind, asset.Condition, asset.Funding) = (input.Kind ?? asset.Kind, input.Condition ?? asset.Condition, input.Funding ?? asset.Funding);
        (asset.Quantity, asset.AcquiredOn, asset.Cost) = (input.Quantity ?? asset.Quantity, input.AcquiredOn ?? asset.AcquiredOn, input.Cost ?? asset.Cost);
        if (AssetFault.Of(asset, clock.Today()) is { } fault)
        {
            db.ChangeTracker.Clear();
            return new EditAssetPayload { Errors = [fault] };
        }
        await db.SaveChangesAsync(cancellationToken);
        return new EditAssetPayload { Asset = asset.Id };
    }
}

/// <summary>
/// Takes assets out of the register from a day on: all of a line, or some of them, which become a closed line of their own with their share
/// of the cost. Reports on earlier days still count them.
/// </summary>
[Requires(Permission.EditReports)]
internal sealed class RemoveAsset(LibraryDb db, TimeProvider clock) : IMutation<RemoveAssetInput, RemoveAssetPayload>
{
    public async Task<RemoveAssetPayload> RunAsync(RemoveAssetInput input, CancellationToken cancellationToken)
    {
        if (await db.Assets.SingleOrDefaultAsync(a => a.Id == input.AssetId.Key, cancellationToken) is not { } asset)
            return new RemoveAssetPayload { Errors = [NotFound.At("assetId")] };
        if (db.Scope.Denied(Permission.EditReports, asset.LibraryId) is { Count: > 0 } denied)
            return new RemoveAssetPayload { Errors = denied };
        if (asset.Version != input.Version)
            return new RemoveAssetPayload { Errors = [StaleVersion.Now] };
        if (FaultOf(input, asset) is { } fault)
            return new RemoveAssetPayload { Errors = [fault] };
        var removed = input.Quantity is { } some && some < asset.Quantity ? asset.TakeOut(some) : asset;
        removed.RemovedOn = input.RemovedOn;
        if (removed != asset)
            db.Assets.Add(removed);
        await db.SaveChangesAsync(cancellationToken);
        return new RemoveAssetPayload { Asset = removed.Id };
    }

    private InvalidInput? FaultOf(RemoveAssetInput input, LibraryAsset asset) => input switch
    {
        _ when asset.RemovedOn is { } on => new InvalidInput("assetId", $"Tài sản đã ra khỏi sổ ngày {on:dd/MM/yyyy}.", $"The asset left the register on {on:yyyy-MM-dd}."),
        { Quantity: { } some } when some < 1 || some > asset.Quantity => new InvalidInput("quantity", $"Số lượng từ 1 đến {asset.Quantity}.", $"The quantity is from 1 to {asset.Quantity}."),
        _ when input.RemovedOn < asset.AcquiredOn || input.RemovedOn > clock.Today() => new InvalidInput(
            "removedOn", $"Ngày ra khỏi sổ từ {asset.AcquiredOn:dd/MM/yyyy} đến hôm nay.", $"The day is from {asset.AcquiredOn:yyyy-MM-dd} to today."),
        _ => null,
    };
}

/// <summary>What is wrong with a line of the register of assets.</summary>
internal static class AssetFault
{
    private const int MostPieces = 100_000;
    private const int LongestName = 200;
    private const int LongestUnit = 20;

    public static InvalidInput? Of(LibraryAsset asset, DateOnly today) => asset switch
    {
        { Name.Length: 0 or > LongestName } => new InvalidInput("name", $"Tên tài sản có từ 1 đến {LongestName} ký tự.", $"The name has 1 to {LongestName} characters."),
        { Unit.Length: 0 or > LongestUnit } => new InvalidInput("unit", $"Đơn vị tính có từ 1 đến {LongestUnit} ký tự.", $"The unit has 1 to {LongestUnit} characters."),
        { Quantity: < 1 or > MostPieces } => new InvalidInput("quantity", $"Số lượng {asset.Quantity} không đúng: từ 1 đến {MostPieces}.", $"The quantity {asset.Quantity} is not from 1 to {MostPieces}."),
        { Cost: < 0 } => new InvalidInput("cost", "Giá trị không thể âm.", "The cost cannot be negative."),
        _ when asset.AcquiredOn > today || asset.AcquiredOn.Year < 1900 => new InvalidInput("acquiredOn", $"Ngày {asset.AcquiredOn:dd/MM/yyyy} chưa tới hoặc không đúng.", $"The day {asset.AcquiredOn:yyyy-MM-dd} is to come, or is wrong."),
        { RemovedOn: { } removed } when removed < asset.AcquiredOn => new InvalidInput("acquiredOn", "Ngày vào sổ sau ngày ra khỏi sổ.", "The asset came after it left."),
        _ => null,
    };
}
