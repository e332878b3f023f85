using System.Diagnostics.CodeAnalysis;

namespace Platform.Reporting.Metrics;

/// <summary>The books of the sources that one reading is asked for.</summary>
internal sealed class FactBooks(IEnumerable<string> sources)
{
    private readonly SortedDictionary<string, FactBook> _books = new(sources.Distinct().ToDictionary(code => code, _ => new FactBook()), StringComparer.Ordinal);

    /// <summary>The book of a source; false when nobody asks for its facts.</summary>
    public bool Ask(FactSource source, [NotNullWhen(true)] out FactBook? book) => _books.TryGetValue(source.Code, out book);

    /// <summary>The groups of every book, by source and by dimension values.</summary>
    public IEnumerable<(string Source, FactGroup Group)> Close() => _books.SelectMany(book => book.Value.Close().Select(group => (book.Key, group)));
}

/// <summary>The facts of one source, grouped by their dimension values while they are read: a cell counts whole groups, never fact by fact.</summary>
internal sealed class FactBook
{
    private readonly Dictionary<DimensionValues, FactGroup> _groups = [];

    public void Add(DimensionValues dimensions, in Fact fact) => Group(dimensions).Add(fact);

    /// <summary>Adds the facts of another book.</summary>
    public void Add(FactBook book)
    {
        foreach (var group in book._groups.Values)
            Group(group.Dimensions).Add(group);
    }

    /// <summary>The facts with these dimension values.</summary>
    public FactGroup Group(DimensionValues dimensions)
    {
        if (!_groups.TryGetValue(dimensions, out var group))
            _groups.Add(dimensions, group = new FactGroup(dimensions));
        return group;
    }

    /// <summary>Puts every group in order of day and key.</summary>
    public void Order()
    {
        foreach (var group in _groups.Values)
            group.Order();
    }

    /// <summary>The groups in order of their dimension values, each in order of day and key.</summary>
    public IEnumerable<FactGroup> Close()
    {
        Order();
        return _groups.Values.OrderBy(group => group.Dimensions.Rank);
    }
}
