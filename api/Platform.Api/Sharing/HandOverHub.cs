using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Model.Sharing;

namespace Platform.Api.Sharing;

/// <summary>Makes another member the hub from today on. Both memberships are continued by new ones, so that reports on the past keep the former hub.</summary>
[Requires(Permission.ManageGroup)]
internal sealed class HandOverHub(LibraryDb db, TimeProvider clock) : IMutation<HandOverHubInput, HandOverHubPayload>
{
    public async Task<HandOverHubPayload> RunAsync(HandOverHubInput input, CancellationToken cancellationToken)
    {
        if (!db.Scope.Leads(input.GroupId.Key))
            return No(NotPermitted.ForGroup);
        var today = clock.Today();
        var members = await db.Memberships
            .Where(m => m.GroupId == input.GroupId.Key && m.JoinedOn <= today && m.LeftOn == null && (m.LibraryId == input.LibraryId.Key || m.IsHub))
            .ToListAsync(cancellationToken);
        var next = members.Find(m => m.LibraryId == input.LibraryId.Key);
        if (GroupPolicy.AgainstLeading(next) is { } refusal)
            return No(GroupRefused.Of(refusal, today));

        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
        // One hub at a time is an index of the database: the former one is closed before the next one opens.
        var hub = await ContinueAsync(members.Find(m => m.IsHub), false, today, cancellationToken);
        var continued = await ContinueAsync(next, true, today, cancellationToken) ?? hub;
        if (transaction is not null)
            await transaction.CommitAsync(cancellationToken);
        return new HandOverHubPayload { Membership = continued!.Id }; // the rule has seen the next one
    }

    private static HandOverHubPayload No(MutationError error) => new() { Errors = [error] };

    private async Task<Membership?> ContinueAsync(Membership? membership, bool isHub, DateOnly today, CancellationToken cancellationToken)
    {
        if (membership is null)
            return null;
        if (membership.JoinedOn == today)
        {
            membership.IsHub = isHub;
            await db.SaveChangesAsync(cancellationToken);
            return membership;
        }
        membership.LeftOn = today.AddDays(-1);
        await db.SaveChangesAsync(cancellationToken);
        var continued = new Membership { GroupId = membership.GroupId, LibraryId = membership.LibraryId, IsHub = isHub, JoinedOn = today };
        db.Memberships.Add(continued);
        await db.SaveChangesAsync(cancellationToken);
        return continued;
    }
}

/// <summary>Who leads the group next.</summary>
internal sealed record HandOverHubInput : MutationInput
{
    /// <summary>The group.</summary>
    public required Ref<LibraryGroup> GroupId { get; init; }

    /// <summary>The member that becomes the hub.</summary>
    public required Ref<Library> LibraryId { get; init; }
}

/// <summary>The new hub's membership.</summary>
[FailsWith(typeof(GroupRefused))]
internal sealed record HandOverHubPayload : Payload
{
    /// <summary>The membership.</summary>
    public Ref<Membership>? Membership { get; init; }
}
