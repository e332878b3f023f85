using Platform.Api.Circulation;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Storage.Patrons;

namespace Platform.Api.Patrons;

/// <summary>Takes the promotion of a school year back as one; refused once pupils have changed classes since.</summary>
[Requires(Permission.EditPatrons)]
internal sealed class RevertPromotion(LibraryDb db, TimeProvider clock) : IMutation<RevertPromotionInput, RevertPromotionPayload>
{
    public async Task<RevertPromotionPayload> RunAsync(RevertPromotionInput input, CancellationToken cancellationToken)
    {
        if (db.Scope.Denied(Permission.EditPatrons, input.LibraryId.Key) is { Count: > 0 } denied)
            return new RevertPromotionPayload { Errors = denied };
        var result = await Promoting.RevertAsync(db, input.LibraryId.Key, input.FromStartYear, clock.GetUtcNow(), cancellationToken);
        return result.Done is { } promotion
            ? new RevertPromotionPayload { Restored = promotion.Moved + promotion.Left }
            : new RevertPromotionPayload { Errors = DeskRefused.Of(result.Refusals) };
    }
}

/// <summary>Which promotion is taken back.</summary>
internal sealed record RevertPromotionInput : MutationInput
{
    /// <summary>The school's library.</summary>
    public required Ref<Library> LibraryId { get; init; }

    /// <summary>The calendar year in which the promoted school year began.</summary>
    public required int FromStartYear { get; init; }
}

/// <summary>What was taken back.</summary>
[FailsWith(typeof(DeskRefused))]
internal sealed record RevertPromotionPayload : Payload
{
    /// <summary>How many pupils are in their old class again.</summary>
    public int? Restored { get; init; }
}
