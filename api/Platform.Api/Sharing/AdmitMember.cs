using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Sharing;

namespace Platform.Api.Sharing;

/// <summary>Signs a library in as a member of a group from a day on. The hub does it.</summary>
[Requires(Permission.ManageGroup)]
internal sealed class AdmitMember(LibraryDb db) : IMutation<AdmitMemberInput, AdmitMemberPayload>
{
    public async Task<AdmitMemberPayload> RunAsync(AdmitMemberInput input, CancellationToken cancellationToken)
    {
        if (!db.Scope.Leads(input.GroupId.Key))
            return No(NotPermitted.ForGroup);
        if (await db.Groups.SingleOrDefaultAsync(g => g.Id == input.GroupId.Key, cancellationToken) is not { } group)
            return No(NotFound.At("groupId"));
        if (await db.Libraries.SingleOrDefaultAsync(l => l.Code == input.LibraryCode, cancellationToken) is not { } library)
            return No(NotFound.At("libraryCode"));
        var former = await db.Memberships.Where(m => m.GroupId == group.Id && m.LibraryId == library.Id).ToListAsync(cancellationToken);
        if (GroupPolicy.AgainstJoining(group, former, input.JoinedOn) is { } refusal)
            return No(GroupRefused.Of(refusal, input.JoinedOn));

        var membership = new Membership { GroupId = group.Id, LibraryId = library.Id, IsHub = false, JoinedOn = input.JoinedOn };
        db.Memberships.Add(membership);
        await db.SaveChangesAsync(cancellationToken);
        return new AdmitMemberPayload { Membership = membership.Id };
    }

    private static AdmitMemberPayload No(MutationError error) => new() { Errors = [error] };
}

/// <summary>Which library joins, and when.</summary>
internal sealed record AdmitMemberInput : MutationInput
{
    /// <summary>The group.</summary>
    public required Ref<LibraryGroup> GroupId { get; init; }

    /// <summary>Code of the school whose library joins (mã trường).</summary>
    public required string LibraryCode { get; init; }

    /// <summary>First day of the membership.</summary>
    public required DateOnly JoinedOn { get; init; }
}

/// <summary>The new membership.</summary>
[FailsWith(typeof(GroupRefused))]
internal sealed record AdmitMemberPayload : Payload
{
    /// <summary>The membership.</summary>
    public Ref<Membership>? Membership { get; init; }
}
