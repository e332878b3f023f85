using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Circulation;
using Platform.Model.Libraries;
using Platform.Storage.Circulation;

namespace Platform.Api.Circulation;

/// <summary>Takes many copies back in one transaction, for example a class's textbooks at the end of the year. Each copy has its own result.</summary>
[Requires(Permission.Circulate)]
internal sealed class ReturnItems(LibraryDb db, TimeProvider clock) : IMutation<ReturnItemsInput, ReturnItemsPayload>
{
    private const int MostCopies = 500;

    public async Task<ReturnItemsPayload> RunAsync(ReturnItemsInput input, CancellationToken cancellationToken)
    {
        if (db.Scope.Denied(Permission.Circulate, input.LibraryId.Key) is { Count: > 0 } denied)
            return new ReturnItemsPayload { Errors = denied };
        if (input.RegistrationNumbers.Count is 0 or > MostCopies)
            return new ReturnItemsPayload { Errors = [new InvalidInput("registrationNumbers", "Mỗi lần trả từ 1 đến 500 bản.", "Return 1 to 500 copies at a time.")] };
        var results = await Returning.ReturnManyAsync(db, input.LibraryId.Key, input.RegistrationNumbers, clock.GetUtcNow(), cancellationToken);
        return new ReturnItemsPayload { Results = [.. input.RegistrationNumbers.Zip(results, ReturnedCopy.Of)] };
    }
}

/// <summary>Which copies came back.</summary>
internal sealed record ReturnItemsInput : MutationInput
{
    /// <summary>The library that takes them back.</summary>
    public required Ref<Library> LibraryId { get; init; }

    /// <summary>The copies' registration numbers (số ĐKCB), 1 to 500.</summary>
    public required IReadOnlyList<string> RegistrationNumbers { get; init; }
}

/// <summary>What became of each copy.</summary>
internal sealed record ReturnItemsPayload : Payload
{
    /// <summary>A result for each number, in the order given; null when nothing was done.</summary>
    public IReadOnlyList<ReturnedCopy>? Results { get; init; }
}

/// <summary>What became of one copy of many.</summary>
/// <param name="RegistrationNumber">The number.</param>
/// <param name="IsReturned">Whether its loan was closed.</param>
/// <param name="Reason">Why not; null when it was.</param>
/// <param name="DaysLate">Days after the last day of the loan; null when it was not closed.</param>
internal sealed record ReturnedCopy(string RegistrationNumber, bool IsReturned, RefusalCode? Reason, int? DaysLate)
{
    public static ReturnedCopy Of(string number, DeskResult<ReturnedItem> result) =>
        new(number, result.IsDone, result.Refusals is [var first, ..] ? first.Refusal.Code : null, result.Done?.DaysLate);
}
