using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Sharing;

namespace Platform.Api.Sharing;

/// <summary>Sends a guidance message of the hub to all members of its group (hướng dẫn nghiệp vụ).</summary>
[Requires(Permission.ManageGroup)]
internal sealed class SendGuidance(LibraryDb db, TimeProvider clock) : IMutation<SendGuidanceInput, SendGuidancePayload>
{
    public async Task<SendGuidancePayload> RunAsync(SendGuidanceInput input, CancellationToken cancellationToken)
    {
        if (!db.Scope.Leads(input.GroupId.Key))
            return new SendGuidancePayload { Errors = [NotPermitted.ForGroup] };
        if (!await db.Groups.AnyAsync(g => g.Id == input.GroupId.Key, cancellationToken))
            return new SendGuidancePayload { Errors = [NotFound.At("groupId")] };
        if (string.IsNullOrWhiteSpace(input.Title) || input.Title.Length > Lengths.Line || string.IsNullOrWhiteSpace(input.Text))
            return new SendGuidancePayload { Errors = [new InvalidInput("title", "Hướng dẫn cần tiêu đề (đến 500 ký tự) và nội dung.", "Guidance needs a title of at most 500 characters and a text.")] };

        var message = new GuidanceMessage { GroupId = input.GroupId.Key, Title = input.Title.Trim().Normalize(), Text = input.Text.Normalize(), SentAt = clock.GetUtcNow() };
        db.GuidanceMessages.Add(message);
        await db.SaveChangesAsync(cancellationToken);
        return new SendGuidancePayload { Message = message.Id };
    }
}

/// <summary>What is said to the members.</summary>
internal sealed record SendGuidanceInput : MutationInput
{
    /// <summary>The group.</summary>
    public required Ref<LibraryGroup> GroupId { get; init; }

    /// <summary>Heading, at most 500 characters.</summary>
    public required string Title { get; init; }

    /// <summary>Text.</summary>
    public required string Text { get; init; }
}

/// <summary>The message as it was sent.</summary>
internal sealed record SendGuidancePayload : Payload
{
    /// <summary>The message.</summary>
    public Ref<GuidanceMessage>? Message { get; init; }
}
