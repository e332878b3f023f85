using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Sharing;
using Platform.Model.Sharing.InterLibrary;

namespace Platform.Api.Sharing;

/// <summary>Sets in which order the owners of a copy are asked to lend it: by burden, by copies, by distance. Requests made before keep theirs.</summary>
[Requires(Permission.ManageGroup)]
internal sealed class SetLenderOrder(LibraryDb db) : IMutation<SetLenderOrderInput, SetLenderOrderPayload>
{
    public async Task<SetLenderOrderPayload> RunAsync(SetLenderOrderInput input, CancellationToken cancellationToken)
    {
        if (!db.Scope.Leads(input.GroupId.Key))
            return new SetLenderOrderPayload { Errors = [NotPermitted.ForGroup] };
        if (await db.Groups.SingleOrDefaultAsync(g => g.Id == input.GroupId.Key, cancellationToken) is not { } group)
            return new SetLenderOrderPayload { Errors = [NotFound.At("groupId")] };
        if (input.Criteria.Count != input.Criteria.Distinct().Count())
            return new SetLenderOrderPayload { Errors = [new InvalidInput("criteria", "Mỗi tiêu chí chỉ được nêu một lần.", "Name each criterion once.")] };

        group.LenderOrder = input.Criteria.Count == 0 ? null : LenderOrder.Write(input.Criteria);
        await db.SaveChangesAsync(cancellationToken);
        return new SetLenderOrderPayload { Criteria = LenderOrder.Read(group.LenderOrder) };
    }
}

/// <summary>The order of a group.</summary>
internal sealed record SetLenderOrderInput : MutationInput
{
    /// <summary>The group.</summary>
    public required Ref<LibraryGroup> GroupId { get; init; }

    /// <summary>What counts first, then second, and so on; empty for the usual order: least lent, most copies, nearest.</summary>
    public required IReadOnlyList<LenderCriterion> Criteria { get; init; }
}

/// <summary>The order that holds now.</summary>
internal sealed record SetLenderOrderPayload : Payload
{
    /// <summary>What counts first, then second, and so on; null when nothing was done.</summary>
    public IReadOnlyList<LenderCriterion>? Criteria { get; init; }
}
