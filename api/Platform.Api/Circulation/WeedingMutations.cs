using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Circulation;
using Platform.Model.Libraries;
using Platform.Storage.Circulation;

namespace Platform.Api.Circulation;

/// <summary>Begins a weeding of the stock (thanh lọc, TT 02/2020); a library has one at a time.</summary>
[Requires(Permission.EditCatalogue)]
internal sealed class OpenWeeding(LibraryDb db, TimeProvider clock) : IMutation<OpenWeedingInput, OpenWeedingPayload>
{
    private const int LongestName = 100;

    public async Task<OpenWeedingPayload> RunAsync(OpenWeedingInput input, CancellationToken cancellationToken)
    {
        if (db.Scope.Denied(Permission.EditCatalogue, input.LibraryId.Key) is { Count: > 0 } denied)
            return new OpenWeedingPayload { Errors = denied };
        if (input.Name.Length is 0 or > LongestName)
            return new OpenWeedingPayload { Errors = [new InvalidInput("name", "Tên có từ 1 đến 100 ký tự.", "The name has 1 to 100 characters.")] };
        return WeedingPayload.Of<OpenWeedingPayload>(await Weedings.OpenAsync(db, input.LibraryId.Key, input.Name, clock.Today(), cancellationToken));
    }
}

/// <summary>
/// Proposes copies for a weeding, all or none; a copy that stands there already gets the new reason. Refused, with one error for each copy, when a
/// copy is none of the library's, withdrawn already, waits in a transfer to another library, or is one that the reason does not fit.
/// </summary>
[Requires(Permission.EditCatalogue)]
internal sealed class ProposeWeeding(LibraryDb db, TimeProvider clock) : IMutation<ProposeWeedingInput, ProposeWeedingPayload>
{
    private const int MostEntries = 500;

    public async Task<ProposeWeedingPayload> RunAsync(ProposeWeedingInput input, CancellationToken cancellationToken)
    {
        if (db.Scope.Denied(Permission.EditCatalogue, input.LibraryId.Key) is { Count: > 0 } denied)
            return new ProposeWeedingPayload { Errors = denied };
        if (input.Copies.Count is 0 or > MostEntries)
            return new ProposeWeedingPayload { Errors = [new InvalidInput("copies", "Mỗi lần đề nghị từ 1 đến 500 bản.", "Propose 1 to 500 copies at a time.")] };
        var entries = input.Copies.Select(copy => new WeedingEntry(copy.RegistrationNumber, copy.Reason, copy.Handling)).ToList();
        return WeedingPayload.Of<ProposeWeedingPayload>(await Weedings.ProposeAsync(db, input.LibraryId.Key, input.WeedingId.Key, entries, clock.Today(), cancellationToken));
    }
}

/// <summary>Takes copies off the list of a weeding that is not decided.</summary>
[Requires(Permission.EditCatalogue)]
internal sealed class WithdrawWeedingProposal(LibraryDb db) : IMutation<WithdrawWeedingProposalInput, WithdrawWeedingProposalPayload>
{
    public async Task<WithdrawWeedingProposalPayload> RunAsync(WithdrawWeedingProposalInput input, CancellationToken cancellationToken)
    {
        if (db.Scope.Denied(Permission.EditCatalogue, input.LibraryId.Key) is { Count: > 0 } denied)
            return new WithdrawWeedingProposalPayload { Errors = denied };
        return WeedingPayload.Of<WithdrawWeedingProposalPayload>(await Weedings.WithdrawProposalAsync(db, input.LibraryId.Key, input.WeedingId.Key, input.RegistrationNumbers, cancellationToken));
    }
}

/// <summary>Enters the decision of the head of the school and the publication of the list: at most a tenth of the stock, three years after the last weeding.</summary>
[Requires(Permission.SubmitReports)]
internal sealed class DecideWeeding(LibraryDb db) : IMutation<DecideWeedingInput, DecideWeedingPayload>
{
    private const int LongestNumber = 50;

    public async Task<DecideWeedingPayload> RunAsync(DecideWeedingInput input, CancellationToken cancellationToken)
    {
        if (db.Scope.Denied(Permission.SubmitReports, input.LibraryId.Key) is { Count: > 0 } denied)
            return new DecideWeedingPayload { Errors = denied };
        if (input.DecisionNumber.Length is 0 or > LongestNumber)
            return new DecideWeedingPayload { Errors = [new InvalidInput("decisionNumber", "Số quyết định có từ 1 đến 50 ký tự.", "The number has 1 to 50 characters.")] };
        if (input.PublishedOn < input.DecidedOn)
            return new DecideWeedingPayload { Errors = [new InvalidInput("publishedOn", "Ngày công bố trước ngày quyết định.", "The list was published before the decision.")] };
        return WeedingPayload.Of<DecideWeedingPayload>(await Weedings.DecideAsync(
            db, input.LibraryId.Key, input.WeedingId.Key, input.DecisionNumber, input.DecidedOn, input.PublishedOn, cancellationToken));
    }
}

