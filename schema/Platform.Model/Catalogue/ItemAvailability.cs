namespace Platform.Model.Catalogue;

/// <summary>Whether somebody can have a copy now. It says nothing of who has it.</summary>
public enum ItemAvailability : byte
{
    /// <summary>In its place, and lent.</summary>
    Available = 1,

    /// <summary>On loan, or being read.</summary>
    OnLoan = 2,

    /// <summary>Kept at the desk for a reader who waited for it.</summary>
    Kept = 3,

    /// <summary>In its place, and read in the library only.</summary>
    InLibraryOnly = 4,

    /// <summary>Lost, damaged or taken out of the stock.</summary>
    NotLent = 5,
}

/// <summary>Says whether somebody can have a copy now.</summary>
public static class Availability
{
    /// <summary>Of a copy in this state.</summary>
    /// <param name="status">Its state in the stock.</param>
    /// <param name="isOnLoan">Whether it has an open loan.</param>
    /// <param name="isKept">Whether it is kept for a hold.</param>
    public static ItemAvailability Of(ItemStatus status, bool isOnLoan, bool isKept) => status switch
    {
        ItemStatus.Lost or ItemStatus.Damaged or ItemStatus.Withdrawn => ItemAvailability.NotLent,
        _ when isOnLoan => ItemAvailability.OnLoan,
        _ when isKept => ItemAvailability.Kept,
        ItemStatus.ReferenceOnly => ItemAvailability.InLibraryOnly,
        ItemStatus.InStock => ItemAvailability.Available,
        _ => throw new InvalidOperationException($"No availability for the status {status}."),
    };
}
