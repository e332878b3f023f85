using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Circulation;
using Platform.Model.Libraries;
using Platform.Model.Sharing;

namespace Platform.Api.Circulation;

/// <summary>Sets one place of a library's lending matrix: it wins over the rules of its groups and over the defaults. Try it with simulateRuleChange first.</summary>
[Requires(Permission.OverrideCirculation)]
internal sealed class SetLoanRule(LibraryDb db) : IMutation<SetLoanRuleInput, SetLoanRulePayload>
{
    public async Task<SetLoanRulePayload> RunAsync(SetLoanRuleInput input, CancellationToken cancellationToken)
    {
        if (db.Scope.Denied(Permission.OverrideCirculation, input.LibraryId.Key) is { Count: > 0 } denied)
            return new SetLoanRulePayload { Errors = denied };
        return await LoanRuleEntry.SaveAsync<SetLoanRulePayload>(db, input.Rule.ToRule(input.LibraryId.Key, null), input.Version, cancellationToken);
    }
}

/// <summary>Sets one place of the lending matrix that the members of a group share, where they have no rule of their own.</summary>
[Requires(Permission.ManageGroup)]
internal sealed class SetGroupLoanRule(LibraryDb db) : IMutation<SetGroupLoanRuleInput, SetGroupLoanRulePayload>
{
    public async Task<SetGroupLoanRulePayload> RunAsync(SetGroupLoanRuleInput input, CancellationToken cancellationToken)
    {
        if (!LoanRuleEntry.MayLead(db.Scope, input.GroupId.Key))
            return new SetGroupLoanRulePayload { Errors = [NotPermitted.ForLibrary] };
        return await LoanRuleEntry.SaveAsync<SetGroupLoanRulePayload>(db, input.Rule.ToRule(null, input.GroupId.Key), input.Version, cancellationToken);
    }
}

/// <summary>Takes a rule of a library or a group out of the matrix: the next wider one decides again. Loans that it decided keep it.</summary>
[Requires(Permission.ReadOwn)]
internal sealed class RemoveLoanRule(LibraryDb db, TimeProvider clock) : IMutation<RemoveLoanRuleInput, RemoveLoanRulePayload>
{
    public async Task<RemoveLoanRulePayload> RunAsync(RemoveLoanRuleInput input, CancellationToken cancellationToken)
    {
        var rule = await db.LoanRules.FirstOrDefaultAsync(r => r.Id == input.LoanRuleId.Key && r.RemovedAt == null, cancellationToken);
        if (rule is null)
            return new RemoveLoanRulePayload { Errors = [NotFound.At("loanRuleId")] };
        var may = rule switch
        {
            { LibraryId: { } library } => db.Scope.May(Permission.OverrideCirculation, library),
            { GroupId: { } group } => LoanRuleEntry.MayLead(db.Scope, group),
            _ => false, // the platform's defaults are the last word: they are overruled, not removed
        };
        if (!may)
            return new RemoveLoanRulePayload { Errors = [NotPermitted.ForLibrary] };
        rule.RemovedAt = clock.GetUtcNow();
        await db.SaveChangesAsync(cancellationToken);
        return new RemoveLoanRulePayload { LoanRule = rule.Id };
    }
}

/// <summary>Which library's rule is set.</summary>
internal sealed record SetLoanRuleInput : MutationInput
{
    /// <summary>The library.</summary>
    public required Ref<Library> LibraryId { get; init; }

    /// <summary>The rule.</summary>
    public required LoanRuleInput Rule { get; init; }

    /// <summary>The version that was read, when a rule stands at this place already; null to make a new one.</summary>
    public int? Version { get; init; }
}

/// <summary>Which group's rule is set.</summary>
internal sealed record SetGroupLoanRuleInput : MutationInput
{
    /// <summary>The group.</summary>
    public required Ref<LibraryGroup> GroupId { get; init; }

    /// <summary>The rule.</summary>
    public required LoanRuleInput Rule { get; init; }

    /// <summary>The version that was read, when a rule stands at this place already; null to make a new one.</summary>
    public int? Version { get; init; }
}

/// <summary>Which rule is removed.</summary>
internal sealed record RemoveLoanRuleInput : MutationInput
{
    /// <summary>The rule.</summary>
    public required Ref<LoanRule> LoanRuleId { get; init; }
}

/// <summary>The rule of the library.</summary>
internal sealed record SetLoanRulePayload : LoanRulePayload;

/// <summary>The rule of the group.</summary>
internal sealed record SetGroupLoanRulePayload : LoanRulePayload;

/// <summary>The removed rule.</summary>
internal sealed record RemoveLoanRulePayload : LoanRulePayload;

/// <summary>A rule.</summary>
internal abstract record LoanRulePayload : Payload
{
    /// <summary>The rule as it stands.</summary>
    public Ref<LoanRule>? LoanRule { get; init; }
}
