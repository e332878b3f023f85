using Platform.Api.GraphQL.Mutations;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Search;
using Platform.Model.Libraries;

namespace Platform.Api.Catalogue;

/// <summary>Conditions on records. Values of one list are alternatives, the lists are joined by "and"; an empty list asks for nothing.</summary>
internal sealed record RecordSearchFilterInput
{
    /// <summary>Libraries that catalogued the record or hold a copy that belongs to the stock.</summary>
    public IReadOnlyList<Ref<Library>>? LibraryIds { get; init; }

    /// <summary>Levels of schools whose libraries catalogued the record or hold a copy.</summary>
    public IReadOnlyList<SchoolLevel>? Levels { get; init; }

    /// <summary>Kinds of record.</summary>
    public IReadOnlyList<RecordKind>? Kinds { get; init; }

    /// <summary>Registers in which copies of it stand.</summary>
    public IReadOnlyList<ItemType>? ItemTypes { get; init; }

    /// <summary>MARC language codes, for example vie.</summary>
    public IReadOnlyList<string>? Languages { get; init; }

    /// <summary>Main authors, as the facet gives them.</summary>
    public IReadOnlyList<string>? Authors { get; init; }

    /// <summary>Subject headings, as the facet gives them.</summary>
    public IReadOnlyList<string>? Subjects { get; init; }

    /// <summary>Beginnings of DDC numbers: 8, 895.922.</summary>
    public IReadOnlyList<string>? DdcPrefixes { get; init; }

    /// <summary>First year of publication; a record without a year passes only when neither bound is given.</summary>
    public int? YearFrom { get; init; }

    /// <summary>Last year of publication.</summary>
    public int? YearTo { get; init; }

    public RecordSearchFilter ToFilter() => new()
    {
        LibraryIds = [.. (LibraryIds ?? []).Select(library => library.Key)],
        Levels = Levels ?? [],
        Kinds = Kinds ?? [],
        ItemTypes = ItemTypes ?? [],
        Languages = Languages ?? [],
        Authors = Authors ?? [],
        Subjects = Subjects ?? [],
        DdcPrefixes = DdcPrefixes ?? [],
        YearFrom = YearFrom,
        YearTo = YearTo,
    };
}
