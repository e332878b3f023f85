using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Sharing;

namespace Platform.Api.Sharing;

/// <summary>Changes a group's name and the days of its agreement.</summary>
[Requires(Permission.ManageGroup)]
internal sealed class EditGroup(LibraryDb db) : IMutation<EditGroupInput, EditGroupPayload>
{
    public async Task<EditGroupPayload> RunAsync(EditGroupInput input, CancellationToken cancellationToken)
    {
        if (!db.Scope.Leads(input.GroupId.Key))
            return No(NotPermitted.ForGroup);
        if (await db.Groups.SingleOrDefaultAsync(g => g.Id == input.GroupId.Key, cancellationToken) is not { } group)
            return No(NotFound.At("groupId"));
        if (input.Version is { } version && version != group.Version)
            return No(StaleVersion.Now);
        if (string.IsNullOrWhiteSpace(input.Name) || input.Name.Length > 200)
            return No(new InvalidInput("name", "Tên nhóm phải có từ 1 đến 200 ký tự.", "The name must have 1 to 200 characters."));
        if (input.EndsOn < input.AgreedOn)
            return No(GroupRefused.Of(GroupRefusal.EndsBeforeItBegins, input.EndsOn));

        (group.Name, group.AgreedOn, group.EndsOn) = (input.Name.Trim().Normalize(), input.AgreedOn, input.EndsOn);
        await db.SaveChangesAsync(cancellationToken);
        return new EditGroupPayload { Group = group.Id };
    }

    private static EditGroupPayload No(MutationError error) => new() { Errors = [error] };
}

/// <summary>A group and its agreement.</summary>
internal sealed record EditGroupInput : MutationInput
{
    /// <summary>The group.</summary>
    public required Ref<LibraryGroup> GroupId { get; init; }

    /// <summary>The version that was read; when given and outdated, nothing is changed.</summary>
    public int? Version { get; init; }

    /// <summary>The group's name, at most 200 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Day from which the agreement holds.</summary>
    public required DateOnly AgreedOn { get; init; }

    /// <summary>Last day of the agreement; null when it has no end.</summary>
    public DateOnly? EndsOn { get; init; }
}

/// <summary>The group as it stands afterwards.</summary>
[FailsWith(typeof(GroupRefused))]
internal sealed record EditGroupPayload : Payload
{
    /// <summary>The group.</summary>
    public Ref<LibraryGroup>? Group { get; init; }
}
