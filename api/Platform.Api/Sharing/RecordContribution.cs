using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Model.Sharing;

namespace Platform.Api.Sharing;

/// <summary>Records what a member gave to its group in a school year: money, days of staff, or both. The hub does it.</summary>
[Requires(Permission.ManageGroup)]
internal sealed class RecordContribution(LibraryDb db, TimeProvider clock) : IMutation<RecordContributionInput, RecordContributionPayload>
{
    public async Task<RecordContributionPayload> RunAsync(RecordContributionInput input, CancellationToken cancellationToken)
    {
        if (!db.Scope.Leads(input.GroupId.Key))
            return No(NotPermitted.ForGroup);
        if (input.Amount < 0 || input.StaffDays < 0 || (input.Amount == 0 && input.StaffDays == 0))
            return No(new InvalidInput("amount", "Đóng góp phải có số tiền hoặc ngày công lớn hơn 0.", "A contribution has money or days of staff above 0."));
        if (input.GivenOn > clock.Today())
            return No(new InvalidInput("givenOn", "Ngày đóng góp ở sau hôm nay.", "The day of the contribution lies after today."));
        var wasMember = await db.Memberships.AnyAsync(
            m => m.GroupId == input.GroupId.Key && m.LibraryId == input.LibraryId.Key && m.JoinedOn <= input.GivenOn && (m.LeftOn == null || m.LeftOn >= input.GivenOn),
            cancellationToken);
        if (!wasMember)
            return No(GroupRefused.Of(GroupRefusal.NotAMember, input.GivenOn));

        var contribution = new MemberContribution
        {
            GroupId = input.GroupId.Key,
            LibraryId = input.LibraryId.Key,
            SchoolYear = input.SchoolYear,
            Amount = input.Amount,
            StaffDays = input.StaffDays,
            GivenOn = input.GivenOn,
            Note = input.Note,
        };
        db.MemberContributions.Add(contribution);
        await db.SaveChangesAsync(cancellationToken);
        return new RecordContributionPayload { Contribution = contribution.Id };
    }

    private static RecordContributionPayload No(MutationError error) => new() { Errors = [error] };
}

/// <summary>What a member gave.</summary>
internal sealed record RecordContributionInput : MutationInput
{
    /// <summary>The group.</summary>
    public required Ref<LibraryGroup> GroupId { get; init; }

    /// <summary>The member.</summary>
    public required Ref<Library> LibraryId { get; init; }

    /// <summary>First calendar year of the school year: 2026 for 2026-2027.</summary>
    public required int SchoolYear { get; init; }

    /// <summary>Money in whole đồng; 0 for staff only.</summary>
    public required long Amount { get; init; }

    /// <summary>Working days of staff; 0 for money only.</summary>
    public required int StaffDays { get; init; }

    /// <summary>Day on which it was given; the library was a member then.</summary>
    public required DateOnly GivenOn { get; init; }

    /// <summary>For what, at most 500 characters.</summary>
    public string? Note { get; init; }
}

/// <summary>The contribution as it was recorded.</summary>
[FailsWith(typeof(GroupRefused))]
internal sealed record RecordContributionPayload : Payload
{
    /// <summary>The contribution.</summary>
    public Ref<MemberContribution>? Contribution { get; init; }
}
