using System.Globalization;
using Platform.Model.Catalogue;
using Platform.Model.Patrons;

namespace Platform.Model.Circulation;

/// <summary>
/// One cell of the lending matrix: what holds for a patron category and an item type, in one library, one group, or everywhere.
/// The most specific row decides alone: library before group before default; within a level, category and type before
/// category alone before type alone before neither.
/// </summary>
public sealed class LoanRule : IVersioned, IFeedSubject
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The library whose own rule this is; null in a rule of a group or of all.</summary>
    public long? LibraryId { get; init; }

    /// <summary>The group whose members share the rule; null in a rule of a library or of all.</summary>
    public long? GroupId { get; init; }

    /// <summary>The patrons it is for; null for all.</summary>
    public PatronCategory? PatronCategory { get; init; }

    /// <summary>The items it is for; null for all.</summary>
    public ItemType? ItemType { get; init; }

    /// <summary>Whether such items are lent to such patrons at all.</summary>
    public bool Lends { get; set; } = true;

    /// <summary>How many such items a patron may have at once; a rule for all types counts every open loan.</summary>
    public required int LoanLimit { get; set; }

    /// <summary>Length of a loan in days, where <see cref="DueBy"/> counts days.</summary>
    public required int LoanDays { get; set; }

    /// <summary>How the last day of a loan is found.</summary>
    public DueRule DueBy { get; set; } = DueRule.Days;

    /// <summary>How often a loan may be renewed.</summary>
    public int RenewalLimit { get; set; }

    /// <summary>How many active holds a patron may have.</summary>
    public int HoldLimit { get; set; }

    /// <summary>How many days a copy is kept for the patron whose turn it is.</summary>
    public int HoldShelfDays { get; set; }

    /// <summary>How many days a recalled loan still has.</summary>
    public int RecallDays { get; set; }

    /// <summary>How many overdue loans stop a patron from borrowing; null when none does.</summary>
    public int? OverdueLimit { get; set; }

    /// <summary>From what debt, in đồng, a patron stops borrowing; null when none does.</summary>
    public long? DebtLimit { get; set; }

    /// <summary>Fine for each day late in đồng; 0 is fine-free, the default.</summary>
    public long FinePerDay { get; set; }

    /// <summary>The highest fine for one loan in đồng.</summary>
    public long FineLimit { get; set; }

    /// <summary>When it was taken out of the matrix; null while it holds.</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }

    /// <summary>The place in the matrix, unique: the database cannot compare the empty parts of a key alike.</summary>
    public string Key
    {
        get => string.Create(CultureInfo.InvariantCulture, $"L{LibraryId}G{GroupId}C{PatronCategory:D}T{ItemType:D}");
        private init => _ = value; // read back from the row, where it only serves the unique index
    }

    /// <summary>The level at which it was set.</summary>
    public RuleLevel Level => LibraryId is not null ? RuleLevel.Library : GroupId is not null ? RuleLevel.Group : RuleLevel.Default;

    /// <summary>Takes over what holds by another row for the same place.</summary>
    public void Take(LoanRule other)
    {
        ArgumentNullException.ThrowIfNull(other);
        (Lends, LoanLimit, LoanDays, DueBy) = (other.Lends, other.LoanLimit, other.LoanDays, other.DueBy);
        (RenewalLimit, HoldLimit, HoldShelfDays, RecallDays) = (other.RenewalLimit, other.HoldLimit, other.HoldShelfDays, other.RecallDays);
        (OverdueLimit, DebtLimit, FinePerDay, FineLimit) = (other.OverdueLimit, other.DebtLimit, other.FinePerDay, other.FineLimit);
    }

    /// <summary>Whether it is meant for such a patron and such an item.</summary>
    public bool Covers(PatronCategory category, ItemType type) =>
        (PatronCategory ?? category) == category && (ItemType ?? type) == type;
}

/// <summary>How the last day of a loan is found.</summary>
public enum DueRule : byte
{
    /// <summary>So many days after lending; a closed day moves it to the next open one.</summary>
    Days = 1,

    /// <summary>The end of the semester; a closed day moves it to the last open one before.</summary>
    EndOfSemester = 2,

    /// <summary>The end of the school year; a closed day moves it to the last open one before.</summary>
    EndOfSchoolYear = 3,
}

/// <summary>Who set a rule.</summary>
public enum RuleLevel : byte
{
    /// <summary>The library.</summary>
    Library = 1,

    /// <summary>A group the library belongs to.</summary>
    Group = 2,

    /// <summary>The platform's default.</summary>
    Default = 3,
}
