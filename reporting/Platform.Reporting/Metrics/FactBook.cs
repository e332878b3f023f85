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

    public void Add(DimensionValues dimensions, in Fact fact)
    {
        if (!_groups.TryGetValue(dimensions, out var group))
            _groups.Add(dimensions, group = new FactGroup(dimensions));
        group.Add(fact);
    }

    /// <summary>The groups in order of their dimension values, each in order of day and key.</summary>
    public IEnumerable<FactGroup> Close()
    {
        foreach (var group in _groups.Values.OrderBy(group => group.Dimensions.Rank))
        {
            group.Close();
            yield return group;
        }
    }
}
