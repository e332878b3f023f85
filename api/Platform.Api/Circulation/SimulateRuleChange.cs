using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Circulation;
using Platform.Model.Libraries;
using Platform.Storage.Circulation;

namespace Platform.Api.Circulation;

/// <summary>
/// Replays the loans of a time as if a rule had been another, and changes nothing: how many would have been refused, late, longer or
/// shorter. Each loan is judged with what its reader really had out on that day; money owed then is not known any more.
/// </summary>
[Requires(Permission.OverrideCirculation)]
internal sealed class SimulateRuleChange(LibraryDb db, TimeProvider clock) : IMutation<SimulateRuleChangeInput, SimulateRuleChangePayload>
{
    private const int MostDays = 400;

    public async Task<SimulateRuleChangePayload> RunAsync(SimulateRuleChangeInput input, CancellationToken cancellationToken)
    {
        if (db.Scope.Denied(Permission.OverrideCirculation, input.LibraryId.Key) is { Count: > 0 } denied)
            return new SimulateRuleChangePayload { Errors = denied };
        var rule = input.Rule.ToRule(input.LibraryId.Key, null);
        if (LoanRulePolicy.FaultsOf(rule) is [var fault, ..])
            return new SimulateRuleChangePayload { Errors = [new InvalidInput($"rule.{fault}", "Giá trị nằm ngoài giới hạn cho phép.", "The value is out of its bounds.")] };
        var today = clock.Today();
        var (from, until) = await RuleSimulation.TermAsync(db, input.LibraryId.Key, input.FromOn, input.UntilOn, today, cancellationToken);
        if (until < from || until.DayNumber - from.DayNumber > MostDays)
            return new SimulateRuleChangePayload { Errors = [new InvalidInput("untilOn", "Ngày cuối phải từ ngày đầu và không quá 400 ngày sau.", "The last day is the first or up to 400 days later.")] };
        var result = await RuleSimulation.RunAsync(db, input.LibraryId.Key, rule, from, until, today, cancellationToken);
        return new SimulateRuleChangePayload
        {
            FromOn = from,
            UntilOn = until,
            Loans = result.Loans,
            RefusedBefore = result.Before.Refused,
            RefusedAfter = result.After.Refused,
            NewlyRefused = result.NewlyRefused,
            NewlyAllowed = result.NewlyAllowed,
            LateBefore = result.Before.Late,
            LateAfter = result.After.Late,
            Longer = result.Longer,
            Shorter = result.Shorter,
        };
    }
}

/// <summary>What is tried.</summary>
internal sealed record SimulateRuleChangeInput : MutationInput
{
    /// <summary>The library.</summary>
    public required Ref<Library> LibraryId { get; init; }

    /// <summary>The rule as it would be.</summary>
    public required LoanRuleInput Rule { get; init; }

    /// <summary>First day of the time; the first of the last semester when nothing is said.</summary>
    public DateOnly? FromOn { get; init; }

    /// <summary>Last day of the time; the last of the last semester when nothing is said.</summary>
    public DateOnly? UntilOn { get; init; }
}

/// <summary>What would have changed; every number is null when nothing was tried.</summary>
internal sealed record SimulateRuleChangePayload : Payload
{
    /// <summary>First day that was replayed.</summary>
    public DateOnly? FromOn { get; init; }

    /// <summary>Last day that was replayed.</summary>
    public DateOnly? UntilOn { get; init; }

    /// <summary>Loans that were replayed.</summary>
    public int? Loans { get; init; }

    /// <summary>Loans that the rules of today refuse (they were made by overriding, or the rules have changed since).</summary>
    public int? RefusedBefore { get; init; }

    /// <summary>Loans that the changed rules refuse.</summary>
    public int? RefusedAfter { get; init; }

    /// <summary>Loans that only the changed rules refuse.</summary>
    public int? NewlyRefused { get; init; }

    /// <summary>Loans that only the rules of today refuse.</summary>
    public int? NewlyAllowed { get; init; }

    /// <summary>Loans that are late by the rules of today.</summary>
    public int? LateBefore { get; init; }

    /// <summary>Loans that would be late by the changed rules.</summary>
    public int? LateAfter { get; init; }

    /// <summary>Loans that would have lasted longer.</summary>
    public int? Longer { get; init; }

    /// <summary>Loans that would have ended earlier.</summary>
    public int? Shorter { get; init; }
}