/// <summary>Takes the copies of a decided weeding out of the stock, 15 days after its list was published, all or none: the register says "đã thanh lọc" with the decision's number. A copy that is on loan, kept for a reader or with another library stops it.</summary>
[Requires(Permission.EditCatalogue)]
internal sealed class CarryOutWeeding(LibraryDb db, TimeProvider clock) : IMutation<WeedingInput, CarryOutWeedingPayload>
{
    public async Task<CarryOutWeedingPayload> RunAsync(WeedingInput input, CancellationToken cancellationToken)
    {
        if (db.Scope.Denied(Permission.EditCatalogue, input.LibraryId.Key) is { Count: > 0 } denied)
            return new CarryOutWeedingPayload { Errors = denied };
        return WeedingPayload.Of<CarryOutWeedingPayload>(await Weedings.CarryOutAsync(db, input.LibraryId.Key, input.WeedingId.Key, clock.Today(), cancellationToken));
    }
}

/// <summary>Gives a weeding up before its copies left.</summary>
[Requires(Permission.EditCatalogue)]
internal sealed class CancelWeeding(LibraryDb db) : IMutation<WeedingInput, CancelWeedingPayload>
{
    public async Task<CancelWeedingPayload> RunAsync(WeedingInput input, CancellationToken cancellationToken)
    {
        if (db.Scope.Denied(Permission.EditCatalogue, input.LibraryId.Key) is { Count: > 0 } denied)
            return new CancelWeedingPayload { Errors = denied };
        return await Weedings.CancelAsync(db, input.LibraryId.Key, input.WeedingId.Key, cancellationToken) is { } weeding
            ? new CancelWeedingPayload { Weeding = weeding.Id }
            : new CancelWeedingPayload { Errors = [NotFound.At("weedingId")] };
    }
}

/// <summary>A new weeding.</summary>
internal sealed record OpenWeedingInput : MutationInput
{
    /// <summary>The library.</summary>
    public required Ref<Library> LibraryId { get; init; }

    /// <summary>What it is called in the papers, 1 to 100 characters.</summary>
    public required string Name { get; init; }
}

/// <summary>A weeding.</summary>
internal record WeedingInput : MutationInput
{
    /// <summary>The library.</summary>
    public required Ref<Library> LibraryId { get; init; }

    /// <summary>The weeding.</summary>
    public required Ref<Weeding> WeedingId { get; init; }
}

/// <summary>What is proposed.</summary>
internal sealed record ProposeWeedingInput : WeedingInput
{
    /// <summary>The copies, 1 to 500.</summary>
    public required IReadOnlyList<WeedingCopyInput> Copies { get; init; }
}

/// <summary>A copy that is proposed.</summary>
internal sealed record WeedingCopyInput
{
    /// <summary>Its registration number (số ĐKCB).</summary>
    public required string RegistrationNumber { get; init; }

    /// <summary>Why it leaves.</summary>
    public required WeedingReason Reason { get; init; }

    /// <summary>What becomes of it.</summary>
    public required WeedingHandling Handling { get; init; }
}

/// <summary>What is no longer proposed.</summary>
internal sealed record WithdrawWeedingProposalInput : WeedingInput
{
    /// <summary>The copies' registration numbers.</summary>
    public required IReadOnlyList<string> RegistrationNumbers { get; init; }
}

/// <summary>The decision.</summary>
internal sealed record DecideWeedingInput : WeedingInput
{
    /// <summary>Number of the decision (số quyết định), 1 to 50 characters.</summary>
    public required string DecisionNumber { get; init; }

    /// <summary>Its day.</summary>
    public required DateOnly DecidedOn { get; init; }

    /// <summary>Day on which the list was published.</summary>
    public required DateOnly PublishedOn { get; init; }
}

/// <summary>The new weeding.</summary>
internal sealed record OpenWeedingPayload : WeedingPayload;

/// <summary>The weeding with its list.</summary>
internal sealed record ProposeWeedingPayload : WeedingPayload;

/// <summary>The weeding with its shorter list.</summary>
internal sealed record WithdrawWeedingProposalPayload : WeedingPayload;

/// <summary>The decided weeding.</summary>
internal sealed record DecideWeedingPayload : WeedingPayload;

/// <summary>The weeding that was carried out.</summary>
internal sealed record CarryOutWeedingPayload : WeedingPayload;

/// <summary>The weeding that was given up.</summary>
internal sealed record CancelWeedingPayload : WeedingPayload;

/// <summary>A weeding.</summary>
[FailsWith(typeof(DeskRefused))]
internal abstract record WeedingPayload : Payload
{
    /// <summary>The weeding.</summary>
    public Ref<Weeding>? Weeding { get; init; }

    public static TPayload Of<TPayload>(DeskResult<Weeding>? result)
        where TPayload : WeedingPayload, new() => result switch
        {
            null => new TPayload { Errors = [NotFound.At("weedingId")] },
            { Done: { } weeding } => new TPayload { Weeding = weeding.Id },
            _ => new TPayload { Errors = DeskRefused.Of(result.Refusals) },
        };
}
