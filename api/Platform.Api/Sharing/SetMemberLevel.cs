using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Model.Repository;
using Platform.Model.Sharing;

namespace Platform.Api.Sharing;

/// <summary>Sets the highest level at which a member shares resources of a kind with its group, from today on. It holds at once, also for links already given.</summary>
[Requires(Permission.EditCatalogue)]
internal sealed class SetMemberLevel(LibraryDb db, TimeProvider clock) : IMutation<SetMemberLevelInput, SetMemberLevelPayload>
{
    public async Task<SetMemberLevelPayload> RunAsync(SetMemberLevelInput input, CancellationToken cancellationToken)
    {
        if (!db.Scope.May(Permission.EditCatalogue, input.LibraryId.Key))
            return new SetMemberLevelPayload { Errors = [NotPermitted.ForLibrary] };
        var today = clock.Today();
        var isMember = await db.Memberships.AnyAsync(
            m => m.GroupId == input.GroupId.Key && m.LibraryId == input.LibraryId.Key && m.JoinedOn <= today && (m.LeftOn == null || m.LeftOn >= today), cancellationToken);
        if (!isMember)
            return new SetMemberLevelPayload { Errors = [NotFound.At("groupId")] };

        var open = await db.MemberLevels
            .Where(l => l.GroupId == input.GroupId.Key && l.LibraryId == input.LibraryId.Key && l.Kind == input.Kind && l.UntilOn == null)
            .ToListAsync(cancellationToken);
        // A level of today that is set again was a mistake; an older one is history.
        db.MemberLevels.RemoveRange(open.Where(l => l.FromOn == today));
        foreach (var former in open.Where(l => l.FromOn < today))
            former.UntilOn = today.AddDays(-1);
        await db.SaveChangesAsync(cancellationToken);
        db.MemberLevels.Add(new MemberLevel { GroupId = input.GroupId.Key, LibraryId = input.LibraryId.Key, Kind = input.Kind, Level = input.Level, FromOn = today });
        await db.SaveChangesAsync(cancellationToken);
        return new SetMemberLevelPayload { Level = input.Level, FromOn = today };
    }
}

/// <summary>The level of a member.</summary>
internal sealed record SetMemberLevelInput : MutationInput
{
    /// <summary>The group.</summary>
    public required Ref<LibraryGroup> GroupId { get; init; }

    /// <summary>The member.</summary>
    public required Ref<Library> LibraryId { get; init; }

    /// <summary>The kind of resources; null for all kinds without a level of their own.</summary>
    public EResourceKind? Kind { get; init; }

    /// <summary>The level.</summary>
    public required SharingLevel Level { get; init; }
}

/// <summary>The level as it holds now.</summary>
internal sealed record SetMemberLevelPayload : Payload
{
    /// <summary>The level.</summary>
    public SharingLevel? Level { get; init; }

    /// <summary>First day of the level.</summary>
    public DateOnly? FromOn { get; init; }
}
