namespace Platform.Model.Circulation;

/// <summary>The weekdays on which a library is open, from a day on.</summary>
public sealed class OpeningWeek : IVersioned, IFeedSubject, ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The library.</summary>
    public required long LibraryId { get; init; }

    /// <summary>First day on which it holds; the next row's day ends it.</summary>
    public required DateOnly FromOn { get; init; }

    /// <summary>The open weekdays.</summary>
    public required Weekdays Days { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>A set of weekdays.</summary>
[Flags]
public enum Weekdays : byte
{
    /// <summary>No day.</summary>
    None = 0,

    /// <summary>Monday (thứ Hai).</summary>
    Monday = 1,

    /// <summary>Tuesday (thứ Ba).</summary>
    Tuesday = 2,

    /// <summary>Wednesday (thứ Tư).</summary>
    Wednesday = 4,

    /// <summary>Thursday (thứ Năm).</summary>
    Thursday = 8,

    /// <summary>Friday (thứ Sáu).</summary>
    Friday = 16,

    /// <summary>Saturday (thứ Bảy).</summary>
    Saturday = 32,

    /// <summary>Sunday (Chủ nhật).</summary>
    Sunday = 64,

    /// <summary>Monday to Friday.</summary>
    Workdays = Monday | Tuesday | Wednesday | Thursday | Friday,

    /// <summary>Every day.</summary>
    All = Workdays | Saturday | Sunday,
}

/// <summary>Days on which a library, or every library, is closed: holidays, Tết, an inventory.</summary>
public sealed class ClosedPeriod : IVersioned, IFeedSubject
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The library; null for a holiday of all.</summary>
    public long? LibraryId { get; init; }

    /// <summary>First closed day.</summary>
    public required DateOnly FromOn { get; set; }

    /// <summary>Last closed day.</summary>
    public required DateOnly UntilOn { get; set; }

    /// <summary>Why, in a few words: Tết Nguyên đán.</summary>
    public required string Reason { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}
