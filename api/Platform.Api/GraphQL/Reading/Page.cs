namespace Platform.Api.GraphQL.Reading;

/// <summary>What <c>PageInfo</c> says of any page.</summary>
internal interface IPage
{
    bool HasNext { get; }

    bool HasPrevious { get; }

    string? StartCursor { get; }

    string? EndCursor { get; }
}

/// <summary>One page of a connection, read: the source of the connection object.</summary>
internal sealed class Page : IPage
{
    public bool HasNext { get; init; }

    public bool HasPrevious { get; init; }

    /// <summary>How many rows the whole list has, counted no further than <see cref="PageRequest.MostCounted"/> + 1; null when not asked.</summary>
    public int? Total { get; set; }

    /// <summary>One cursor for each row.</summary>
    public IReadOnlyList<string> Cursors { get; init; } = [];

    public string? StartCursor => Cursors.Count > 0 ? Cursors[0] : null;

    public string? EndCursor => Cursors.Count > 0 ? Cursors[^1] : null;

    /// <summary>The rows at each place of the selection.</summary>
    public IReadOnlyList<(SelectedPlace Place, IReadOnlyList<Row> Rows)> Places { get; init; } = [];

    public IReadOnlyList<Row> Nodes(string listKey) => Places.First(p => p.Place.ListKey == listKey && p.Place.NodeKey is null).Rows;

    public Row Node(string listKey, string nodeKey, int index) => Places.First(p => p.Place.ListKey == listKey && p.Place.NodeKey == nodeKey).Rows[index];
}

/// <summary>One edge of a page: the source of the edge object.</summary>
internal sealed record Edge(Page Page, string ListKey, int Index);
