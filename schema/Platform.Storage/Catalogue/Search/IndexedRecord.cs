using Platform.Model.Catalogue;

namespace Platform.Storage.Catalogue.Search;

/// <summary>What the index needs of a record.</summary>
internal sealed record IndexedRecord
{
    public required long Id { get; init; }

    public required long LibraryId { get; init; }

    public required RecordKind Kind { get; init; }

    public required string Title { get; init; }

    public string? OtherTitles { get; init; }

    public string? Author { get; init; }

    public string? Responsibility { get; init; }

    public string? Contributors { get; init; }

    public string? Subjects { get; init; }

    public string? Series { get; init; }

    public string? Publisher { get; init; }

    public string? PublicationPlace { get; init; }

    public string? Summary { get; init; }

    public string? Isbn { get; init; }

    public string? Ddc { get; init; }

    public string? Language { get; init; }

    public int? PublicationYear { get; init; }

    public required string TitleKey { get; init; }

    public required string SearchText { get; init; }

    /// <summary>The copies that belong to the stock.</summary>
    public IReadOnlyList<IndexedItem> Items { get; set; } = [];
}

/// <summary>What the index needs of a copy.</summary>
internal sealed record IndexedItem(long RecordId, long LibraryId, ItemType Type, string RegistrationNumber, string? CallNumber);
