using System.Security.Cryptography;
using System.Text;

namespace Platform.Model.Circulation;

/// <summary>Why the desk says no: a stable code, a sentence with the value in both languages, and whether a person with the permission may override it.</summary>
public sealed record Refusal
{
    internal Refusal(RefusalCode code, bool canOverride, string vietnamese, string english) =>
        (Code, CanOverride, Vietnamese, English) = (code, canOverride, vietnamese, english);

    /// <summary>The reason, stable: clients branch on it.</summary>
    public RefusalCode Code { get; }

    /// <summary>Whether it can be overridden by somebody with the permission to.</summary>
    public bool CanOverride { get; }

    /// <summary>The sentence in Vietnamese.</summary>
    public string Vietnamese { get; }

    /// <summary>The sentence in English.</summary>
    public string English { get; }

    /// <summary>
    /// The token with which this refusal, for this item and this patron, is overridden; null where it cannot be. It is bound to the sentence,
    /// so it does not fit once the value in it changes; it is no secret: the permission to override is checked apart from it.
    /// </summary>
    public string? OverrideToken(string registrationNumber, string cardNumber)
    {
        if (!CanOverride)
            return null;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{Code}\n{registrationNumber}\n{cardNumber}\n{English}"));
        return Convert.ToHexStringLower(hash.AsSpan(0, 12));
    }
}

/// <summary>The desk's reasons to refuse.</summary>
public enum RefusalCode
{
    /// <summary>No item has the registration number in this library.</summary>
    ItemUnknown = 1,

    /// <summary>No patron has the card number in this library.</summary>
    PatronUnknown = 2,

    /// <summary>The item was taken out of the stock.</summary>
    ItemWithdrawn = 3,

    /// <summary>The item is reported lost.</summary>
    ItemLost = 4,

    /// <summary>The item is damaged.</summary>
    ItemDamaged = 5,

    /// <summary>The item is read in the library only.</summary>
    ItemForReadingRoomOnly = 6,

    /// <summary>The item is on loan.</summary>
    ItemOnLoan = 7,

    /// <summary>The item is kept for another patron.</summary>
    ItemKeptForAnother = 8,

    /// <summary>The patron's card is no longer valid.</summary>
    CardClosed = 9,

    /// <summary>No rule covers such an item for such a patron.</summary>
    NoRule = 10,

    /// <summary>The rule does not lend such items to such patrons.</summary>
    NotLent = 11,

    /// <summary>The patron has as many items as the rule allows.</summary>
    LoanLimitReached = 12,

    /// <summary>The patron has overdue items.</summary>
    HasOverdueLoans = 13,

    /// <summary>The patron owes money.</summary>
    OwesMoney = 14,

    /// <summary>The item has no open loan.</summary>
    ItemNotOnLoan = 15,

    /// <summary>The loan was renewed as often as the rule allows.</summary>
    RenewalLimitReached = 16,

    /// <summary>Another patron waits for the publication.</summary>
    AnotherWaits = 17,

    /// <summary>The library asked for the item back.</summary>
    LoanRecalled = 18,

    /// <summary>Renewing would not move the last day.</summary>
    NothingGained = 19,

    /// <summary>The library has no copy that could be waited for.</summary>
    NoCopy = 20,

    /// <summary>The patron already waits for the publication.</summary>
    AlreadyOnHold = 21,

    /// <summary>The patron has the publication on loan.</summary>
    AlreadyBorrowed = 22,

    /// <summary>The patron has as many holds as the rule allows.</summary>
    HoldLimitReached = 23,

    /// <summary>The hold is no longer active.</summary>
    HoldClosed = 24,

    /// <summary>A copy is on the shelf: nobody needs to wait.</summary>
    CopyOnShelf = 25,

    /// <summary>The item is not reported lost or damaged.</summary>
    ItemNotMissing = 26,

    /// <summary>The charge is settled.</summary>
    ChargeSettled = 27,

    /// <summary>The class has no pupils on this day.</summary>
    ClassEmpty = 28,

    /// <summary>There are fewer free copies than pupils.</summary>
    TooFewCopies = 29,

    /// <summary>The school year was promoted already.</summary>
    AlreadyPromoted = 30,

    /// <summary>The school year has no classes with pupils.</summary>
    NothingToPromote = 31,

    /// <summary>Pupils have changed classes since: the promotion cannot be taken back as one.</summary>
    ClassesChangedSince = 32,

    /// <summary>There is no promotion to take back.</summary>
    NoPromotion = 33,

    /// <summary>The person still has items on loan or owes money.</summary>
    StillOwes = 34,

    /// <summary>The item is with another library, in a rotation or an inter-library loan, or on the way.</summary>
    ItemAway = 60,

    /// <summary>Two copies of the number are here, one of them of another library.</summary>
    ItemHasTwin = 61,

    /// <summary>Another card of the library has the number or the Ministry's code.</summary>
    CardTaken = 35,

    /// <summary>The card is offered to another library already.</summary>
    AlreadyOffered = 36,

    /// <summary>The stock-taking is unknown or closed.</summary>
    StockTakingClosed = 37,

    /// <summary>The reason does not fit the copy.</summary>
    WeedingReasonWrong = 38,

    /// <summary>The last weeding was less than three years ago.</summary>
    WeedingTooSoon = 39,

    /// <summary>More than a tenth of the stock would leave.</summary>
    WeedingTooLarge = 40,

    /// <summary>The list has not been published for long enough.</summary>
    WeedingNotPublished = 41,

    /// <summary>The weeding is no longer in the state for it.</summary>
    WeedingStateWrong = 42,

    /// <summary>An open stock-taking counts the item.</summary>
    ItemInStockTaking = 43,

    /// <summary>An open weeding lists the item.</summary>
    ItemInWeeding = 44,

    /// <summary>Another transfer to a library waits with the item.</summary>
    ItemInTransfer = 45,

    /// <summary>The list names the item twice.</summary>
    ItemListedTwice = 46,

    /// <summary>The transfer to another library is no longer in the state for it.</summary>
    TransferStateWrong = 47,

    /// <summary>Every pupil of the class has the set already.</summary>
    ClassHasAll = 48,
}
