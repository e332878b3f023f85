using Platform.Model.Libraries;

namespace Platform.Model.Sharing.InterLibrary;

/// <summary>On what standing conditions a library lends to other libraries (điều kiện cho mượn liên thư viện). A library without a row lends anything, at any time, for any time.</summary>
public sealed class LendingConditions : IVersioned, ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The library that lends; one row each.</summary>
    public required long LibraryId { get; init; }

    /// <summary>Most days from the owner's consent to the last day of the loan; null for no bound.</summary>
    public int? MostDays { get; set; }

    /// <summary>Most copies that are with other libraries, or kept ready for them, at one time; null for no bound.</summary>
    public int? MostCopies { get; set; }

    /// <summary>The registers that are lent, as <see cref="LendingTerms.Write(IEnumerable{Catalogue.ItemType})"/> gives them; null for all.</summary>
    public string? ItemTypes { get; set; }

    /// <summary>The days on which nothing is lent, as <see cref="LendingTerms.Write(IEnumerable{LendingPause})"/> gives them; null for none.</summary>
    public string? Pauses { get; set; }

    /// <summary>What else the library asks, in its own words; null for nothing.</summary>
    public string? Text { get; set; }

    /// <summary>The library that lends.</summary>
    public Library Library { get; init; } = null!;

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>Days on which a library lends nothing to others: exam weeks, stock-taking.</summary>
/// <param name="FromOn">First day.</param>
/// <param name="UntilOn">Last day.</param>
public readonly record struct LendingPause(DateOnly FromOn, DateOnly UntilOn);
