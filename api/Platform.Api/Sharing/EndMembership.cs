using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Sharing;
using Platform.Model.Sharing.InterLibrary;
using Platform.Model.Sharing.Rotation;

namespace Platform.Api.Sharing;

/// <summary>Ends a membership: the library leaves the group, once everything it lent or holds for others is home or settled. Its rows stay its own.</summary>
[Requires(Permission.ManageGroup)]
internal sealed class EndMembership(LibraryDb db) : IMutation<EndMembershipInput, EndMembershipPayload>
{
    public async Task<EndMembershipPayload> RunAsync(EndMembershipInput input, CancellationToken cancellationToken)
    {
        if (await db.Memberships.SingleOrDefaultAsync(m => m.Id == input.MembershipId.Key, cancellationToken) is not { } membership)
            return No(NotFound.At("membershipId"));
        if (!db.Scope.Leads(membership.GroupId))
            return No(NotPermitted.ForGroup);
        var moving = await MovingAsync(membership, cancellationToken);
        if (GroupPolicy.AgainstLeaving(membership, input.LeftOn, moving) is { } refusal)
            return No(refusal is GroupRefusal.StillMoving ? GroupRefused.OfMoving(moving) : GroupRefused.Of(refusal, input.LeftOn));

        membership.LeftOn = input.LeftOn;
        await db.SaveChangesAsync(cancellationToken);
        return new EndMembershipPayload { Membership = membership.Id };
    }

    private static EndMembershipPayload No(MutationError error) => new() { Errors = [error] };

    private async Task<int> MovingAsync(Membership membership, CancellationToken cancellationToken)
    {
        var library = membership.LibraryId;
        var rotating = await db.RotationMoves.CountAsync(
            m => (m.OwnerId == library || m.ReceiverId == library) && m.ClosedOn == null && m.Plan.State == RotationState.Approved, cancellationToken);
        var lent = await db.InterLibraryLoans.CountAsync(
            l => (l.LenderId == library || l.BorrowerId == library)
                && (l.State == InterLibraryState.Accepted || l.State == InterLibraryState.Sent || l.State == InterLibraryState.Arrived || l.State == InterLibraryState.SentBack),
            cancellationToken);
        return rotating + lent;
    }
}

/// <summary>Which membership ends, and when.</summary>
internal sealed record EndMembershipInput : MutationInput
{
    /// <summary>The membership.</summary>
    public required Ref<Membership> MembershipId { get; init; }

    /// <summary>Its last day.</summary>
    public required DateOnly LeftOn { get; init; }
}

/// <summary>The membership as it ended.</summary>
[FailsWith(typeof(GroupRefused))]
internal sealed record EndMembershipPayload : Payload
{
    /// <summary>The membership.</summary>
    public Ref<Membership>? Membership { get; init; }
}
