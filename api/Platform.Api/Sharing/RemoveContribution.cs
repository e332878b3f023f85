using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Sharing;

namespace Platform.Api.Sharing;

/// <summary>Takes back a contribution that was recorded by mistake; the change feed keeps that it was there.</summary>
[Requires(Permission.ManageGroup)]
internal sealed class RemoveContribution(LibraryDb db) : IMutation<RemoveContributionInput, RemoveContributionPayload>
{
    public async Task<RemoveContributionPayload> RunAsync(RemoveContributionInput input, CancellationToken cancellationToken)
    {
        if (await db.MemberContributions.SingleOrDefaultAsync(c => c.Id == input.ContributionId.Key, cancellationToken) is not { } contribution)
            return new RemoveContributionPayload { Errors = [NotFound.At("contributionId")] };
        if (!db.Scope.Leads(contribution.GroupId))
            return new RemoveContributionPayload { Errors = [NotPermitted.ForGroup] };
        db.MemberContributions.Remove(contribution);
        await db.SaveChangesAsync(cancellationToken);
        return new RemoveContributionPayload { IsRemoved = true };
    }
}

/// <summary>Which contribution.</summary>
internal sealed record RemoveContributionInput : MutationInput
{
    /// <summary>The contribution.</summary>
    public required Ref<MemberContribution> ContributionId { get; init; }
}

/// <summary>Whether it is gone.</summary>
internal sealed record RemoveContributionPayload : Payload
{
    /// <summary>Whether it is gone.</summary>
    public bool IsRemoved { get; init; }
}
