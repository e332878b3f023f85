using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue.Control;
using Platform.Storage.Catalogue.Harvesting;

namespace Platform.Api.Catalogue.Control;

/// <summary>
/// Withdraws a publication from the union catalogue. When every contribution of its record is withdrawn, other catalogues are told that
/// the record is gone; contributeRecord brings it back.
/// </summary>
[Requires(Permission.EditCatalogue)]
internal sealed class WithdrawContribution(LibraryDb db, TimeProvider clock) : IMutation<WithdrawContributionInput, WithdrawContributionPayload>
{
    public async Task<WithdrawContributionPayload> RunAsync(WithdrawContributionInput input, CancellationToken cancellationToken)
    {
        if (await db.UnionContributions.Include(c => c.Record).SingleOrDefaultAsync(c => c.Id == input.ContributionId.Key, cancellationToken) is not { } contribution)
            return No(NotFound.At("contributionId"));
        if (!db.Scope.May(Permission.EditCatalogue, contribution.LibraryId))
            return No(NotPermitted.ForLibrary);
        if (contribution.WithdrawnOn is null)
        {
            contribution.WithdrawnOn = clock.Today();
            Announcement.OfSharing(db, contribution.Record);
            await db.SaveChangesAsync(cancellationToken);
        }
        return new WithdrawContributionPayload { Contribution = contribution.Id };
    }

    private static WithdrawContributionPayload No(MutationError error) => new() { Errors = [error] };
}

/// <summary>The contribution to withdraw.</summary>
internal sealed record WithdrawContributionInput : MutationInput
{
    /// <summary>The contribution.</summary>
    public required Ref<UnionContribution> ContributionId { get; init; }
}

/// <summary>The contribution as it stands afterwards.</summary>
internal sealed record WithdrawContributionPayload : Payload
{
    /// <summary>The contribution.</summary>
    public Ref<UnionContribution>? Contribution { get; init; }
}
