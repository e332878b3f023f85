using System.Globalization;
using Platform.Model.Catalogue;

namespace Platform.Model.Sharing.InterLibrary;

/// <summary>A copy that a library could lend to another, on a day.</summary>
/// <param name="Type">Register of the copy.</param>
/// <param name="On">The day.</param>
/// <param name="DueOn">Last day of the loan; null when it is not known yet.</param>
/// <param name="CopiesOut">Copies that the owner has with other libraries or keeps ready for them, without this one.</param>
public sealed record LendingCase(ItemType Type, DateOnly On, DateOnly? DueOn, int CopiesOut);

/// <summary>Holds a loan against the owner's standing conditions. Pure.</summary>
public static class LendingTerms
{
    private const char Between = ',';
    private const char Until = '/';
    private const string Day = "yyyy-MM-dd";

    /// <summary>Why the owner does not lend in this case; null when it does.</summary>
    public static InterLibraryRefusal? Refuse(LendingConditions? conditions, LendingCase of)
    {
        ArgumentNullException.ThrowIfNull(of);
        if (conditions is null)
            return null;
        if (ReadTypes(conditions.ItemTypes) is { Count: > 0 } types && !types.Contains(of.Type))
            return InterLibraryRefusal.TypeNotLent;
        if (ReadPauses(conditions.Pauses).Any(pause => pause.FromOn <= of.On && of.On <= pause.UntilOn))
            return InterLibraryRefusal.NotLendingNow;
        if (of.CopiesOut >= conditions.MostCopies)
            return InterLibraryRefusal.TooManyOut;
        return conditions.MostDays is { } days && of.DueOn > of.On.AddDays(days) ? InterLibraryRefusal.TooLong : null;
    }

    /// <summary>Registers as they are stored; null for all.</summary>
    public static string? Write(IEnumerable<ItemType> types) => string.Join(Between, types.Distinct().Order()) is { Length: > 0 } text ? text : null;

    /// <summary>Stored registers; none when all are lent.</summary>
    public static IReadOnlyList<ItemType> ReadTypes(string? stored) => stored is null ? [] : [.. stored.Split(Between).Select(code => Enum.Parse<ItemType>(code))];

    /// <summary>Pauses as they are stored, in their order; null for none.</summary>
    public static string? Write(IEnumerable<LendingPause> pauses)
    {
        var parts = pauses.OrderBy(p => p.FromOn).Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.FromOn:yyyy-MM-dd}{Until}{p.UntilOn:yyyy-MM-dd}"));
        return string.Join(Between, parts) is { Length: > 0 } text ? text : null;
    }

    /// <summary>Stored pauses.</summary>
    public static IReadOnlyList<LendingPause> ReadPauses(string? stored) =>
        stored is null ? [] : [.. stored.Split(Between).Select(part => part.Split(Until)).Select(days => new LendingPause(DayOf(days[0]), DayOf(days[1])))];

    private static DateOnly DayOf(string text) => DateOnly.ParseExact(text, Day, CultureInfo.InvariantCulture);
}
