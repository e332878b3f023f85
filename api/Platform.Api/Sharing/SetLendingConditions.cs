using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Libraries;
using Platform.Model.Sharing.InterLibrary;

namespace Platform.Api.Sharing;

/// <summary>Sets the standing conditions on which a library lends to others: all of them at once. Requests that they exclude pass the library over, and it cannot accept against them.</summary>
[Requires(Permission.Circulate)]
internal sealed class SetLendingConditions(LibraryDb db) : IMutation<SetLendingConditionsInput, SetLendingConditionsPayload>
{
    private const int MostPauses = 20;

    public async Task<SetLendingConditionsPayload> RunAsync(SetLendingConditionsInput input, CancellationToken cancellationToken)
    {
        if (!db.Scope.May(Permission.Circulate, input.LibraryId.Key))
            return No(NotPermitted.ForLibrary);
        if (input.MostDays is < 1 or > 366 || input.MostCopies is < 0)
            return No(new InvalidInput("mostDays", "Số ngày phải từ 1 đến 366, số bản không được âm.", "Days must be 1 to 366, and copies not negative."));
        var pauses = (input.Pauses ?? []).Select(p => new LendingPause(p.FromOn, p.UntilOn)).ToList();
        if (pauses.Count > MostPauses || pauses.Exists(p => p.UntilOn < p.FromOn))
            return No(new InvalidInput("pauses", "Nhiều nhất 20 đợt, ngày cuối không ở trước ngày đầu.", "At most 20 pauses, none ending before it begins."));
        if (input.Text is { Length: > Lengths.Line })
            return No(new InvalidInput("text", "Điều kiện khác dài nhất 500 ký tự.", "Other conditions have at most 500 characters."));

        var row = await db.LendingConditions.SingleOrDefaultAsync(c => c.LibraryId == input.LibraryId.Key, cancellationToken);
        if (row is null)
            db.LendingConditions.Add(row = new LendingConditions { LibraryId = input.LibraryId.Key });
        (row.MostDays, row.MostCopies, row.Text) = (input.MostDays, input.MostCopies, string.IsNullOrWhiteSpace(input.Text) ? null : input.Text.Trim().Normalize());
        (row.ItemTypes, row.Pauses) = (LendingTerms.Write(input.ItemTypes ?? []), LendingTerms.Write(pauses));
        await db.SaveChangesAsync(cancellationToken);
        return new SetLendingConditionsPayload { Conditions = row.Id };
    }

    private static SetLendingConditionsPayload No(MutationError error) => new() { Errors = [error] };
}

/// <summary>The conditions; what is left out does not bound.</summary>
internal sealed record SetLendingConditionsInput : MutationInput
{
    /// <summary>The library that lends.</summary>
    public required Ref<Library> LibraryId { get; init; }

    /// <summary>Most days of a loan, 1 to 366.</summary>
    public int? MostDays { get; init; }

    /// <summary>Most copies that are with other libraries at one time; 0 lends nothing.</summary>
    public int? MostCopies { get; init; }

    /// <summary>The registers that are lent; all when left out or empty.</summary>
    public IReadOnlyList<ItemType>? ItemTypes { get; init; }

    /// <summary>Days on which nothing is lent, for example exam weeks; at most 20 stretches.</summary>
    public IReadOnlyList<LendingPauseInput>? Pauses { get; init; }

    /// <summary>What else the library asks, in its own words; at most 500 characters.</summary>
    public string? Text { get; init; }
}

/// <summary>Days on which a library lends nothing to others.</summary>
internal sealed record LendingPauseInput
{
    /// <summary>First day.</summary>
    public required DateOnly FromOn { get; init; }

    /// <summary>Last day.</summary>
    public required DateOnly UntilOn { get; init; }
}

/// <summary>The conditions as they hold now.</summary>
internal sealed record SetLendingConditionsPayload : Payload
{
    /// <summary>The conditions.</summary>
    public Ref<LendingConditions>? Conditions { get; init; }
}
