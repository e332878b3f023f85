using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Circulation;
using Platform.Model.Patrons;

namespace Platform.Api.Circulation;

/// <summary>One place of the lending matrix and what holds there.</summary>
internal sealed record LoanRuleInput
{
    /// <summary>The patrons it is for; null for all.</summary>
    public PatronCategory? PatronCategory { get; init; }

    /// <summary>The items it is for; null for all.</summary>
    public ItemType? ItemType { get; init; }

    /// <summary>Whether such items are lent to such patrons at all; yes when nothing is said.</summary>
    public bool? Lends { get; init; }

    /// <summary>How many such items a patron may have at once.</summary>
    public required int LoanLimit { get; init; }

    /// <summary>Length of a loan in days, 1 to 730.</summary>
    public required int LoanDays { get; init; }

    /// <summary>How the last day is found; days when nothing is said.</summary>
    public DueRule? DueBy { get; init; }

    /// <summary>How often a loan may be renewed; 0 when nothing is said.</summary>
    public int? RenewalLimit { get; init; }

    /// <summary>How many active holds a patron may have; 3 when nothing is said.</summary>
    public int? HoldLimit { get; init; }

    /// <summary>How many days a copy is kept for the patron whose turn it is; 3 when nothing is said.</summary>
    public int? HoldShelfDays { get; init; }

    /// <summary>How many days a recalled loan still has; 7 when nothing is said.</summary>
    public int? RecallDays { get; init; }

    /// <summary>How many overdue loans stop a patron from borrowing; null when none does.</summary>
    public int? OverdueLimit { get; init; }

    /// <summary>From what debt, in đồng, a patron stops borrowing; null when none does.</summary>
    public long? DebtLimit { get; init; }

    /// <summary>Fine for each day late in đồng; fine-free when nothing is said.</summary>
    public long? FinePerDay { get; init; }

    /// <summary>The highest fine for one loan in đồng; 0 when nothing is said.</summary>
    public long? FineLimit { get; init; }

    public LoanRule ToRule(long? libraryId, long? groupId) => new()
    {
        LibraryId = libraryId,
        GroupId = groupId,
        PatronCategory = PatronCategory,
        ItemType = ItemType,
        Lends = Lends ?? true,
        LoanLimit = LoanLimit,
        LoanDays = LoanDays,
        DueBy = DueBy ?? DueRule.Days,
        RenewalLimit = RenewalLimit ?? 0,
        HoldLimit = HoldLimit ?? 3,
        HoldShelfDays = HoldShelfDays ?? 3,
        RecallDays = RecallDays ?? 7,
        OverdueLimit = OverdueLimit,
        DebtLimit = DebtLimit,
        FinePerDay = FinePerDay ?? 0,
        FineLimit = FineLimit ?? 0,
    };
}

/// <summary>Writes a rule at its place in the matrix.</summary>
internal static class LoanRuleEntry
{
    /// <summary>Whether the caller leads the group, or runs the platform.</summary>
    public static bool MayLead(Scope scope, long groupId) => scope.May(Permission.ManageGroup) && (scope.SeesAllLibraries || scope.GroupIds.Contains(groupId));

    /// <summary>Makes the rule, or changes the one that stands at its place if that has the version that was read.</summary>
    public static async Task<TPayload> SaveAsync<TPayload>(LibraryDb db, LoanRule rule, int? version, CancellationToken cancellationToken)
        where TPayload : LoanRulePayload, new()
    {
        if (LoanRulePolicy.FaultsOf(rule) is [var fault, ..])
            return new TPayload { Errors = [new InvalidInput($"rule.{fault}", "Giá trị nằm ngoài giới hạn cho phép.", "The value is out of its bounds.")] };
        var key = rule.Key;
        var standing = await db.LoanRules.FirstOrDefaultAsync(r => r.Key == key && r.RemovedAt == null, cancellationToken);
        if ((standing?.Version ?? 0) != (version ?? 0))
            return new TPayload { Errors = [StaleVersion.Now] };
        if (standing is null)
            db.LoanRules.Add(rule);
        else
            standing.Take(rule);
        await db.SaveChangesAsync(cancellationToken);
        return new TPayload { LoanRule = (standing ?? rule).Id };
    }
}
