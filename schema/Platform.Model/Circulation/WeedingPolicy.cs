using Platform.Model.Catalogue;

namespace Platform.Model.Circulation;

/// <summary>The rules of TT 02/2020/TT-BVHTTDL on weeding, for libraries of up to 300,000 units. Pure.</summary>
public static class WeedingPolicy
{
    /// <summary>At most so many of a hundred copies leave in one weeding.</summary>
    public const int MostPercent = 10;

    /// <summary>Years from one weeding to the next.</summary>
    public const int YearsBetween = 3;

    /// <summary>Days for which the list is published before the copies are handled.</summary>
    public const int DaysPublished = 15;

    /// <summary>Years after which a popular periodical may leave.</summary>
    public const int PeriodicalYears = 2;

    /// <summary>Most copies that may leave a stock.</summary>
    public static int MostOf(int stock) => stock * MostPercent / 100;

    /// <summary>Why a copy cannot be proposed for the reason; null when it can.</summary>
    public static Refusal? AgainstLine(string number, ItemType type, ItemStatus status, WeedingReason reason, DateOnly acquiredOn, DateOnly on)
    {
        if (status is ItemStatus.Withdrawn)
            return Refusals.ItemWithdrawn(number);
        if (reason is WeedingReason.Lost != status is ItemStatus.Lost)
            return Refusals.WeedingReasonWrong(number);
        if (reason is WeedingReason.OldPeriodical && (type is not ItemType.Periodical || acquiredOn.AddYears(PeriodicalYears) > on))
            return Refusals.WeedingReasonWrong(number);
        return null;
    }

    /// <summary>Why a weeding cannot be decided; null when it can. Lost copies are written off and do not count as weeded.</summary>
    /// <param name="copies">Copies on the list that are not lost.</param>
    /// <param name="stock">Copies in the stock.</param>
    /// <param name="lastOn">Day of the library's last decision; null when there was none.</param>
    /// <param name="on">Day of this decision.</param>
    public static Refusal? AgainstDecision(int copies, int stock, DateOnly? lastOn, DateOnly on)
    {
        if (lastOn is { } last && copies > 0 && last.AddYears(YearsBetween) > on)
            return Refusals.WeedingTooSoon(last, last.AddYears(YearsBetween));
        return copies > MostOf(stock) ? Refusals.WeedingTooLarge(copies, MostOf(stock)) : null;
    }

    /// <summary>Why the copies cannot leave yet; null when they can.</summary>
    public static Refusal? AgainstCarryingOut(DateOnly? publishedOn, DateOnly on) =>
        publishedOn is { } published && published.AddDays(DaysPublished) <= on ? null : Refusals.WeedingNotPublished(publishedOn, DaysPublished);
}
