using Platform.Model.Catalogue;
using Platform.Model.Patrons;

namespace Platform.Model.Circulation;

/// <summary>The copy on the desk, as far as the rules look at it.</summary>
/// <param name="Number">Its registration number.</param>
/// <param name="Type">Its register.</param>
/// <param name="Status">Its state in the stock.</param>
/// <param name="LentUntil">Last day of its open loan; null when it has none.</param>
/// <param name="KeptUntil">Last day on which it is kept for another patron; null when it is not.</param>
/// <param name="IsAway">Whether it is with another library, or on the way there or back.</param>
/// <param name="HasTwin">Whether the desk has another copy of the same number, of another library.</param>
public sealed record DeskItem(
    string Number, ItemType Type, ItemStatus Status, DateOnly? LentUntil = null, DateOnly? KeptUntil = null, bool IsAway = false, bool HasTwin = false);

/// <summary>The patron at the desk, as far as the rules look at it.</summary>
/// <param name="Card">The card number.</param>
/// <param name="Category">Pupil, teacher, staff, other.</param>
/// <param name="LeftOn">Last valid day of the card; null while open.</param>
/// <param name="Loans">The open loans.</param>
/// <param name="Owed">Unsettled charges in đồng.</param>
/// <param name="Holds">How many holds are active.</param>
public sealed record DeskPatron(string Card, PatronCategory Category, DateOnly? LeftOn, IReadOnlyList<DeskLoan> Loans, long Owed = 0, int Holds = 0);

/// <summary>An open loan of a patron, as far as the rules look at it.</summary>
public readonly record struct DeskLoan(ItemType Type, DateOnly DueOn);

/// <summary>What the library has laid down, and the day.</summary>
/// <param name="Rules">The lending matrix.</param>
/// <param name="Openings">The opening days.</param>
/// <param name="Years">The school years.</param>
/// <param name="Today">The day of the decision.</param>
public sealed record DeskSetting(LoanRules Rules, OpeningDays Openings, SchoolYears Years, DateOnly Today);

/// <summary>What the rules say about a loan.</summary>
/// <param name="Refusals">Every reason against it, those that cannot be overridden first; empty when the loan is allowed.</param>
/// <param name="Rule">The rule that decided; null when none covers the case.</param>
/// <param name="DueOn">Last day of the loan; null without a rule.</param>
public sealed record LoanDecision(IReadOnlyList<Refusal> Refusals, LoanRule? Rule, DateOnly? DueOn);
