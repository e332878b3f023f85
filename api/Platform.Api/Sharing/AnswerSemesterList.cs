using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Sharing;

namespace Platform.Api.Sharing;

/// <summary>The hub acknowledges a member's stamped list, or gives it back with a reason.</summary>
[Requires(Permission.ManageGroup)]
internal sealed class AnswerSemesterList(LibraryDb db, TimeProvider clock) : IMutation<AnswerSemesterListInput, AnswerSemesterListPayload>
{
    public async Task<AnswerSemesterListPayload> RunAsync(AnswerSemesterListInput input, CancellationToken cancellationToken)
    {
        if (await db.SemesterLists.SingleOrDefaultAsync(l => l.Id == input.ListId.Key, cancellationToken) is not { } list)
            return No(NotFound.At("listId"));
        if (!db.Scope.Leads(list.GroupId))
            return No(NotPermitted.ForGroup);
        if (list.ReceivedAt is not null)
            return No(new InvalidInput("listId", "Danh sách này đã được xác nhận.", "This list was acknowledged already."));
        if (!input.Accepts && (string.IsNullOrWhiteSpace(input.Reason) || input.Reason.Length > Lengths.Line))
            return No(new InvalidInput("reason", "Trả lại danh sách cần lý do, đến 500 ký tự.", "Giving a list back needs a reason of at most 500 characters."));

        if (input.Accepts)
            (list.ReceivedAt, list.ReturnReason) = (clock.GetUtcNow(), null);
        else
            list.ReturnReason = input.Reason!.Trim().Normalize(); // checked above
        await db.SaveChangesAsync(cancellationToken);
        return new AnswerSemesterListPayload { List = list.Id };
    }

    private static AnswerSemesterListPayload No(MutationError error) => new() { Errors = [error] };
}

/// <summary>The hub's answer.</summary>
internal sealed record AnswerSemesterListInput : MutationInput
{
    /// <summary>The list.</summary>
    public required Ref<SemesterList> ListId { get; init; }

    /// <summary>Whether the hub has received it as it should be.</summary>
    public required bool Accepts { get; init; }

    /// <summary>Why it is given back.</summary>
    public string? Reason { get; init; }
}

/// <summary>The list afterwards.</summary>
internal sealed record AnswerSemesterListPayload : Payload
{
    /// <summary>The list.</summary>
    public Ref<SemesterList>? List { get; init; }
}
