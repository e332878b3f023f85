using Platform.Api.Circulation;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Model.Patrons;
using Platform.Storage.Patrons;

namespace Platform.Api.Patrons;

/// <summary>Moves all classes of a school into the next school year in one transaction: one grade up, repeaters stay, the last grade leaves.</summary>
[Requires(Permission.EditPatrons)]
internal sealed class PromoteClasses(LibraryDb db) : IMutation<PromoteClassesInput, PromoteClassesPayload>
{
    public async Task<PromoteClassesPayload> RunAsync(PromoteClassesInput input, CancellationToken cancellationToken)
    {
        if (db.Scope.Denied(Permission.EditPatrons, input.LibraryId.Key) is { Count: > 0 } denied)
            return new PromoteClassesPayload { Errors = denied };
        var request = new PromotionRequest
        {
            LibraryId = input.LibraryId.Key,
            FromStartYear = input.FromStartYear,
            On = input.On,
            RepeaterIds = [.. (input.RepeaterIds ?? []).Select(repeater => repeater.Key)],
        };
        var result = await Promoting.PromoteAsync(db, request, cancellationToken);
        return result.Done is { } promotion
            ? new PromoteClassesPayload { Moved = promotion.Moved, Left = promotion.Left }
            : new PromoteClassesPayload { Errors = DeskRefused.Of(result.Refusals) };
    }
}

/// <summary>Which school year ends.</summary>
internal sealed record PromoteClassesInput : MutationInput
{
    /// <summary>The school's library.</summary>
    public required Ref<Library> LibraryId { get; init; }

    /// <summary>The calendar year in which the school year that ends began.</summary>
    public required int FromStartYear { get; init; }

    /// <summary>First day in the new classes.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Pupils who stay in their grade (lưu ban).</summary>
    public IReadOnlyList<Ref<Patron>>? RepeaterIds { get; init; }
}

/// <summary>What the promotion did.</summary>
[FailsWith(typeof(DeskRefused))]
internal sealed record PromoteClassesPayload : Payload
{
    /// <summary>How many pupils are in a class of the next year, repeaters included.</summary>
    public int? Moved { get; init; }

    /// <summary>How many pupils of the last grade left the school.</summary>
    public int? Left { get; init; }
}
