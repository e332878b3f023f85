using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Circulation;

namespace Platform.Storage.Circulation;

/// <summary>Why a copy can or cannot be lent to a patron today.</summary>
/// <param name="Decision">What the rules say.</param>
/// <param name="Ranked">Every rule that covers the case, the deciding one first.</param>
public sealed record LoanExplanation(LoanDecision Decision, IReadOnlyList<LoanRule> Ranked);

/// <summary>Says what the desk would say, and changes nothing.</summary>
public static class Explaining
{
    /// <summary>Explains a loan before it is made; null when the copy or the patron is unknown in the library, or not the caller's to ask about.</summary>
    public static async Task<LoanExplanation?> ExplainAsync(
        LibraryDb db, long libraryId, string registrationNumber, string cardNumber, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (!db.Scope.May(Permission.Circulate, libraryId))
            return null;
        if (await db.ItemAsync(libraryId, registrationNumber, cancellationToken) is not { } item
            || await db.PatronAsync(libraryId, cardNumber, cancellationToken) is not { } patron)
            return null;
        var setting = await db.SettingAsync(libraryId, today, cancellationToken);
        return new LoanExplanation(
            LoanPolicy.Decide(item.For(patron.Id), patron.Card, setting),
            setting.Rules.Ranked(patron.Card.Category, item.Type));
    }
}
